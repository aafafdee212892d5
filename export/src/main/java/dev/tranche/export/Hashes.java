package dev.tranche.export;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names content by its hash. */
public final class Hashes {

    private static final int DIGITS = 16;

    private Hashes() {}

    /** Returns the SHA-256 of a text in UTF-8: 64 lower-case hexadecimal digits. */
    public static String sha256(String text) {
        return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Returns a name that stays the same as long as its parts do: the kind, a hyphen and 16 hexadecimal digits, which
     * two of a million things share with a chance of less than one in ten million.
     */
    public static String name(String kind, String... parts) {
        return kind + "-" + sha256(String.join("\n", parts)).substring(0, DIGITS);
    }

    /** Returns a SHA-256 digest to be updated. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }
}
