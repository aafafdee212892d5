/** Feeds and lists of reports of other tools. */
@NullMarked
package dev.tranche.ingest.feed;

import org.jspecify.annotations.NullMarked;
