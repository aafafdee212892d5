package dev.tranche.ledger;

import dev.tranche.fact.AidType;
import dev.tranche.mention.Bound;
import dev.tranche.mention.StatedAmount;
import dev.tranche.record.StatedTotal;
import dev.tranche.resolve.Claim;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * Places entries below the packages they are part of, and computes the remainder of a package after its known parts.
 */
final class PackageTree {

    /** No report lists more parts of one headline sum; also bounds the search for parts. */
    private static final int MOST_PARTS_SOUGHT = 40;

    /** The most characters between two sums of one enumeration. */
    private static final int ONE_BREATH = 120;

    private static final BigDecimal SLACK = new BigDecimal("0.03");

    private final Neighbours neighbours;
    private final Map<String, Commitment> entries = new LinkedHashMap<>();
    private final Map<String, String> parents = new TreeMap<>();
    private final Map<String, Integer> partsOf = new HashMap<>();
    private final Set<String> settled = new HashSet<>();
    private final Map<String, Set<Flag>> flags = new HashMap<>();

    /** Locates the claims of a report. */
    interface Neighbours {

        /** Returns the ids of the entries with a claim that its report calls a part of another. */
        Set<String> parts();

        /** Returns the id of the entry that holds a claim of the same report. */
        Optional<String> entry(Claim claim, int index);
    }

    private PackageTree(List<Commitment> list, Neighbours neighbours) {
        this.neighbours = neighbours;
        for (Commitment entry : list) {
            entries.put(entry.id(), entry);
        }
    }

    /**
     * Places entries.
     *
     * @param decided the packages that people assigned entries to, by entry id; empty for an independent entry
     * @param neighbours locates the claims of a report
     */
    static List<Commitment> place(List<Commitment> list, Map<String, Optional<String>> decided, Neighbours neighbours) {
        PackageTree tree = new PackageTree(list, neighbours);
        tree.linkDecided(decided);
        tree.linkTold();
        tree.linkSums();
        tree.linkToldSums();
        tree.joinSiblings();
        return tree.placed();
    }

    /** A person's decision counts whatever the sums; only cycles are refused. */
    private void linkDecided(Map<String, Optional<String>> decided) {
        settled.addAll(decided.keySet());
        new TreeMap<>(decided).forEach((part, whole) -> {
            if (whole.isPresent() && entries.containsKey(whole.get()) && !isAbove(part, whole.get())) {
                hang(part, whole.get());
            }
        });
    }

    /** Links stated by reports, the most reported parent first. */
    private void linkTold() {
        Set<String> parts = neighbours.parts();
        if (parts.isEmpty()) {
            return;
        }
        for (Commitment entry : entries.values()) {
            if (!parts.contains(entry.id()) || settled.contains(entry.id())) {
                continue;
            }
            List<String> told = Votes.ranked(entry.claims(), this::parent);
            for (String parent : told) {
                if (link(entry, parent)) {
                    break;
                }
            }
        }
    }

    private Optional<String> parent(Claim part) {
        OptionalInt whole = part.fact().partOf();
        return whole.isPresent() ? neighbours.entry(part, whole.getAsInt()) : Optional.empty();
    }

    private boolean link(Commitment part, String parent) {
        Commitment whole = entries.get(parent);
        if (whole == null || parent.equals(part.id())) {
            return false;
        }
        boolean sameCurrency = whole.amount().currency().equals(part.amount().currency());
        if (sameCurrency && part.amount().value().compareTo(whole.amount().value()) > 0) {
            return false;
        }
        if (isAbove(part.id(), parent)) {
            return false;
        }
        hang(part.id(), parent);
        return true;
    }

    /** Is an entry the same as, or above, the whole it is to be a part of? */
    private boolean isAbove(String part, String whole) {
        for (String up = whole; up != null; up = parents.get(up)) {
            if (up.equals(part)) {
                flag(part, Flag.CIRCULAR);
                return true;
            }
        }
        return false;
    }

    private void hang(String part, String whole) {
        String before = parents.put(part, whole);
        if (before != null) {
            partsOf.merge(before, -1, Integer::sum);
        }
        partsOf.merge(whole, 1, Integer::sum);
    }

    private boolean isWhole(String id) {
        return partsOf.getOrDefault(id, 0) > 0;
    }

    private void flag(String id, Flag flag) {
        flags.computeIfAbsent(id, key -> EnumSet.noneOf(Flag.class)).add(flag);
    }

    /** Entries of a donor and currency on a day. */
    private record Day(List<String> donors, String currency, long day) {

        static Day of(Commitment entry, int shift) {
            return new Day(
                    entry.donors(),
                    entry.amount().currency(),
                    entry.date().from().orElse(LocalDate.EPOCH).toEpochDay() + shift);
        }
    }

