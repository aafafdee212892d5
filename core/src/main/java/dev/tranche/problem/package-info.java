/** Errors as data: what was odd about a report, bounded and countable. */
@NullMarked
package dev.tranche.problem;

import org.jspecify.annotations.NullMarked;
