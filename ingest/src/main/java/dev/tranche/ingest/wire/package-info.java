/** Files of news agencies: NewsML-G2, NITF. */
@NullMarked
package dev.tranche.ingest.wire;

import org.jspecify.annotations.NullMarked;