    /**
     * Headline sums whose parts are reported elsewhere: two entries of the same days under two authorities that add up
     * to it.
     */
    private void linkSums() {
        Map<Day, List<Commitment>> days = new HashMap<>();
        for (Commitment entry : entries.values()) {
            if (entry.date().from().isPresent()
                    && entry.authority().isPresent()
                    && !parents.containsKey(entry.id())
                    && !settled.contains(entry.id())) {
                days.computeIfAbsent(Day.of(entry, 0), key -> new ArrayList<>()).add(entry);
            }
        }
        if (days.isEmpty()) {
            return;
        }
        for (Commitment whole : entries.values()) {
            if (whole.date().from().isEmpty() || isWhole(whole.id())) {
                continue;
            }
            List<Commitment> near = new ArrayList<>();
            for (int shift = -2; shift <= 2; shift++) {
                near.addAll(days.getOrDefault(Day.of(whole, shift), List.of()));
            }
            near.removeIf(part -> part.id().equals(whole.id()) || !mayBePart(part, whole));
            near.sort(Comparator.comparing(Commitment::id));
            if (near.size() <= MOST_PARTS_SOUGHT) {
                BigDecimal slack = StatedTotal.unitOf(whole.amount().value())
                        .min(whole.amount().value().multiply(SLACK));
                linkPair(whole, near, slack, (one, two) -> !one.authority().equals(two.authority()));
            }
        }
    }

    /**
     * Wholes in one report with parts in others: two sums of the same days that add up to a third, where one report
     * states the third and one of the two.
     */
    private void linkToldSums() {
        Map<Day, List<Commitment>> days = new HashMap<>();
        for (Commitment entry : entries.values()) {
            if (isLoose(entry)) {
                days.computeIfAbsent(Day.of(entry, 0), key -> new ArrayList<>()).add(entry);
            }
        }
        for (Commitment whole : List.copyOf(entries.values())) {
            if (!isLoose(whole) || isWhole(whole.id())) {
                continue;
            }
            List<Commitment> near = new ArrayList<>();
            for (int shift = -2; shift <= 2; shift++) {
                near.addAll(days.getOrDefault(Day.of(whole, shift), List.of()));
            }
            near.removeIf(part -> part.amount().value().compareTo(whole.amount().value()) >= 0
                    || !isLoose(part)
                    || isWhole(part.id())
                    || part.stage().isPromised() != whole.stage().isPromised()
                    || !shareRecipient(part, whole));
            near.sort(Comparator.comparing(Commitment::id));
            if (near.size() > 1 && near.size() <= MOST_PARTS_SOUGHT) {
                linkPair(
                        whole,
                        near,
                        whole.amount().value().multiply(SLACK),
                        (one, two) -> isToldWith(whole, one) || isToldWith(whole, two));
            }
        }
    }

    private boolean isLoose(Commitment entry) {
        return entry.date().from().isPresent()
                && !parents.containsKey(entry.id())
                && !settled.contains(entry.id())
                && !entry.claims().isEmpty();
    }

    private static boolean isToldWith(Commitment one, Commitment two) {
        return !Collections.disjoint(one.reports(), two.reports());
    }

    private static boolean shareRecipient(Commitment one, Commitment two) {
        return one.recipients().isEmpty()
                || two.recipients().isEmpty()
                || !Collections.disjoint(one.recipients(), two.recipients());
    }

    private static boolean mayBePart(Commitment part, Commitment whole) {
        return part.amount().value().compareTo(whole.amount().value()) < 0
                && part.authority().isPresent()
                && (whole.recipients().isEmpty()
                        || whole.recipients().containsAll(part.recipients())
                        || part.recipients().containsAll(whole.recipients()))
                && (whole.authority().isEmpty() || !whole.authority().equals(part.authority()));
    }

    /** Makes the first two entries that add up to a whole its parts. */
    private void linkPair(
            Commitment whole, List<Commitment> near, BigDecimal slack, BiPredicate<Commitment, Commitment> may) {
        for (int i = 0; i < near.size(); i++) {
            for (int j = i + 1; j < near.size(); j++) {
                Commitment one = near.get(i);
                Commitment two = near.get(j);
                BigDecimal apart = one.amount()
                        .value()
                        .add(two.amount().value())
                        .subtract(whole.amount().value())
                        .abs();
                if (apart.compareTo(slack) <= 0 && may.test(one, two)) {
                    link(one, whole.id());
                    link(two, whole.id());
                    return;
                }
            }
        }
    }

    /**
     * Sums under different authorities that one report lists together are one package; its sum is computed.
     */
    private void joinSiblings() {
        Map<String, Commitment> sought = new TreeMap<>();
        for (Commitment entry : entries.values()) {
            if (entry.authority().isPresent()
                    && !parents.containsKey(entry.id())
                    && !settled.contains(entry.id())
                    && !isWhole(entry.id())) {
                sought.put(entry.id(), entry);
            }
        }
        Map<String, Set<String>> siblings = new TreeMap<>();
        for (Commitment entry : sought.values()) {
            for (Claim claim : entry.claims()) {
                Optional<Commitment> next =
                        neighbours.entry(claim, claim.index() + 1).map(sought::get);
                if (next.isPresent() && inOneBreath(claim, next.get())) {
                    siblings.computeIfAbsent(claim.id(), key -> new TreeSet<>())
                            .addAll(List.of(entry.id(), next.get().id()));
                }
            }
        }
        for (Set<String> ids : siblings.values()) {
            List<Commitment> parts =
                    ids.stream().map(entries::get).filter(Objects::nonNull).toList();
            long authorities =
                    parts.stream().map(Commitment::authority).distinct().count();
            Commitment first = parts.getFirst();
            boolean alike = parts.stream()
                    .allMatch(part -> part.donors().equals(first.donors())
                            && part.recipients().equals(first.recipients())
                            && part.date().equals(first.date())
                            && part.amount().currency().equals(first.amount().currency())
                            && !parents.containsKey(part.id()));
            if (parts.size() > 1 && authorities == parts.size() && alike) {
                Commitment whole = whole(parts);
                entries.put(whole.id(), whole);
                parts.forEach(part -> hang(part.id(), whole.id()));
            }
        }
    }

