/** Tests of reading, fetching and watching, on texts and a site of their own. */
@NullMarked
package dev.tranche.ingest;

import org.jspecify.annotations.NullMarked;
