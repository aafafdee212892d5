package dev.tranche.standing;

import dev.tranche.fact.AidType;
import dev.tranche.fact.RuleId;
import dev.tranche.fact.Stage;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Doubt;
import dev.tranche.ledger.Flag;
import dev.tranche.ledger.TotalClaim;
import dev.tranche.resolve.Amounts;
import dev.tranche.resolve.Claim;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds doubts about an entry: one method for each. */
final class OwnDoubts {

    /** A sum this many times the usual needs several sources; bills and totals are that large, packages are not. */
    private static final int LARGE = 10;

    /** No package in the public records is this many times the usual one of its donor. */
    private static final int HUGE = 25;

    /** A sum this small a share of the usual is mostly not assistance between states. */
    private static final BigDecimal SMALL = new BigDecimal("0.02");

    /** A sum that may be a bill or a total is at least this many times the usual. */
    private static final int NOTABLE = 3;

    /** A bill is reported on for this many days before and after its vote. */
    private static final int BILL_TOLD = 400;

    /** Two reports of one announcement are at most this many days apart. */
    private static final int DOUBLE_DAYS = 3;

    /** A package is repeated as background for this many days. */
    private static final int BACKGROUND = 200;

    /** An appeal may be addressed to nobody in particular. */
    private static final int ASKED_OF_ANYONE = 20;

    /** The code for several states not named in a report. */
    private static final String UNNAMED = "ALLIES";

    /** Rules that are right at least this often need no second report. */
    private static final BigDecimal ENOUGH = new BigDecimal("0.7");

    private final Proportions proportions;
    private final Map<String, Commitment> entries;
    private final Predicate<Commitment> isSound;
    private final TotalDoubts totals;
    private final Neighbours neighbours;

    /**
     * Builds a finder.
     *
     * @param entries all entries by their ids
     * @param isSound does a bill count? One that does not cannot cast doubt on others
     */
    OwnDoubts(
            Proportions proportions,
            List<TotalClaim> told,
            Neighbours neighbours,
            Map<String, Commitment> entries,
            Predicate<Commitment> isSound) {
        this.entries = entries;
        this.proportions = proportions;
        this.isSound = isSound;
        this.neighbours = neighbours;
        this.totals = new TotalDoubts(told);
    }

    List<Doubt> of(Commitment entry) {
        List<Doubt> doubts = new ArrayList<>();
        if (entry.claims().isEmpty()) {
            return doubts;
        }
        parties(entry, doubts);
        CellDoubts.of(entry, entry.parent().flatMap(id -> Optional.ofNullable(entries.get(id))))
                .ifPresent(doubts::add);
        weakRule(entry).ifPresent(doubts::add);
        stages(entry).ifPresent(doubts::add);
        Optional<BigDecimal> times = timesUsual(entry);
        proportion(entry, times).ifPresent(doubts::add);
        if (isGiven(entry)) {
            if (times.isEmpty() || times.get().compareTo(BigDecimal.valueOf(NOTABLE)) >= 0) {
                totals.running(entry, isLarge(times)).ifPresent(doubts::add);
                sameAsBill(entry, times).ifPresent(doubts::add);
            }
            totals.above(entry).ifPresent(doubts::add);
            twice(entry).ifPresent(doubts::add);
            slip(entry).ifPresent(doubts::add);
            toldAgain(entry).ifPresent(doubts::add);
        }
        return doubts;
    }

    private static boolean isGiven(Commitment entry) {
        return entry.stage().isPromised() || entry.stage() == Stage.PLANNED;
    }

    static String sum(Commitment entry) {
        return Doubt.words(entry.amount().value(), entry.amount().currency());
    }

