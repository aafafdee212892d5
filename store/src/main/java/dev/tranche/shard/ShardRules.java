package dev.tranche.shard;

import java.io.Serializable;

/**
 * By what a shard was read: shards of other rules are read again.
 *
 * @param reader version of the reader, such as {@code tranche-reader/2}
 * @param lexicon a digest of the lexicon, the user's own rows included
 * @param sumsOnly whether pages that hold no sum of money were left out before they were parsed
 */
public record ShardRules(String reader, String lexicon, boolean sumsOnly) implements Serializable {}
