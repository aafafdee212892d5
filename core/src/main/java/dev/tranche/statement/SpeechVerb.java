package dev.tranche.statement;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.lexicon.WordTable;
import java.util.Locale;

/**
 * A verb of saying.
 *
 * @param lemma its base form
 * @param stance the stance it expresses
 * @param frame what has to follow for it to count as speech
 */
public record SpeechVerb(String lemma, Stance stance, Frame frame) {

    /** What has to follow a verb for it to count as speech. */
    public enum Frame {
        /** A claim, a quotation or nothing. */
        CLAUSE,
        /** A thing claimed, denied or requested is enough. */
        OBJECT,
        /** The addressee comes first. */
        ADDRESSEE,
        /** Only "that", "whether", "how" or a quotation. */
        WEAK,
        /** Only a colon after it or a quotation before it. */
        MANNER,
        /** Only words in quotation marks. */
        QUOTE,
        /** The speaker is a written thing. */
        TEXT
    }

    static final int PRESENT = 1;
    static final int PAST = 2;
    static final int PARTICIPLE = 4;
    static final int GERUND = 8;

    /** A written form, and the forms of the verb it may be, as a bit set. */
    record Form(SpeechVerb verb, int forms) {
        boolean is(int form) {
            return (forms & form) != 0;
        }
    }

    static WordTable<Form> forms() {
        return Tables.FORMS;
    }

    static WordTable<Stance> nouns() {
        return Tables.NOUNS;
    }

    private static final class Tables {
        static final WordTable<Form> FORMS = loadForms(Lexicon.shipped("speech_verbs.csv"));
        static final WordTable<Stance> NOUNS = loadNouns(Lexicon.shipped("speech_nouns.csv"));
    }

    private static WordTable<Form> loadForms(LexiconFile file) {
        WordTable.Builder<Form> table = WordTable.builder();
        for (LexiconFile.Row row : file.rows()) {
            SpeechVerb verb = new SpeechVerb(
                    row.field("lemma"),
                    Stance.parse(row.field("stance")),
                    Frame.valueOf(row.field("frame").toUpperCase(Locale.ROOT)));
            add(table, row, "present", verb, PRESENT);
            add(table, row, "past", verb, PAST);
            add(table, row, "participle", verb, PARTICIPLE);
            add(table, row, "gerund", verb, GERUND);
        }
        return table.build();
    }

    private static void add(
            WordTable.Builder<Form> table, LexiconFile.Row row, String column, SpeechVerb verb, int form) {
        for (String words : row.alternatives(column)) {
            table.merge(words, new Form(verb, form), (a, b) -> new Form(a.verb, a.forms | b.forms));
        }
    }

    private static WordTable<Stance> loadNouns(LexiconFile file) {
        WordTable.Builder<Stance> table = WordTable.builder();
        for (LexiconFile.Row row : file.rows()) {
            for (String noun : row.alternatives("nouns")) {
                table.add(noun, Stance.parse(row.field("stance")));
            }
        }
        return table.build();
    }
}
