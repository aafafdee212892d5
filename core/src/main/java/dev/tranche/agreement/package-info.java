/** Agreements between states, and how far each has come. */
@NullMarked
package dev.tranche.agreement;

import org.jspecify.annotations.NullMarked;
