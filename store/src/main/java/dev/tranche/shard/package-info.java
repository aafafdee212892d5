/** Readings on their way from many machines into one book: shards, their notes, and the manifest over them. */
@NullMarked
package dev.tranche.shard;

import org.jspecify.annotations.NullMarked;
