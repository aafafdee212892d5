/** Events in the vocabulary of PLOVER, for users of event data. */
@NullMarked
package dev.tranche.plover;

import org.jspecify.annotations.NullMarked;
