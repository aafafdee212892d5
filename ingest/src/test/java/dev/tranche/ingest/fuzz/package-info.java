/** Fuzz targets for every format; the build runs them on their kept inputs alone. */
@NullMarked
package dev.tranche.ingest.fuzz;

import org.jspecify.annotations.NullMarked;
