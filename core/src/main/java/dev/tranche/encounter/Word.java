package dev.tranche.encounter;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.lexicon.WordTable;
import java.util.List;
import java.util.Locale;

/**
 * A word that tells of an encounter.
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

    /** Returns the words that ship; one phrase may be used in several ways. */
    static WordTable<List<Word>> table() {
        return Standard.TABLE;
    }

    private static WordTable<List<Word>> load(LexiconFile file) {
        WordTable.Builder<List<Word>> table = WordTable.builder();
        for (LexiconFile.Row row : file.rows()) {
            Word word = new Word(
                    EncounterKind.valueOf(row.field("kind").toUpperCase(Locale.ROOT)),
                    Form.valueOf(row.field("form").toUpperCase(Locale.ROOT)));
            for (String words : row.alternatives("words")) {
                table.merge(words, List.of(word), Word::joined);
            }
        }
        return table.build();
    }

    private static List<Word> joined(List<Word> some, List<Word> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }

    private static final class Standard {
        static final WordTable<List<Word>> TABLE = load(Lexicon.shipped("encounter_words.csv"));
    }
}
