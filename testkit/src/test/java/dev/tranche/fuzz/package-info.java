/** Fuzz targets; the build runs them on their kept inputs alone. */
@NullMarked
package dev.tranche.fuzz;

import org.jspecify.annotations.NullMarked;
