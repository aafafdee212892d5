package dev.tranche.resolve;

import dev.tranche.fact.AidType;
import dev.tranche.fact.Fact;
import dev.tranche.fact.Stage;
import dev.tranche.fact.Terms;
import dev.tranche.mention.StatedAmount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Claims that are taken for one commitment while groups are being joined. */
final class Group {

    /** The most claims on which two groups are compared amount by amount. */
    private static final int MOST_AMOUNTS = 24;

    private final List<Claim> claims = new ArrayList<>();
    private Claim leader;
    private final Map<String, StatedAmount> amounts = new LinkedHashMap<>();
    private final Set<String> reports = new HashSet<>();
    private final Set<String> outlets = new HashSet<>();
    private final Set<String> donors = new TreeSet<>();
    private final Set<String> recipients = new TreeSet<>();
    private final Set<String> authorities = new TreeSet<>();
    private final Set<Integer> ordinals = new TreeSet<>();
    private final Set<AidType> types = new LinkedHashSet<>();
    private boolean announced;
    private boolean legislative;
    private boolean prominent;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long announcedOn = Long.MAX_VALUE;

    private Group(Claim first) {
        leader = first;
    }

    static Group of(Claim claim) {
        Group group = new Group(claim);
        group.add(claim);
        return group;
    }

    void add(Claim claim) {
        claims.add(claim);
        if (Claim.ORDER.compare(claim, leader) < 0) {
            leader = claim;
        }
        Terms terms = claim.fact().terms();
        if (amounts.size() < MOST_AMOUNTS) {
            amounts.putIfAbsent(terms.amount().toString(), terms.amount());
        }
        reports.add(claim.report());
        outlets.add(claim.outlet());
        donors.addAll(terms.donors());
        recipients.addAll(terms.recipients());
        terms.authority().ifPresent(authorities::add);
        ordinal(claim.fact()).ifPresent(ordinals::add);
        if (terms.type() == AidType.FINANCIAL
                || terms.type() == AidType.HUMANITARIAN
                || terms.type() == AidType.MILITARY) {
            types.add(terms.type());
        }
        prominent |= claim.prominent();
        legislative |= isLegislative(terms.stage());
        if (claim.isDated()) {
            long day = claim.firstDay().map(LocalDate::toEpochDay).orElse(0L);
            first = Math.min(first, day);
            last = Math.max(last, day);
            if (terms.stage() == Stage.ANNOUNCED) {
                announced = true;
                announcedOn = Math.min(announcedOn, day);
            }
        }
    }

    void addAll(Group other) {
        for (Claim claim : other.claims) {
            add(claim);
        }
    }

    /** Returns the claims in {@link Claim#ORDER}. */
    List<Claim> claims() {
        List<Claim> sorted = new ArrayList<>(claims);
        sorted.sort(Claim.ORDER);
        return sorted;
    }

    /** Returns the first claim in {@link Claim#ORDER}. */
    Claim leader() {
        return leader;
    }

    static OptionalInt ordinalOf(Fact fact) {
        return fact instanceof Fact.Aid aid ? aid.ordinal() : OptionalInt.empty();
    }

    private static Optional<Integer> ordinal(Fact fact) {
        OptionalInt ordinal = ordinalOf(fact);
        return ordinal.isPresent() ? Optional.of(ordinal.getAsInt()) : Optional.empty();
    }

    static boolean isLegislative(Stage stage) {
        return switch (stage) {
            case REQUESTED, APPROPRIATED, BLOCKED -> true;
            case PLANNED, ANNOUNCED, DELIVERED -> false;
        };
    }

    boolean isLegislative() {
        return legislative && !announced;
    }

    boolean isAnnounced() {
        return announced;
    }

    boolean isDated() {
        return first <= last;
    }

    /** Do all claims tell of a delivery? */
    boolean isDeliveredOnly() {
        return claims.stream().allMatch(claim -> claim.fact().terms().stage() == Stage.DELIVERED);
    }

    /** Returns the day that stands for the group: of the first announcement, else of the first claim. */
    long day() {
        return announced ? announcedOn : first;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    /** Is it news, not a sum told again? It stands in a headline, or two outlets tell it. */
    boolean isFresh() {
        return prominent || outlets.size() > 1;
    }

    int size() {
        return claims.size();
    }

    /** Returns the amount that stands for the group: the one of its first claim. */
    StatedAmount amount() {
        return claims.getFirst().fact().terms().amount();
    }

    /** Returns all amounts of the group, each once. */
    Iterable<StatedAmount> amounts() {
        return amounts.values();
    }

    /** Can both be one commitment as far as giver, receiver, sum, kind, authority and ordinal go? */
    boolean agrees(Group other) {
        return agree(donors, other.donors)
                && agreeOnRecipients(other)
                && agree(authorities, other.authorities)
                && agree(ordinals, other.ordinals)
                && agree(types, other.types)
                && amountsAgree(other)
                && !sameReport(other);
    }

    /** Can both be one commitment told in two currencies? Giver and receiver must be said by both. */
    boolean agreesAcrossCurrencies(Group other, int year) {
        boolean parties = !donors.isEmpty()
                && donors.equals(other.donors)
                && !recipients.isEmpty()
                && recipients.equals(other.recipients);
        if (!parties
                || !agree(authorities, other.authorities)
                || !agree(ordinals, other.ordinals)
                || !agree(types, other.types)
                || sameReport(other)) {
            return false;
        }
        for (StatedAmount one : amounts.values()) {
            for (StatedAmount two : other.amounts.values()) {
                boolean fits = one.currency().equals(two.currency())
                        ? Amounts.agree(one, two)
                        : Rates.shipped().agree(one, two, year);
                if (!fits) {
                    return false;
                }
            }
        }
        return !amount().currency().equals(other.amount().currency());
    }

    private static <T> boolean agree(Set<T> one, Set<T> two) {
        if (one.isEmpty() || two.isEmpty()) {
            return true;
        }
        for (T each : one) {
            if (two.contains(each)) {
                return true;
            }
        }
        return false;
    }

    /** A part for one receiver and a whole for several may have equal sums and stay two: receivers must nest. */
    private boolean agreeOnRecipients(Group other) {
        return recipients.isEmpty()
                || other.recipients.isEmpty()
                || recipients.containsAll(other.recipients)
                || other.recipients.containsAll(recipients);
    }

    /** Two sums that one report tells apart are two, unless they are equal. */
    private boolean sameReport(Group other) {
        Group small = size() <= other.size() ? this : other;
        Group large = small == this ? other : this;
        for (Claim claim : small.claims) {
            if (large.reports.contains(claim.report()) && large.tellsAnother(claim)) {
                return true;
            }
        }
        return false;
    }

    private boolean tellsAnother(Claim claim) {
        for (Claim own : claims) {
            if (own.report().equals(claim.report())
                    && own.fact()
                                    .terms()
                                    .amount()
                                    .value()
                                    .compareTo(claim.fact().terms().amount().value())
                            != 0) {
                return true;
            }
        }
        return false;
    }

    /** Every sum must agree with every other, so that chains of roundings lead nowhere. */
    private boolean amountsAgree(Group other) {
        for (StatedAmount one : amounts.values()) {
            for (StatedAmount two : other.amounts.values()) {
                if (!Amounts.agree(one, two)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Strongest first: outlets, claims, then an order that depends on the claims alone. */
    static Comparator<Group> strongestFirst() {
        return Comparator.comparingInt((Group group) -> -group.outlets.size())
                .thenComparingInt(group -> -group.claims.size())
                .thenComparing(Group::leader, Claim.ORDER);
    }
}
