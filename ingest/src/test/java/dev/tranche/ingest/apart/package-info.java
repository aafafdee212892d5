/** Tests of the processes that read documents. */
@NullMarked
package dev.tranche.ingest.apart;

import org.jspecify.annotations.NullMarked;
