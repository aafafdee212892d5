/** Fetches pages and feeds from the web, within limits and, unless allowed, never from the local network. */
@NullMarked
package dev.tranche.ingest.fetch;

import org.jspecify.annotations.NullMarked;
