package dev.tranche.standing;

import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Doubt;
import dev.tranche.ledger.TotalClaim;
import dev.tranche.resolve.Amounts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Doubts about an entry from the running totals stated in reports. */
final class TotalDoubts {

    /**
     * The share of all that a donor was stated to have given before, which no single package reached after the first
     * months.
     */
    private static final BigDecimal MOST_OF_TOTAL = new BigDecimal("0.7");

    private static final int TOTAL_BEFORE = 45;

    private static final int TOTAL_AFTER = 20;

    /** The number of days for which a running total is repeated after it was stated. */
    private static final int TOTAL_TOLD = 200;

    /** The most days between a sum and the same sum called a total, for both to be that total. */
    private static final int SAME_TOTAL = 10;

    /** A total below this share of a later or larger one of the same parties is a total of something else. */
    private static final BigDecimal LEADING = new BigDecimal("0.6");

    private final Map<String, List<TotalClaim>> totals = new HashMap<>();

    TotalDoubts(List<TotalClaim> told) {
        for (TotalClaim total : told) {
            total.donors()
                    .forEach(donor -> totals.computeIfAbsent(donor, key -> new ArrayList<>())
                            .add(total));
        }
    }

    /** A total stated as such is not booked as a package because another report omits to say so. */
    Optional<Doubt> running(Commitment entry, boolean large) {
        List<TotalClaim> leading = leading(entry);
        for (TotalClaim total : totals(entry)) {
            int told = leading.contains(total) ? TOTAL_TOLD : SAME_TOTAL;
            boolean near = Math.abs(day(total) - Neighbours.day(entry)) <= told;
            boolean stronger = large || total.claims().size() >= entry.claims().size();
            if (near && stronger && Amounts.agree(total.amount(), entry.amount())) {
                return Optional.of(new Doubt(
                        "running-total",
                        OwnDoubts.sum(entry) + " is a running total: "
                                + total.claims().getFirst().id() + " states "
                                + Doubt.words(
                                        total.amount().value(), total.amount().currency()) + " as the total given.",
                        List.of(total.claims().getFirst().id()),
                        70));
            }
        }
        return Optional.empty();
    }

    Optional<Doubt> above(Commitment entry) {
        for (TotalClaim total : leading(entry)) {
            long after = day(total) - Neighbours.day(entry);
            BigDecimal most = total.amount().value().multiply(MOST_OF_TOTAL);
            boolean own =
                    total.claims().stream().anyMatch(claim -> entry.reports().contains(claim.report()));
            if (total.authority().isEmpty()
                    && total.recipients().equals(entry.recipients())
                    && after >= -TOTAL_AFTER
                    && after <= TOTAL_BEFORE
                    && !(own && entry.amount().value().compareTo(total.amount().value()) <= 0)
                    && entry.amount().value().compareTo(most) > 0
                    && total.amount().value().compareTo(BigDecimal.valueOf(2_000_000_000L)) > 0) {
                return Optional.of(new Doubt(
                        "above-total",
                        OwnDoubts.sum(entry) + " is more than seven tenths of everything given by then: "
                                + Doubt.words(
                                        total.amount().value(), total.amount().currency()) + " ("
                                + total.claims().getFirst().id() + "). A row of the record would remove the doubt.",
                        List.of(total.claims().getFirst().id()),
                        60));
            }
        }
        return Optional.empty();
    }

    /** Returns the totals of an entry's parties not far below what had been stated by then. */
    private List<TotalClaim> leading(Commitment entry) {
        List<TotalClaim> found = totals(entry);
        long last = Neighbours.day(entry) + TOTAL_BEFORE;
        BigDecimal most = found.stream()
                .filter(total -> day(total) <= last)
                .map(total -> total.amount().value())
                .reduce(BigDecimal.ZERO, BigDecimal::max)
                .multiply(LEADING);
        found.removeIf(total -> total.amount().value().compareTo(most) < 0);
        return found;
    }

    private List<TotalClaim> totals(Commitment entry) {
        List<TotalClaim> found = new ArrayList<>();
        for (String donor : entry.donors()) {
            for (TotalClaim total : totals.getOrDefault(donor, List.of())) {
                boolean receiver = total.recipients().isEmpty()
                        || entry.recipients().isEmpty()
                        || !Collections.disjoint(total.recipients(), entry.recipients());
                if (receiver && total.amount().currency().equals(entry.amount().currency())) {
                    found.add(total);
                }
            }
        }
        return found;
    }

    private static long day(TotalClaim total) {
        return total.date()
                .from()
                .or(total.date()::to)
                .map(date -> date.toEpochDay())
                .orElse(Long.MAX_VALUE / 2);
    }
}
