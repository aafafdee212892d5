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
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Claims treated as one commitment while groups are being joined. Two groups are equal only if they are the same
 * object.
 */
final class Group {

    /** The most claims on which two groups are compared amount by amount. */
    private static final int MOST_AMOUNTS = 24;

    /** Sums of one bill that differ by more than rounding are reported within this many days. */
    private static final int NEAR_BILL_DAYS = 30;

    /** Up to this many claims, a linear search is faster than maintaining a set. */
    private static final int FEW = 16;

    private final List<Claim> claims;
    private Claim leader;
    private final List<StatedAmount> amounts;
    private Set<String> reports = Set.of();
    private Set<String> outlets = Set.of();
    private int outletCount;
    private Set<String> donors = Set.of();
    private Set<String> recipients = Set.of();
    private Set<String> authorities = Set.of();
    private Set<Integer> ordinals = Set.of();
    private Set<AidType> types = Set.of();
    private int announced;
    private int legislative;
    private boolean prominent;
    private boolean deliveredOnly = true;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long announcedOn = Long.MAX_VALUE;

    private Group(Claim first, int expected) {
        leader = first;
        claims = new ArrayList<>(expected);
        amounts = new ArrayList<>(1);
    }

    static Group of(Claim claim) {
        return of(List.of(claim));
    }

    /** Builds the group of claims in the order in which they are joined. */
    static Group of(List<Claim> claims) {
        Group group = new Group(claims.getFirst(), claims.size());
        claims.forEach(group::add);
        return group;
    }

    void add(Claim claim) {
        addOutlet(claim);
        claims.add(claim);
        if (Claim.ORDER.compare(claim, leader) < 0) {
            leader = claim;
        }
        Terms terms = claim.fact().terms();
        if (amounts.size() < MOST_AMOUNTS && !amounts.contains(terms.amount())) {
            amounts.add(terms.amount());
        }
        for (String donor : terms.donors()) {
            donors = with(donors, donor);
        }
        for (String recipient : terms.recipients()) {
            recipients = with(recipients, recipient);
        }
        if (terms.authority().isPresent()) {
            authorities = with(authorities, terms.authority().get());
        }
        Optional<Integer> ordinal = ordinal(claim.fact());
        if (ordinal.isPresent()) {
            ordinals = with(ordinals, ordinal.get());
        }
        if (terms.type() == AidType.FINANCIAL
                || terms.type() == AidType.HUMANITARIAN
                || terms.type() == AidType.MILITARY) {
            types = with(types, terms.type());
        }
        prominent |= claim.prominent();
        legislative += isLegislative(terms.stage()) ? 1 : 0;
        deliveredOnly &= terms.stage() == Stage.DELIVERED;
        if (claim.isDated()) {
            long day = claim.firstDay().map(LocalDate::toEpochDay).orElse(0L);
            first = Math.min(first, day);
            last = Math.max(last, day);
            if (terms.stage() == Stage.ANNOUNCED) {
                announced++;
                announcedOn = Math.min(announcedOn, day);
            }
        }
    }

    private void addOutlet(Claim claim) {
        if (claims.size() == FEW) {
            outlets = new HashSet<>();
            reports = new HashSet<>();
            for (Claim own : claims) {
                outlets.add(own.outlet());
                reports.add(own.report());
            }
        }
        boolean known = false;
        if (claims.size() < FEW) {
            for (Claim own : claims) {
                known |= own.outlet().equals(claim.outlet());
            }
        } else {
            known = !outlets.add(claim.outlet());
            reports.add(claim.report());
        }
        outletCount += known ? 0 : 1;
    }

    /** Most sets here hold one value; such sets take no extra memory. */
    private static <T> Set<T> with(Set<T> set, T value) {
        if (set.contains(value)) {
            return set;
        }
        if (set.isEmpty()) {
            return Set.of(value);
        }
        if (set instanceof HashSet<T>) {
            set.add(value);
            return set;
        }
        Set<T> larger = new HashSet<>(set);
        larger.add(value);
        return larger;
    }

    void addAll(Group other) {
        for (Claim claim : other.claims) {
            add(claim);
        }
    }

    /** Returns another group of the same claims. */
    Group copy() {
        return of(claims);
    }

    /** Does another group hold exactly the same claims, joined in the same order? */
    boolean isAs(Group other) {
        return claims.equals(other.claims);
    }

