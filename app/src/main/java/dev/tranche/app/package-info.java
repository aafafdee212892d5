/** The program: entry point, settings and wiring. */
@NullMarked
package dev.tranche.app;

import org.jspecify.annotations.NullMarked;
