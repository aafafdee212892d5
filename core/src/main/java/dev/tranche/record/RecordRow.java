package dev.tranche.record;

import dev.tranche.fact.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One row of an official record: assistance that its donor announced under one authority.
 *
 * @param id name within the record, such as {@code PDA-31}; a repeated row has the same id
 * @param place file and line, for messages
 * @param donor code of the donor
 * @param recipients codes of the recipients; {@code ALLIES} for unnamed others
 * @param date the day of the announcement
 * @param amount whole units of the currency, above 0
 * @param currency ISO 4217 code
 * @param share the part for the first recipient alone, where the row is for several; at most the amount
 * @param authority code of the authority it is given under
 * @param ordinal its number in the authority's own series
 * @param fiscalYear the year whose cap it is charged to
 * @param cumulative the sum of the authority's rows up to this one, as the record states it
 * @param headline the sum of the package it was announced in, all authorities together
 * @param stage its stage
 * @param counted does the donor include it in its running totals?
 * @param note the record's remark, possibly empty
 * @param source address of its source, possibly empty
 */
public record RecordRow(
        String id,
        String place,
        String donor,
        List<String> recipients,
        LocalDate date,
        BigDecimal amount,
        String currency,
        Optional<BigDecimal> share,
        String authority,
        OptionalInt ordinal,
        OptionalInt fiscalYear,
        Optional<BigDecimal> cumulative,
        Optional<BigDecimal> headline,
        Stage stage,
        boolean counted,
        String note,
        String source) {

    /** Refuses sums that are not positive and shares above the whole. */
    public RecordRow {
        recipients = List.copyOf(recipients);
        if (amount.signum() <= 0 || (share.isPresent() && share.get().compareTo(amount) > 0)) {
            throw new IllegalArgumentException("a row has a sum above 0 and a share within it: " + id + " " + amount);
        }
    }

    /** Returns what the first recipient gets: the share, else the whole. */
    public BigDecimal shareOrAll() {
        return share.orElse(amount);
    }
}
