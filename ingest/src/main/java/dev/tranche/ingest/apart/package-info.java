/** Reads documents in processes of their own, so that a hostile one costs only itself. */
@NullMarked
package dev.tranche.ingest.apart;

import org.jspecify.annotations.NullMarked;
