package dev.tranche.eval;

import dev.tranche.fact.AidType;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Flag;
import dev.tranche.ledger.Ledger;
import dev.tranche.mention.Bound;
import dev.tranche.mention.StatedAmount;
import dev.tranche.resolve.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How well a ledger covers announcements known to have been made.
 *
 * <p>An announcement is reported by a stream if a report at most {@value #TOLD_DAYS} days before or after its day
 * states its sum or the sum of one of its parts in words. It is found if an entry of the donor for the recipient has
 * its sum and a day at most {@value #FOUND_DAYS} days off.
 *
 * @param outcomes one for each announcement, in order
 * @param unexplained military entries of the span that are not announcements, in order; a person must judge which of
 *     them are commitments of another kind
 * @param entries number of military entries in the span
 */
public record LedgerScore(List<Outcome> outcomes, List<Commitment> unexplained, int entries) {

    /** The most days between an announcement and a report of its sum. */
    public static final int TOLD_DAYS = 3;

    /** The most days by which the day of an entry may be off. */
    public static final int FOUND_DAYS = 2;

    /** Entries up to this many days off count as reports of the announcement, so that duplicates are seen. */
    private static final int NEAR_DAYS = 10;

    private static final BigDecimal LEAST = BigDecimal.valueOf(50_000_000);
    private static final BigDecimal MOST = BigDecimal.valueOf(10_000_000_000L);

    /**
     * An announcement known to have been made.
     *
     * @param date its day
     * @param parts its sums by authority, at least one, in whole US dollars
     */
    public record Announcement(LocalDate date, List<BigDecimal> parts) {

        /** Refuses announcements without a sum. */
        public Announcement {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("an announcement has a sum: " + date);
            }
        }

        /** Returns the sum of its parts: the headline. */
        public BigDecimal headline() {
            return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** Is this its headline sum or one of its parts, within rounding? */
        public boolean hasSum(StatedAmount amount) {
            return agrees(headline(), amount) || parts.stream().anyMatch(part -> agrees(part, amount));
        }

        private static boolean agrees(BigDecimal sum, StatedAmount amount) {
            return Amounts.agree(StatedAmount.of(sum, "USD", Bound.EXACTLY), amount);
        }

        /** Is the day within the given number of days of it? */
        public boolean isNear(LocalDate day, int days) {
            return Math.abs(day.toEpochDay() - date.toEpochDay()) <= days;
        }
    }

    /**
     * The outcome for an announcement.
     *
     * @param announcement the announcement
     * @param told does the stream report it at all?
     * @param found entries with its headline, or with its parts, within the days allowed
     * @param near roots of the package tree with one of its sums, a little further off
     */
    public record Outcome(Announcement announcement, boolean told, List<Commitment> found, List<Commitment> near) {

        /** Copies the lists. */
        public Outcome {
            found = List.copyOf(found);
            near = List.copyOf(near);
        }

        /** Is its headline an entry, or is each of its parts? */
        public boolean isFound() {
            boolean headline =
                    found.stream().anyMatch(entry -> Announcement.agrees(announcement.headline(), entry.amount()));
            return headline
                    || announcement.parts().stream()
                            .allMatch(part ->
                                    found.stream().anyMatch(entry -> Announcement.agrees(part, entry.amount())));
        }
    }

    /** Copies the lists. */
    public LedgerScore {
        outcomes = List.copyOf(outcomes);
        unexplained = List.copyOf(unexplained);
    }

    /**
     * Scores a ledger.
     *
     * @param told whether the stream reports an announcement
     */
    public static LedgerScore of(
            Ledger ledger,
            List<Announcement> announcements,
            Predicate<Announcement> told,
            String donor,
            String recipient) {
        List<Commitment> given = ledger.entries().stream()
                .filter(entry ->
                        entry.donors().contains(donor) && entry.recipients().contains(recipient))
                .filter(entry -> !entry.flags().contains(Flag.COMPUTED))
                .toList();
        List<Outcome> outcomes = new ArrayList<>();
        for (Announcement announcement : announcements) {
            List<Commitment> near = given.stream()
                    .filter(entry -> announcement.hasSum(entry.amount()) && isNear(entry, announcement, NEAR_DAYS))
                    .filter(entry -> nearest(entry, announcements).equals(Optional.of(announcement)))
                    .toList();
            List<Commitment> found = near.stream()
                    .filter(entry -> isNear(entry, announcement, FOUND_DAYS))
                    .toList();
            List<Commitment> roots =
                    near.stream().filter(entry -> entry.parent().isEmpty()).toList();
            outcomes.add(new Outcome(announcement, told.test(announcement), found, roots));
        }
        return new LedgerScore(
                outcomes,
                unexplained(given, announcements),
                military(given, announcements).size());
    }

    private static Optional<Announcement> nearest(Commitment entry, List<Announcement> announcements) {
        return announcements.stream()
                .filter(one -> one.hasSum(entry.amount()) && day(entry).isPresent())
                .min(java.util.Comparator.comparingLong(one -> Math.abs(
                        day(entry).orElseThrow().toEpochDay() - one.date().toEpochDay())));
    }

    private static Optional<LocalDate> day(Commitment entry) {
        return entry.date().from().or(entry.date()::to);
    }

    private static boolean isNear(Commitment entry, Announcement announcement, int days) {
        return day(entry).filter(day -> announcement.isNear(day, days)).isPresent();
    }

    private static List<Commitment> military(List<Commitment> given, List<Announcement> announcements) {
        if (announcements.isEmpty()) {
            return List.of();
        }
        LocalDate first = announcements.getFirst().date().minusDays(FOUND_DAYS);
        LocalDate last = announcements.getLast().date().plusDays(FOUND_DAYS);
        return given.stream()
                .filter(entry -> entry.type() == AidType.MILITARY)
                .filter(entry -> entry.amount().value().compareTo(LEAST) >= 0
                        && entry.amount().value().compareTo(MOST) <= 0)
                .filter(entry -> day(entry)
                        .filter(day -> !day.isBefore(first) && !day.isAfter(last))
                        .isPresent())
                .toList();
    }

    private static List<Commitment> unexplained(List<Commitment> given, List<Announcement> announcements) {
        return military(given, announcements).stream()
                .filter(entry -> announcements.stream()
                        .noneMatch(one -> one.hasSum(entry.amount()) && isNear(entry, one, FOUND_DAYS)))
                .toList();
    }

    /** Returns the number of announcements that the stream reports. */
    public int told() {
        return (int) outcomes.stream().filter(Outcome::told).count();
    }

    /** Returns the number of reported announcements found. */
    public int found() {
        return (int) outcomes.stream()
                .filter(outcome -> outcome.told() && outcome.isFound())
                .count();
    }

    /** Returns the number of entries about announcements found. */
    public int nearEntries() {
        return outcomes.stream()
                .filter(Outcome::isFound)
                .mapToInt(outcome -> outcome.near().size())
                .sum();
    }
}
