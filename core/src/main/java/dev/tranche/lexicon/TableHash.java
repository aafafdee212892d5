package dev.tranche.lexicon;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;

/** Hashes tables by their names and contents. */
final class TableHash {

    private TableHash() {}

    /**
     * Returns the start of the SHA-256 of tables, independent of their order.
     *
     * @param digits number of hexadecimal digits, at most 64
     */
    static String of(Stream<LexiconFile> tables, int digits) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            tables.sorted(Comparator.comparing(LexiconFile::name).thenComparing(LexiconFile::text))
                    .forEach(table -> {
                        // The length keeps the end of one table apart from the start of the next.
                        String framed = table.name() + "\n" + table.text().length() + "\n" + table.text();
                        digest.update(framed.getBytes(StandardCharsets.UTF_8));
                    });
            return HexFormat.of().formatHex(digest.digest()).substring(0, digits);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
