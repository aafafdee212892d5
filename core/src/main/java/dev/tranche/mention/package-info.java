/** What the words are: sums of money, actors, equipment, cues. */
@NullMarked
package dev.tranche.mention;

import org.jspecify.annotations.NullMarked;
