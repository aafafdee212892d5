package dev.tranche.shard;

import java.io.Serializable;

/**
 * The rules by which a shard was read: shards with other rules are read again.
 *
 * @param reader version of the reader, such as {@code tranche-reader/2}
 * @param lexicon a digest of the lexicon, the user's own rows included
 * @param sumsOnly whether pages without a sum of money were left out before parsing
 */
public record ShardRules(String reader, String lexicon, boolean sumsOnly) implements Serializable {}
