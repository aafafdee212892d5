package dev.tranche.record;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The balance said to be left under an authority after all rows up to a day.
 *
 * @param date the day for which it was stated
 * @param authority code of the authority
 * @param left whole units of the currency, 0 or more
 * @param unit the step of the last digit that was stated
 * @param announcer who stated it
 * @param evidence where the words are found
 * @param donor code of the donor
 * @param recipient code of the recipient
 */
public record StatedBalance(
        LocalDate date,
        String authority,
        BigDecimal left,
        BigDecimal unit,
        String announcer,
        String evidence,
        String donor,
        String recipient) {}
