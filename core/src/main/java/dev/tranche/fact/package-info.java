/** What a sentence claims: sums of assistance with giver, receiver, stage and evidence. */
@NullMarked
package dev.tranche.fact;

import org.jspecify.annotations.NullMarked;
