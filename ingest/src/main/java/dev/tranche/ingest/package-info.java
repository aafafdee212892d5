/** Reports as they come: bytes of any known format in, documents with blocks out. */
@NullMarked
package dev.tranche.ingest;

import org.jspecify.annotations.NullMarked;
