package dev.tranche.shard;

/**
 * What is known of a shard that was written completely; it lies beside the shard and, for all, in the {@link Manifest}.
 *
 * @param piece what it was read from
 * @param first offset of the first record that it holds, see {@link #follows}
 * @param next offset of the first record after those that it holds
 * @param rules by what it was read
 * @param counts what was met
 * @param bytes length of the file of readings
 * @param sha256 digest of the file of readings, in hexadecimal digits
 */
public record ShardNote(
        ShardPiece piece, long first, long next, ShardRules rules, ShardCounts counts, long bytes, String sha256) {

    /** Ends the name of a file of readings. */
    public static final String READINGS = ".jsonl.gz";

    /** Ends the name of a note. */
    public static final String NOTE = ".json";

    /** Refuses what is no digest. */
    public ShardNote {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a digest has 64 hexadecimal digits");
        }
    }

    /** Returns the name of the shard, without ending. */
    public String name() {
        return piece.name();
    }

    /** Does this shard of a file go on where another of the same file ends, so that no record is lost or read twice? */
    public boolean follows(ShardNote before) {
        boolean skipped = before.next >= piece.end();
        return first == (skipped ? piece.end() : before.next);
    }
}
