package dev.tranche.api;

import dev.tranche.text.Folding;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where the next page of a list begins.
 *
 * @param head the state of the book that the list is of
 * @param skipped how many of the list come before
 * @param asked hash of the question that the list answers
 */
record Cursor(long head, int skipped, long asked) {

    /** Returns the cursor of a question. */
    static Cursor of(long head, int skipped, String question) {
        return new Cursor(head, skipped, Folding.hash(question));
    }

    boolean belongsTo(String question) {
        return asked == Folding.hash(question);
    }

    /** Reads a cursor as written by {@link #toString}; empty for anything else. */
    static Optional<Cursor> parse(String written) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.US_ASCII);
            String[] parts = plain.split("\\.", -1);
            if (parts.length != 3) {
                return Optional.empty();
            }
            Cursor cursor = new Cursor(
                    Long.parseLong(parts[0]), Integer.parseInt(parts[1]), Long.parseUnsignedLong(parts[2], 16));
            return cursor.head >= 0 && cursor.skipped >= 0 ? Optional.of(cursor) : Optional.empty();
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    /** Returns the form used in requests: letters, digits, hyphens and underscores. */
    @Override
    public String toString() {
        String plain = head + "." + skipped + "." + Long.toHexString(asked);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }
}
