/** Getting pages and feeds from the web, within limits and never from the own network. */
@NullMarked
package dev.tranche.ingest.fetch;

import org.jspecify.annotations.NullMarked;
