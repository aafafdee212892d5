/** The claims of a sentence: sums of assistance with donor, recipient, stage and evidence. */
@NullMarked
package dev.tranche.fact;

import org.jspecify.annotations.NullMarked;
