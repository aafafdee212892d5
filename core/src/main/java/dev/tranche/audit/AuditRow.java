package dev.tranche.audit;

import dev.tranche.record.RecordRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One entry as the equations see it.
 *
 * @param id id of the entry; two rows with one id are one entry counted twice
 * @param date the day of its announcement
 * @param amount what it adds to totals: whole units of the currency, above 0
 * @param currency ISO 4217 code
 * @param whole the sum of the package of which the amount is a share; the amount itself if it is not a share
 * @param authority code of the authority, where known
 * @param ordinal its number in the authority's own series
 * @param fiscalYear the year whose cap it is charged to
 * @param cumulative the stated sum of the authority's rows up to it
 * @param headline the stated sum of everything announced with it
 * @param counted does the donor include it in running totals?
 * @param source its source
 */
public record AuditRow(
        String id,
        LocalDate date,
        BigDecimal amount,
        String currency,
        BigDecimal whole,
        Optional<String> authority,
        OptionalInt ordinal,
        OptionalInt fiscalYear,
        Optional<BigDecimal> cumulative,
        Optional<BigDecimal> headline,
        boolean counted,
        String source) {

    /** Refuses sums that are not positive. */
    public AuditRow {
        if (amount.signum() <= 0 || whole.compareTo(amount) < 0) {
            throw new IllegalArgumentException("a row adds a sum above 0 and within its whole: " + id + " " + amount);
        }
    }

    /** Builds the audit row of a row of an official record. */
    public static AuditRow of(RecordRow row) {
        return new AuditRow(
                row.id(),
                row.date(),
                row.shareOrAll(),
                row.currency(),
                row.amount(),
                Optional.of(row.authority()),
                row.ordinal(),
                row.fiscalYear(),
                row.cumulative(),
                row.headline(),
                row.counted(),
                row.place());
    }

    /** Is it under this authority? */
    public boolean isUnder(String code) {
        return authority.isPresent() && authority.get().equals(code);
    }
}
