/** Reading on a cluster, as seen from the command line: the process that submits the job, and the way of its shards into a book. */
@NullMarked
package dev.tranche.backfill;

import org.jspecify.annotations.NullMarked;
