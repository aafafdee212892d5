/** Agreements between states, and the stage of each. */
@NullMarked
package dev.tranche.agreement;

import org.jspecify.annotations.NullMarked;