    private static void parties(Commitment entry, List<Doubt> doubts) {
        if (entry.donors().isEmpty()) {
            doubts.add(new Doubt(
                    "no-donor",
                    "No report says who gives it. A report that names the donor would settle it.",
                    ids(entry),
                    entry.stage() == Stage.REQUESTED ? ASKED_OF_ANYONE : 50));
        }
        if (entry.recipients().isEmpty()) {
            doubts.add(new Doubt(
                    "no-recipient",
                    "No report says who receives it. A report that names the recipient would settle it.",
                    ids(entry),
                    50));
        }
        if (!entry.donors().isEmpty() && entry.recipients().containsAll(entry.donors())) {
            doubts.add(new Doubt(
                    "domestic",
                    "Donor and recipient are the same, so it is not assistance to another state.",
                    ids(entry),
                    60));
        }
        if (entry.type() == AidType.UNKNOWN) {
            doubts.add(new Doubt(
                    "no-kind",
                    "No report says which type of assistance it is. A report that does would settle it.",
                    ids(entry),
                    20));
        }
    }

    private static List<String> ids(Commitment entry) {
        return entry.claims().stream().map(Claim::id).limit(5).toList();
    }

    /**
     * A sum in one text is as doubtful as the rule that read it is weak: the weight is the shortfall in its precision.
     */
    private static Optional<Doubt> weakRule(Commitment entry) {
        if (entry.origins() > 1) {
            return Optional.empty();
        }
        Optional<RuleId> best = entry.claims().stream()
                .map(claim -> claim.fact().rule())
                .max(Comparator.comparing(
                        rule -> RulePrecision.shipped().of(rule).expected()));
        int lacking = best.map(
                        rule -> ENOUGH.subtract(RulePrecision.shipped().of(rule).expected()))
                .orElse(BigDecimal.ZERO)
                .movePointRight(2)
                .intValue();
        return best.filter(rule -> lacking > 0)
                .map(rule -> new Doubt(
                        "one-weak-report",
                        "Only one text reports it, and the rule " + rule + " was right in "
                                + RulePrecision.shipped().of(rule).right() + " of "
                                + RulePrecision.shipped().of(rule).read()
                                + " annotated sums. A second independent report would remove the doubt.",
                        ids(entry),
                        lacking));
    }

    /** Equally many outlets call it stopped and given. */
    private static Optional<Doubt> stages(Commitment entry) {
        long stopped = outlets(entry, Stage.BLOCKED);
        long given = outlets(entry, Stage.ANNOUNCED);
        return stopped > 0 && stopped == given
                ? Optional.of(new Doubt(
                        "stage-differs",
                        "As many outlets report it as stopped as report it as announced (" + given
                                + "). A later report would settle it.",
                        ids(entry),
                        30))
                : Optional.empty();
    }

    private static long outlets(Commitment entry, Stage stage) {
        return entry.claims().stream()
                .filter(claim -> claim.fact().terms().stage() == stage)
                .map(Claim::outlet)
                .distinct()
                .count();
    }

    private Optional<BigDecimal> timesUsual(Commitment entry) {
        Optional<Proportions.Usual> usual = proportions.usual(entry);
        Optional<BigDecimal> dollars = Proportions.dollars(entry);
        return usual.isPresent() && dollars.isPresent()
                ? Optional.of(dollars.get().divide(usual.get().median(), 4, RoundingMode.HALF_UP))
                : Optional.empty();
    }

    private Optional<Doubt> proportion(Commitment entry, Optional<BigDecimal> times) {
        if (times.isEmpty()) {
            return Optional.empty();
        }
        Proportions.Usual usual = proportions.usual(entry).orElseThrow();
        if (times.get().compareTo(SMALL) <= 0) {
            return Optional.of(new Doubt(
                    "very-small",
                    sum(entry) + " is less than a fiftieth of the median of " + usual.sums() + " sums "
                            + (usual.own() ? "of its donor" : "of the book") + " ("
                            + Doubt.words(usual.median(), "USD")
                            + "). A second independent report would remove the doubt.",
                    ids(entry),
                    30));
        }
        // Bills are large by nature: only huge ones in a single text are doubtful among them.
        boolean huge = times.get().compareTo(BigDecimal.valueOf(HUGE)) >= 0;
        boolean bill = !isGiven(entry);
        if (times.get().compareTo(BigDecimal.valueOf(LARGE)) < 0 || bill && (!huge || entry.origins() > 1)) {
            return Optional.empty();
        }
        return Optional.of(new Doubt(
                "out-of-proportion",
                sum(entry) + " is " + times.get().setScale(0, RoundingMode.HALF_UP) + " times the median of "
                        + usual.sums() + " sums " + (usual.own() ? "of its donor" : "of the book") + " ("
                        + Doubt.words(usual.median(), "USD")
                        + "). Several independent reports, an official one or a row of the record would remove the"
                        + " doubt.",
                ids(entry),
                weight(entry, huge)));
    }

