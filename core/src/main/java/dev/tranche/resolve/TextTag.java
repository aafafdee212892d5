package dev.tranche.resolve;

import dev.tranche.text.Delivery;
import dev.tranche.text.Document;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Distinguishes texts without keeping them: a digest of the whole content of a report.
 *
 * @param high its first 64 bits
 * @param low its next 64 bits
 */
public record TextTag(long high, long low) implements Comparable<TextTag> {

    private static final int SHORT = 8;

    /** Numbers in JSON are exact up to 53 bits. */
    private static final int NUMBER_SHIFT = 11;

    /** Returns the tag of a report: the beginning of SHA-256 over its parts, each with its length. */
    public static TextTag of(Document document) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
        add(digest, Optional.of(document.id().value()));
        add(digest, document.outlet());
        add(digest, document.address());
        add(digest, document.published());
        add(digest, document.language());
        add(digest, Optional.of(document.title()));
        add(digest, Optional.of(document.body()));
        if (!document.delivery().equals(Delivery.NONE)) {
            // The same words from elsewhere are a text of their own, which the agency of this one cannot withdraw.
            add(digest, document.delivery().origin());
            add(digest, Optional.of(Long.toString(document.delivery().version())));
        }
        ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
        return new TextTag(bytes.getLong(), bytes.getLong());
    }

    private static void add(MessageDigest digest, Optional<String> part) {
        String text = part.orElse("");
        byte[] bytes = new byte[Character.BYTES * text.length()];
        // Unit by unit: an encoder would map all unpaired surrogates to one form.
        ByteBuffer.wrap(bytes).asCharBuffer().put(text);
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(part.isEmpty() ? -1 : bytes.length)
                .flip());
        digest.update(bytes);
    }

    /** Returns a whole number that every program can hold exactly, to distinguish texts. */
    public long number() {
        return high >>> NUMBER_SHIFT;
    }

    /** Returns the key of a text that shares its id with another: the id, a tilde and eight digits. */
    public String key(String id) {
        return id + "~" + HexFormat.of().toHexDigits(high).substring(0, SHORT);
    }

    @Override
    public int compareTo(TextTag other) {
        return high != other.high ? Long.compareUnsigned(high, other.high) : Long.compareUnsigned(low, other.low);
    }
}
