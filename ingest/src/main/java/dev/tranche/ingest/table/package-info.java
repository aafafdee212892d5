/** Tables whose rows are reports. */
@NullMarked
package dev.tranche.ingest.table;

import org.jspecify.annotations.NullMarked;
