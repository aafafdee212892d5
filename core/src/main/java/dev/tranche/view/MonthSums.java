package dev.tranche.view;

import java.time.YearMonth;

/**
 * The leaves of one month.
 *
 * @param month the month of their first days
 * @param entries how many leaves
 * @param sums their sums
 */
public record MonthSums(YearMonth month, int entries, Sums sums) {}
