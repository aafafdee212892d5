package dev.tranche.shard;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The part of an input that one shard is read from.
 *
 * @param input address of the file, as the cluster opens it
 * @param inputBytes its length
 * @param changed when the file was last changed, in milliseconds since 1970; a file changed later is read again
 * @param start offset of the first byte at which a record may begin
 * @param end offset after the last such byte; the length of the file for its last or only part
 * @param whole must the file be read as one, because it is not an archive compressed record by record?
 */
public record ShardPiece(String input, long inputBytes, long changed, long start, long end, boolean whole)
        implements Serializable {

    private static final int LONGEST_BASE = 60;
    private static final int DIGITS = 8;

    /** Refuses a range outside of the file. */
    public ShardPiece {
        if (input.isBlank() || start < 0 || end < start || end > inputBytes) {
            throw new IllegalArgumentException(
                    "a part of " + input + " cannot go from " + start + " to " + end + " of " + inputBytes);
        }
    }

    /**
     * Returns the name of the shard, without extension: the end of the file's name, a digest of its address, and the
     * range. Letters, digits, dots, hyphens and underscores only.
     */
    public String name() {
        String file = input.substring(input.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9_-]", "-");
        String base = file.length() > LONGEST_BASE ? file.substring(file.length() - LONGEST_BASE) : file;
        return base + "." + digest().substring(0, DIGITS) + "." + start + "-" + end;
    }

    /** Returns the part from the start of this one to the end of the file. */
    public ShardPiece entire() {
        return new ShardPiece(input, inputBytes, changed, 0, inputBytes, whole);
    }

    private String digest() {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(input.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
