package dev.tranche.record;

import java.math.BigDecimal;

/**
 * The most that an authority may give in a fiscal year.
 *
 * @param authority code of the authority
 * @param fiscalYear the year that starts on 1 October of the year before
 * @param amount whole units of the currency
 * @param basis the law
 */
public record Cap(String authority, int fiscalYear, BigDecimal amount, String basis) {}
