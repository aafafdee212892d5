package dev.tranche.audit;

import dev.tranche.audit.Equation.Kind;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Ledger;
import dev.tranche.ledger.OrdinalGap;
import dev.tranche.record.OfficialRecord;
import dev.tranche.record.RecordRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Checks numbered series: the numbers between two that reports state must belong to announcements too. */
final class OrdinalCheck {

    /** A wider gap only means that the book begins later than the series. */
    private static final int WIDEST = 5;

    private final Ledger ledger;
    private final OfficialRecord record;
    private final LocalDate begins;

    private OrdinalCheck(Ledger ledger, OfficialRecord record) {
        this.ledger = ledger;
        this.record = record;
        this.begins = begins(ledger);
    }

    /**
     * Returns one equation for each gap.
     *
     * @param ledger the ledger, merged with the record
     */
    static List<Equation> of(Ledger ledger, OfficialRecord record) {
        OrdinalCheck check = new OrdinalCheck(ledger, record);
        return ledger.gaps().stream()
                .flatMap(gap -> check.equation(gap).stream())
                .toList();
    }

    private Optional<Equation> equation(OrdinalGap gap) {
        List<Integer> all = IntStream.rangeClosed(gap.first(), gap.last())
                .boxed()
                .filter(number -> !isTold(gap, number))
                .toList();
        List<Integer> missing =
                all.stream().filter(number -> mayBeKnown(gap, number)).toList();
        List<Explanation> explanations = new ArrayList<>();
        for (int number : missing) {
            row(gap, number)
                    .ifPresent(row -> explanations.add(new Explanation(
                            1,
                            Optional.of(row.id()),
                            How.MISSING,
                            row.shareOrAll(),
                            "the record has number " + number + " on " + row.date()
                                    + "; no report in the book mentions it")));
        }
        if (missing.isEmpty() || missing.size() > WIDEST && explanations.size() < missing.size()) {
            return Optional.empty();
        }
        int first = missing.getFirst();
        int last = missing.getLast();
        return Optional.of(new Equation(
                Kind.ORDINAL,
                (gap.donor() + " to " + gap.recipient() + " " + gap.authority()).strip() + " " + first
                        + (last > first ? "–" + last : ""),
                gap.after(),
                gap.before().orElse(LocalDate.MAX),
                missing.stream()
                        .flatMap(number -> row(gap, number).stream())
                        .map(RecordRow::currency)
                        .findFirst(),
                BigDecimal.valueOf(missing.size()),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                List.of(),
                explanations,
                List.of()));
    }

    /**
     * Could the book contain a number? Between two known numbers it could; before the first it could if the record has
     * it on a day after the book had begun.
     */
    private boolean mayBeKnown(OrdinalGap gap, int number) {
        return gap.after().isPresent()
                || row(gap, number).filter(row -> !row.date().isBefore(begins)).isPresent();
    }

    /** Returns the first day of publication of the reports behind the entries. */
    private static LocalDate begins(Ledger ledger) {
        return ledger.entries().stream()
                .flatMap(entry -> entry.claims().stream())
                .flatMap(claim -> claim.published().from().stream())
                .min(LocalDate::compareTo)
                .orElse(LocalDate.MAX);
    }

    /** An entry mentioned in reports may have its number only from the record. */
    private boolean isTold(OrdinalGap gap, int number) {
        return ledger.entries().stream().anyMatch(entry -> isOf(gap, entry) && hasNumber(entry, number));
    }

    private static boolean isOf(OrdinalGap gap, Commitment entry) {
        return !entry.claims().isEmpty()
                && entry.donors().contains(gap.donor())
                && (entry.recipients().isEmpty() || entry.recipients().contains(gap.recipient()))
                && (gap.authority().isEmpty()
                        || entry.authority().isEmpty()
                        || entry.authority().get().equals(gap.authority()));
    }

    private static boolean hasNumber(Commitment entry, int number) {
        boolean own = entry.ordinal().isPresent() && entry.ordinal().getAsInt() == number;
        boolean recorded = entry.row()
                .filter(row -> row.ordinal().isPresent() && row.ordinal().getAsInt() == number)
                .isPresent();
        return own || recorded;
    }

    private Optional<RecordRow> row(OrdinalGap gap, int number) {
        return record.rows().stream()
                .filter(row -> row.donor().equals(gap.donor())
                        && row.recipients().contains(gap.recipient())
                        && row.authority().equals(gap.authority())
                        && row.ordinal().isPresent()
                        && row.ordinal().getAsInt() == number)
                .findFirst();
    }
}
