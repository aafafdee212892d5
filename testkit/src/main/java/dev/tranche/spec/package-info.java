/** Reads the pages of {@code corpus/spec}: manual and test in one. */
@NullMarked
package dev.tranche.spec;

import org.jspecify.annotations.NullMarked;
