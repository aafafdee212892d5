/** Feeds and pages that are polled politely, and what became of each. */
@NullMarked
package dev.tranche.ingest.watch;

import org.jspecify.annotations.NullMarked;
