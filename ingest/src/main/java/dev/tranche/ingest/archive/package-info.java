/** Files that hold files: archives, compressed files, web archives. */
@NullMarked
package dev.tranche.ingest.archive;

import org.jspecify.annotations.NullMarked;
