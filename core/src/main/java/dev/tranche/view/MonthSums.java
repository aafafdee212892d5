package dev.tranche.view;

import java.time.YearMonth;

/**
 * The entries of one month that count.
 *
 * @param month the month of their first days
 * @param entries number of entries
 * @param sums their sums
 */
public record MonthSums(YearMonth month, int entries, Sums sums) {}
