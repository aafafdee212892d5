/** Judgements on each entry: doubts as data, and which entries count. */
@NullMarked
package dev.tranche.standing;

import org.jspecify.annotations.NullMarked;
