/** Official records of assistance: announced rows, running totals, balances and caps, loaded from commented CSV. */
@NullMarked
package dev.tranche.record;

import org.jspecify.annotations.NullMarked;
