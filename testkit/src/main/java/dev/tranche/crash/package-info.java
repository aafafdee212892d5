/** Runs work as on a small machine: with a small stack and a time limit. */
@NullMarked
package dev.tranche.crash;

import org.jspecify.annotations.NullMarked;
