/** Inputs that must survive. */
@NullMarked
package dev.tranche.crash;

import org.jspecify.annotations.NullMarked;
