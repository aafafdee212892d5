/** Transfer of readings from many machines into one book: shards, their notes, and the manifest. */
@NullMarked
package dev.tranche.shard;

import org.jspecify.annotations.NullMarked;