    private static int weight(Commitment entry, boolean huge) {
        if (!isGiven(entry)) {
            return 60;
        }
        return huge ? 85 : 45;
    }

    /** Is a sum many times the usual? */
    boolean isLarge(Commitment entry) {
        return isLarge(timesUsual(entry));
    }

    private static boolean isLarge(Optional<BigDecimal> times) {
        return times.isPresent() && times.get().compareTo(BigDecimal.valueOf(LARGE)) >= 0;
    }

    private Optional<Doubt> sameAsBill(Commitment entry, Optional<BigDecimal> times) {
        for (Commitment bill : neighbours.bills(entry)) {
            boolean near = Math.abs(Neighbours.day(bill) - Neighbours.day(entry)) <= BILL_TOLD;
            boolean sum = Amounts.agree(entry.amount(), bill.amount())
                    || isLarge(times) && Amounts.near(entry.amount(), bill.amount());
            if (near
                    && sum
                    && Neighbours.shareRecipient(entry, bill)
                    && !Neighbours.related(entry, bill)
                    && !areOfTwoKinds(entry, bill)
                    && isSound.test(bill)) {
                return Optional.of(new Doubt(
                        "same-as-bill",
                        sum(entry) + " is the sum of a bill that is "
                                + bill.stage().slug() + " ("
                                + Doubt.words(
                                        bill.amount().value(), bill.amount().currency())
                                + "): requested or voted money counts as such, and packages are drawn from it.",
                        List.of(bill.id()),
                        60));
            }
        }
        return Optional.empty();
    }

    /** Two sums of one day, pair and type that nearly agree belong to one commitment; the less reported one yields. */
    private Optional<Doubt> twice(Commitment entry) {
        List<Commitment> found = new ArrayList<>();
        neighbours.visit(entry, DOUBLE_DAYS, DOUBLE_DAYS, other -> {
            // Reports last: listing them for every neighbour of a long book takes longer than all other questions.
            boolean near =
                    Amounts.agree(entry.amount(), other.amount()) || Amounts.near(entry.amount(), other.amount());
            if (near
                    && isGiven(other)
                    && (isWeaker(entry, other) && mayBeOne(entry, other) || repeatsHeadline(entry, other))) {
                found.add(other);
            }
        });
        return found.stream()
                .findFirst()
                .map(other -> new Doubt(
                        "possible-double",
                        sum(entry) + " may be " + sum(other)
                                + " from the same days, reported differently; that one has "
                                + other.outlets() + (other.outlets() == 1 ? " outlet" : " outlets")
                                + ". A decision to keep both would remove the doubt.",
                        List.of(other.id()),
                        55));
    }

    /** Does the text of one report give, for another recipient, the same sum as its headline? */
    private static boolean repeatsHeadline(Commitment entry, Commitment other) {
        return entry.reports().size() == 1
                && other.reports().containsAll(entry.reports())
                && entry.amount().value().compareTo(other.amount().value()) == 0
                && entry.claims().stream().noneMatch(Claim::prominent)
                && other.claims().stream()
                        .anyMatch(claim -> claim.prominent() && entry.reports().contains(claim.report()))
                && !Neighbours.related(entry, other);
    }

    private static boolean mayBeOne(Commitment one, Commitment two) {
        boolean authorities = one.authority().isPresent()
                && two.authority().isPresent()
                && !one.authority().equals(two.authority());
        boolean ordinals = one.ordinal().isPresent()
                && two.ordinal().isPresent()
                && !one.ordinal().equals(two.ordinal());
        boolean told = !Collections.disjoint(one.reports(), two.reports());
        // One outlet may call the same sum on the same days budget aid, another relief.
        boolean kinds = areOfTwoKinds(one, two)
                && one.amount().value().compareTo(two.amount().value()) != 0;
        return !authorities
                && !ordinals
                && !kinds
                && !told
                && mayShareRecipient(one, two)
                && !Neighbours.related(one, two);
    }

