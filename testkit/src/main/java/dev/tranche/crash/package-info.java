/** Runs work as a poor machine would: with a small stack and a limit of time. */
@NullMarked
package dev.tranche.crash;

import org.jspecify.annotations.NullMarked;
