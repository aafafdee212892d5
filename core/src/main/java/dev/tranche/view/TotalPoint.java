package dev.tranche.view;

import dev.tranche.audit.Equation;
import dev.tranche.mention.Bound;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A stated total compared with the ledger's own sum.
 *
 * @param date the day for which it was stated
 * @param stated the total
 * @param bound how the words bound it
 * @param own the ledger's sum up to that day
 * @param equation the step from the previous total, if the audit has one
 * @param reports keys of the reports that state it; empty for the record's
 * @param quote words of the first of them
 */
public record TotalPoint(
        LocalDate date,
        BigDecimal stated,
        Bound bound,
        BigDecimal own,
        Optional<Equation> equation,
        List<String> reports,
        Optional<String> quote) {

    /** Copies the list. */
    public TotalPoint {
        reports = List.copyOf(reports);
    }

    /** Returns stated less own. */
    public BigDecimal difference() {
        return stated.subtract(own);
    }
}