    /** Unnamed recipients may be those named by the other entry. */
    private static boolean mayShareRecipient(Commitment one, Commitment two) {
        boolean same = one.amount().value().compareTo(two.amount().value()) == 0;
        boolean unnamed = one.recipients().contains(UNNAMED) || two.recipients().contains(UNNAMED);
        return Neighbours.shareRecipient(one, two) || same && unnamed;
    }

    private static boolean areOfTwoKinds(Commitment one, Commitment two) {
        return isPlain(one.type()) && isPlain(two.type()) && one.type() != two.type();
    }

    private static boolean isPlain(AidType type) {
        return type != AidType.UNKNOWN && type != AidType.MIXED;
    }

    private static boolean isWeaker(Commitment entry, Commitment other) {
        if (entry.outlets() != other.outlets()) {
            return entry.outlets() < other.outlets();
        }
        if (entry.leaf() != other.leaf()) {
            return entry.leaf();
        }
        return entry.claims().size() != other.claims().size()
                ? entry.claims().size() < other.claims().size()
                : entry.id().compareTo(other.id()) > 0;
    }

    /** The same digits in another order, beside a sum that more outlets report: a typing error. */
    private Optional<Doubt> slip(Commitment entry) {
        List<Commitment> found = new ArrayList<>();
        neighbours.visit(entry, DOUBLE_DAYS, DOUBLE_DAYS, other -> {
            // Digits last: sorting them for every neighbour of a long book takes longer than all other questions.
            if (other.outlets() >= 2 * entry.outlets()
                    && entry.amount().value().compareTo(other.amount().value()) != 0
                    && Neighbours.shareRecipient(entry, other)
                    && sameSize(entry, other)
                    && digits(entry).length > 2
                    && Arrays.equals(digits(entry), digits(other))) {
                found.add(other);
            }
        });
        return found.stream()
                .findFirst()
                .map(other -> new Doubt(
                        "digit-slip",
                        sum(entry) + " has the same digits as " + sum(other) + ", which " + other.outlets()
                                + " outlets report for the same days.",
                        List.of(other.id()),
                        60));
    }

    private static char[] digits(Commitment entry) {
        char[] digits = entry.amount()
                .value()
                .stripTrailingZeros()
                .unscaledValue()
                .toString()
                .toCharArray();
        Arrays.sort(digits);
        return digits;
    }

    private static boolean sameSize(Commitment one, Commitment two) {
        BigDecimal large = one.amount().value().max(two.amount().value());
        BigDecimal small = one.amount().value().min(two.amount().value());
        return large.compareTo(small.multiply(BigDecimal.TEN)) < 0;
    }

    /** An equal sum of the same pair, reported once, beside other news, weeks after it was announced. */
    private Optional<Doubt> toldAgain(Commitment entry) {
        boolean background = entry.origins() == 1
                && entry.ordinal().isEmpty()
                && entry.parent().isEmpty()
                && !entry.flags().contains(Flag.COMPUTED)
                && entry.claims().stream().noneMatch(Claim::prominent);
        if (!background) {
            return Optional.empty();
        }
        List<Commitment> found = new ArrayList<>();
        neighbours.visit(entry, BACKGROUND, 0, other -> {
            if (Neighbours.day(entry) - Neighbours.day(other) > DOUBLE_DAYS
                    && other.stage().isPromised()
                    && entry.amount().value().compareTo(other.amount().value()) == 0
                    && mayBeOne(entry, other)) {
                found.add(other);
            }
        });
        return found.stream()
                .findFirst()
                .map(other -> new Doubt(
                        "told-again",
                        "An equal sum was announced on "
                                + other.date().from().map(Object::toString).orElse("an earlier day")
                                + "; the only report of this one mentions it beside other news.",
                        List.of(other.id()),
                        30));
    }
}
