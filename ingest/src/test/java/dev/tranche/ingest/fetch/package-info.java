/** Fetching with a judgement of a test's own of which addresses are public. */
@NullMarked
package dev.tranche.ingest.fetch;

import org.jspecify.annotations.NullMarked;
