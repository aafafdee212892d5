/** Tests of shards and their manifest. */
@NullMarked
package dev.tranche.shard;

import org.jspecify.annotations.NullMarked;
