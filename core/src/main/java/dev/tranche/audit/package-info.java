/** The audit: stated totals, ordinals, balances, caps and sums as equations over rows of assistance. */
@NullMarked
package dev.tranche.audit;

import org.jspecify.annotations.NullMarked;
