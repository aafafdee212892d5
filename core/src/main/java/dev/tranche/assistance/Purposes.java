package dev.tranche.assistance;

import dev.tranche.fact.AidType;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.lexicon.WordTable;
import dev.tranche.text.Tokens;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words of {@code purposes.csv}: what the money beside them is for. */
final class Purposes {

    private final WordTable<AidType> words;

    private Purposes(Lexicon lexicon) {
        WordTable.Builder<AidType> table = WordTable.builder();
        for (LexiconFile.Row row : lexicon.rows("purposes.csv")) {
            AidType type = type(row);
            row.alternatives("words").forEach(phrase -> table.add(phrase, type));
        }
        words = table.build();
    }

    private static AidType type(LexiconFile.Row row) {
        return switch (row.field("type").toLowerCase(Locale.ROOT)) {
            case "military" -> AidType.MILITARY;
            case "financial" -> AidType.FINANCIAL;
            case "humanitarian" -> AidType.HUMANITARIAN;
            default -> throw row.refuse("a purpose is military, financial or humanitarian, not " + row.field("type"));
        };
    }

    static Purposes of(Lexicon lexicon) {
        return lexicon.made(Purposes.class, Purposes::new);
    }

    /** Returns the longest phrase that starts at a token with its type; null if there is none. */
    WordTable.@Nullable Hit<AidType> at(Tokens tokens, int token) {
        return words.at(tokens, token);
    }
}