    /** Returns the claims in the order in which they were joined. */
    List<Claim> joined() {
        return claims;
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

    /** Do more claims call it requested, voted or stopped than announced? */
    boolean isLegislative() {
        return legislative > announced;
    }

    boolean isAnnounced() {
        return announced > 0 && !isLegislative();
    }

    /** Is it reported for months with the same sum: a bill, or a loan of a body that lends by programmes? */
    boolean isLong() {
        return isLegislative() || isProgramme();
    }

    /** Is it a loan of a body that lends by programmes to a named recipient? */
    private boolean isProgramme() {
        return !recipients.isEmpty() && Programmes.areOf(donors);
    }

    boolean isDated() {
        return first <= last;
    }

    /** Do all claims report a delivery? */
    boolean isDeliveredOnly() {
        return deliveredOnly;
    }

    /** Returns the day that represents the group: of the first announcement, else of the first claim. */
    long day() {
        return isAnnounced() ? announcedOn : first;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    /** Is it news rather than a restated sum, being in a headline or reported by two outlets? */
    boolean isFresh() {
        return prominent || outletCount > 1;
    }

    int size() {
        return claims.size();
    }

    /** Returns the amount that represents the group: that of its first claim. */
    StatedAmount amount() {
        return claims.getFirst().fact().terms().amount();
    }

    /** Returns all amounts of the group, each once. */
    List<StatedAmount> amounts() {
        return amounts;
    }

    /** Can both be one commitment, judging by donor, recipient, sum, kind, authority and ordinal? */
    boolean agrees(Group other) {
        return agree(donors, other.donors)
                && agreeOnRecipients(other)
                && agree(authorities, other.authorities)
                && agree(ordinals, other.ordinals)
                && (bothBills(other) || agree(types, other.types))
                && (amountsAgree(other) || nearBills(other))
                && (isNear(other) || !recipients.isEmpty() && !other.recipients.isEmpty())
                && !sameReport(other, bothBills(other));
    }

    /** Are the days as close as those of one news item? Across months, the recipient must be stated to be the same. */
    private boolean isNear(Group other) {
        return !isDated()
                || !other.isDated()
                || Math.max(first, other.first) - Math.min(last, other.last) <= Join.NEWS_DAYS;
    }

    /** Reports describe the types in a bill differently from day to day; a merely planned sum may be a future bill. */
    private boolean bothBills(Group other) {
        return isLegislative() && other.isOpen() || isOpen() && other.isLegislative();
    }

    /** Does no claim say that it was given? */
    private boolean isOpen() {
        return isLegislative() || announced == 0 && !deliveredOnly;
    }

    /**
     * A large bill is reported as 44.9, 45, 47 and "nearly 50" billion on its way through the chambers: sums slightly
     * over a tenth apart at most, reported within weeks, for the same parties, are one bill.
     */
    private boolean nearBills(Group other) {
        if (!bothBills(other)
                || !isDated()
                || !other.isDated()
                || donors.isEmpty()
                || !agree(donors, other.donors)
                || recipients.isEmpty()
                || other.recipients.isEmpty()
                || Math.max(first, other.first) - Math.min(last, other.last) > NEAR_BILL_DAYS) {
            return false;
        }
        StatedAmount one = amount();
        StatedAmount two = other.amount();
        return one.currency().equals(two.currency()) && Amounts.near(one, two);
    }

    /** Can both be one commitment stated in two currencies? Both must name the donor and the recipient. */
    boolean agreesAcrossCurrencies(Group other, int year) {
        boolean parties = !donors.isEmpty()
                && donors.equals(other.donors)
                && !recipients.isEmpty()
                && recipients.equals(other.recipients);
        if (!parties
                || !agree(authorities, other.authorities)
                || !agree(ordinals, other.ordinals)
                || !agree(types, other.types) && !sharesReport(other)) {
            return false;
        }
        for (StatedAmount one : amounts) {
            for (StatedAmount two : other.amounts) {
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

    /** Does one report state both? Then a sum in another currency is a conversion, whatever type is read for it. */
    private boolean sharesReport(Group other) {
        return claims.stream()
                .anyMatch(own ->
                        other.claims.stream().anyMatch(claim -> claim.report().equals(own.report())));
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

    /** A part for one recipient and a whole for several may have equal sums and remain two: recipients must nest. */
    private boolean agreeOnRecipients(Group other) {
        return recipients.isEmpty()
                || other.recipients.isEmpty()
                || recipients.containsAll(other.recipients)
                || other.recipients.containsAll(recipients);
    }

    /**
     * Two sums that one report distinguishes are two, unless they are equal.
     *
     * @param rounded do sums count as equal if one is the other rounded?
     */
    private boolean sameReport(Group other, boolean rounded) {
        Group small = size() <= other.size() ? this : other;
        Group large = small == this ? other : this;
        for (Claim claim : small.claims) {
            boolean mayTell = large.reports.isEmpty() || large.reports.contains(claim.report());
            if (mayTell && large.tellsAnother(claim, rounded)) {
                return true;
            }
        }
        return false;
    }

    private boolean tellsAnother(Claim claim, boolean rounded) {
        StatedAmount sum = claim.fact().terms().amount();
        for (Claim own : claims) {
            StatedAmount told = own.fact().terms().amount();
            if (own.report().equals(claim.report())
                    && told.value().compareTo(sum.value()) != 0
                    && !(rounded && Amounts.agree(told, sum))) {
                return true;
            }
        }
        return false;
    }

    /** Every sum must agree with every other, so that chains of roundings are ruled out. */
    private boolean amountsAgree(Group other) {
        for (StatedAmount one : amounts) {
            for (StatedAmount two : other.amounts) {
                if (!Amounts.agree(one, two)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Strongest first: outlets, claims, then an order that depends on the claims alone. */
    static Comparator<Group> strongestFirst() {
        return STRONGEST_FIRST;
    }

    private static final Comparator<Group> STRONGEST_FIRST = Comparator.comparingInt(
                    (Group group) -> -group.outletCount)
            .thenComparingInt(group -> -group.claims.size())
            .thenComparing(Group::leader, Claim.ORDER);
}
