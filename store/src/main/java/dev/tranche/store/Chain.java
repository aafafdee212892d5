package dev.tranche.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hashes that chain the entries of a book.
 *
 * <p>The digest of an entry is SHA-256 over its payload in UTF-8. Its hash is SHA-256 over the lines {@value #FORMAT},
 * number, time of adding, hash of the previous entry (empty for the first) and digest, each terminated by a line feed.
 * Both are written in lower-case hexadecimal digits.
 */
final class Chain {

    /** The name of this way of computing a hash. */
    static final String FORMAT = "tranche-entry/1";

    /** The hash before the first entry. */
    static final String START = "";

    private Chain() {}

    static String digest(String payload) {
        return hex(payload);
    }

    static String hash(long number, String addedAt, String prevHash, String digest) {
        return hex(FORMAT + "\n" + number + "\n" + addedAt + "\n" + prevHash + "\n" + digest + "\n");
    }

    private static String hex(String text) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
