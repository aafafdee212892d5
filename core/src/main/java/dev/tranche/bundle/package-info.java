/** The file format of extractions, one JSON line per document. */
@NullMarked
package dev.tranche.bundle;

import org.jspecify.annotations.NullMarked;
