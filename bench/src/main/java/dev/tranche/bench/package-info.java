/** Benchmarks, each given as a ratio to something measured in the same run. */
@NullMarked
package dev.tranche.bench;

import org.jspecify.annotations.NullMarked;
