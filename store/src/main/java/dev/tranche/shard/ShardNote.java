package dev.tranche.shard;

/**
 * The description of a completely written shard; it is stored beside the shard and, for all shards, in the {@link
 * Manifest}.
 *
 * @param piece the part of the input it was read from
 * @param first offset of the first record in it, see {@link #follows}
 * @param next offset of the first record after those in it
 * @param rules the rules by which it was read
 * @param counts what was found
 * @param bytes length of the file of readings
 * @param sha256 digest of the file of readings, in hexadecimal digits
 */
public record ShardNote(
        ShardPiece piece, long first, long next, ShardRules rules, ShardCounts counts, long bytes, String sha256) {

    /** The extension of a file of readings. */
    public static final String READINGS = ".jsonl.gz";

    /** The extension of a note. */
    public static final String NOTE = ".json";

    /** Refuses an invalid digest. */
    public ShardNote {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a digest has 64 hexadecimal digits");
        }
    }

    /** Returns the name of the shard, without extension. */
    public String name() {
        return piece.name();
    }

    /**
     * Does this shard of a file continue where another of the same file ends, so that no record is lost or read twice?
     */
    public boolean follows(ShardNote before) {
        boolean skipped = before.next >= piece.end();
        return first == (skipped ? piece.end() : before.next);
    }
}