    private static boolean inOneBreath(Claim claim, Commitment next) {
        int end = claim.fact().evidence().span().end();
        return next.claims().stream()
                .filter(other -> other.report().equals(claim.report()) && other.index() == claim.index() + 1)
                .anyMatch(other -> other.fact().evidence().span().start() - end < ONE_BREATH
                        && other.fact().terms().stage() == claim.fact().terms().stage());
    }

    private static Commitment whole(List<Commitment> parts) {
        Commitment first = parts.getFirst();
        BigDecimal sum = BigDecimal.ZERO;
        Bound bound = Bound.EXACTLY;
        for (Commitment part : parts) {
            sum = sum.add(part.amount().value());
            bound = part.amount().bound() == Bound.EXACTLY
                    ? bound
                    : part.amount().bound();
        }
        StatedAmount amount = StatedAmount.of(sum, first.amount().currency(), bound);
        return new Commitment(
                "sum-of-" + first.id(),
                first.donors(),
                first.recipients(),
                amount,
                first.type(),
                Optional.empty(),
                first.stage(),
                first.date(),
                Optional.empty(),
                false,
                OptionalInt.empty(),
                List.of(),
                List.of(),
                EnumSet.of(Flag.COMPUTED),
                List.of(),
                Optional.empty(),
                Review.NONE,
                Judgement.SOUND);
    }

    private List<Commitment> placed() {
        Map<String, List<Commitment>> parts = new HashMap<>();
        parents.forEach((part, whole) -> {
            Commitment entry = entries.get(part);
            if (entry != null) {
                parts.computeIfAbsent(whole, key -> new ArrayList<>()).add(entry);
            }
        });
        List<Commitment> result = new ArrayList<>();
        for (Commitment entry : entries.values()) {
            List<Commitment> below = parts.getOrDefault(entry.id(), List.of());
            Optional<Commitment> rest = below.isEmpty() ? Optional.empty() : rest(entry, below);
            // A computed whole is not a leaf, whatever is below it.
            boolean leaf = below.isEmpty() && entry.leaf();
            result.add(entry.placed(Optional.ofNullable(parents.get(entry.id())), leaf, flags(entry)));
            rest.ifPresent(result::add);
        }
        return result;
    }

    private Set<Flag> flags(Commitment entry) {
        Set<Flag> more = flags.getOrDefault(entry.id(), Set.of());
        if (entry.flags().containsAll(more)) {
            return entry.flags();
        }
        Set<Flag> all = EnumSet.copyOf(more);
        all.addAll(entry.flags());
        return all;
    }

    /** The remainder of the whole after its parts, if it is more than rounding and all sums are in one currency. */
    private Optional<Commitment> rest(Commitment whole, List<Commitment> parts) {
        BigDecimal sum = BigDecimal.ZERO;
        List<String> receivers = new ArrayList<>(whole.recipients());
        boolean loose = whole.amount().bound() != Bound.EXACTLY;
        for (Commitment part : parts) {
            if (!part.amount().currency().equals(whole.amount().currency())) {
                return Optional.empty();
            }
            sum = sum.add(part.amount().value());
            receivers.removeAll(part.recipients());
            loose |= part.amount().bound() != Bound.EXACTLY;
        }
        BigDecimal rest = whole.amount().value().subtract(sum);
        BigDecimal slack = whole.amount().value().multiply(SLACK);
        if (rest.compareTo(slack.negate()) < 0) {
            flag(whole.id(), Flag.PARTS_EXCEED);
        }
        if (rest.compareTo(slack) <= 0) {
            return Optional.empty();
        }
        StatedAmount amount = StatedAmount.of(rest, whole.amount().currency(), loose ? Bound.ABOUT : Bound.EXACTLY);
        List<String> forWhom = receivers.isEmpty() ? whole.recipients() : receivers;
        boolean oneType = parts.stream().allMatch(part -> part.type() == whole.type());
        return Optional.of(new Commitment(
                "rest-of-" + whole.id(),
                whole.donors(),
                forWhom,
                amount,
                oneType ? whole.type() : AidType.UNKNOWN,
                whole.authority(),
                whole.stage(),
                whole.date(),
                Optional.of(whole.id()),
                true,
                OptionalInt.empty(),
                List.of(),
                List.of(),
                EnumSet.of(Flag.COMPUTED),
                List.<Claim>of(),
                Optional.empty(),
                Review.NONE,
                Judgement.SOUND));
    }
}
