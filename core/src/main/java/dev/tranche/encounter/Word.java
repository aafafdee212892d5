package dev.tranche.encounter;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.lexicon.WordTable;
import dev.tranche.text.Folding;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A word for an encounter.
 *
 * @param kind the kind of encounter
 * @param form how the word is used
 */
record Word(EncounterKind kind, Form form) {

    /** How a word is used. */
    enum Form {
        GO,
        AT,
        LEAVE,
        SEE,
        SEEN,
        WELCOME,
        SUMMON,
        RING,
        VISITING,
        SIGN,
        TOGETHER,
        NOUN,
        EVENT
    }

    /** Returns the words of a lexicon; one phrase may be used in several ways. */
    static WordTable<List<Word>> table(Lexicon lexicon) {
        return lexicon.made(Tables.class, Tables::new).words;
    }

    /** Returns the hashes of the words that precede a number in the name of a conference. */
    static Set<Long> series(Lexicon lexicon) {
        return lexicon.made(Tables.class, Tables::new).series;
    }

    private static List<Word> joined(List<Word> some, List<Word> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }

    private static final class Tables {

        private final WordTable<List<Word>> words;
        private final Set<Long> series = new HashSet<>();

        Tables(Lexicon lexicon) {
            WordTable.Builder<List<Word>> table = WordTable.builder();
            for (LexiconFile.Row row : lexicon.rows("encounter_words.csv")) {
                if (row.field("form").equals("series")) {
                    row.alternatives("words").forEach(word -> series.add(Folding.hash(word)));
                    continue;
                }
                Word word = new Word(
                        EncounterKind.valueOf(row.field("kind").toUpperCase(Locale.ROOT)),
                        Form.valueOf(row.field("form").toUpperCase(Locale.ROOT)));
                for (String words : row.alternatives("words")) {
                    table.merge(words, List.of(word), Word::joined);
                }
            }
            words = table.build();
        }
    }
}
