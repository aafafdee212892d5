/**
 * Turns sums in clauses into sums of assistance: parties, type, stage, totals, parts, and refusals with their reasons.
 */
@NullMarked
package dev.tranche.assistance;

import org.jspecify.annotations.NullMarked;
