package dev.tranche.naming;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.lexicon.WordTable;
import java.util.Locale;

/**
 * A word that says what a person or body is.
 *
 * @param key its meaning, the same for different words for one office
 * @param kind what it may denote
 * @param country state or body that it alone implies, possibly empty
 */
public record Title(String key, TitleKind kind, String country) {

    /** Returns the titles that ship, keyed by their words; loaded once. */
    public static WordTable<Title> table() {
        return Standard.TABLE;
    }

    private static WordTable<Title> load(LexiconFile file) {
        WordTable.Builder<Title> table = WordTable.builder();
        for (LexiconFile.Row row : file.rows()) {
            TitleKind kind = TitleKind.valueOf(row.field("kind").toUpperCase(Locale.ROOT));
            Title title = new Title(row.field("key"), kind, row.field("country"));
            for (String words : row.alternatives("words")) {
                table.add(words, title);
            }
        }
        return table.build();
    }

    private static final class Standard {
        static final WordTable<Title> TABLE = load(Lexicon.shipped("titles.csv"));
    }
}
