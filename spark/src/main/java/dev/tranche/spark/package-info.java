/** The job that reads crawls on a cluster: pieces of archives in, shards of readings out. */
@NullMarked
package dev.tranche.spark;

import org.jspecify.annotations.NullMarked;
