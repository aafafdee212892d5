package dev.tranche.opinion;

import dev.tranche.review.Field;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A question about one doubtful cell of an entry.
 *
 * @param entry id of the entry
 * @param field the cell: donor, recipient, type or stage
 * @param before what it shows now; empty for nothing
 * @param report key of the report that is given to the reader
 * @param text the report, or the part of it around the sum
 * @param quote the words that carry the sum
 * @param candidates the values to choose from, each given by words of the text; at least one
 */
record Question(
        String entry,
        Field field,
        String before,
        String report,
        String text,
        String quote,
        List<Candidate> candidates) {

    private static final int ID_DIGITS = 16;

    /** Copies the list and refuses a question that has no answer. */
    Question {
        candidates = List.copyOf(candidates);
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("a question has candidates");
        }
    }

    /** Returns its name: the same as long as text, sum, cell, candidates, model and prompt are. */
    String id(String model) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(String.join(
                            "\n",
                            Integer.toString(Prompt.VERSION),
                            model,
                            entry,
                            field.slug(),
                            before,
                            report,
                            quote,
                            candidates.toString(),
                            text)
                    .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash.digest()).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
