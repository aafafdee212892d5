/** Gold files, the scorer and its report. */
@NullMarked
package dev.tranche.eval;

import org.jspecify.annotations.NullMarked;
