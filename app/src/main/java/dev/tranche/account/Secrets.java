package dev.tranche.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Ids of sessions and secrets of tokens: 256 random bits, of which only SHA-256 is kept. */
final class Secrets {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final SecureRandom random;

    Secrets(SecureRandom random) {
        this.random = random;
    }

    /** Returns a secret in the alphabet of base64url, without padding: 43 characters. */
    String next() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(BYTES));
    }

    /** Returns an id that need not be secret: 16 hexadecimal digits. */
    String nextId() {
        return HexFormat.of().formatHex(bytes(8));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Returns whether a text can be a secret at all. */
    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** Returns the digest under which a secret is kept. Looking it up leaks nothing about the secret through timing. */
    static String digest(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
