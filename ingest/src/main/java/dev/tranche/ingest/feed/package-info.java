/** Feeds, and lists of reports from other tools. */
@NullMarked
package dev.tranche.ingest.feed;

import org.jspecify.annotations.NullMarked;
