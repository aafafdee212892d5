/** Feeds and pages that are polled politely, and the state of each. */
@NullMarked
package dev.tranche.ingest.watch;

import org.jspecify.annotations.NullMarked;
