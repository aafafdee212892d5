package dev.tranche.record;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The most that an authority may give in a fiscal year.
 *
 * @param authority code of the authority
 * @param fiscalYear number of the budget year
 * @param opens its first day
 * @param amount whole units of the currency
 * @param basis the law
 * @param donor code of the donor
 * @param recipient code of the recipient
 */
public record Cap(
        String authority,
        int fiscalYear,
        LocalDate opens,
        BigDecimal amount,
        String basis,
        String donor,
        String recipient) {}
