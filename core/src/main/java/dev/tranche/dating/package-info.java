/** When a report was written and when what it tells happened: intervals, precision and clues. */
@NullMarked
package dev.tranche.dating;

import org.jspecify.annotations.NullMarked;
