/** When a report was written and when the events it reports happened: intervals, precision and clues. */
@NullMarked
package dev.tranche.dating;

import org.jspecify.annotations.NullMarked;
