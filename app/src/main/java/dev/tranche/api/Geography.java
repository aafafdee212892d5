package dev.tranche.api;

import dev.tranche.lexicon.LexiconFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The numbers by which shapes of the world name states. */
final class Geography {

    private static final String TABLE = "state_numbers.csv";
    private static final Map<String, String> NUMBERS = numbers();

    private Geography() {}

    /** Returns the ISO 3166-1 numeric code of a state. */
    static Optional<String> numeric(String code) {
        return Optional.ofNullable(NUMBERS.get(code));
    }

    private static Map<String, String> numbers() {
        Map<String, String> numbers = new HashMap<>();
        try (InputStream in = Geography.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: " + TABLE + " is missing");
            }
            LexiconFile table = new LexiconFile(TABLE, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            table.rows().forEach(row -> numbers.put(row.field("code"), row.field("numeric")));
            return numbers;
        } catch (IOException broken) {
            throw new UncheckedIOException(TABLE, broken);
        }
    }
}
