/** The commands, one class each. */
@NullMarked
package dev.tranche.cli;

import org.jspecify.annotations.NullMarked;
