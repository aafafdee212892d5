package dev.tranche.statement;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.lexicon.WordTable;
import dev.tranche.text.Tokens;

/** Tells by the words of a claim what a speaker does whose verb only says that something was said. */
final class StanceWords {

    private static final WordTable<Stance> WORDS = load();

    private StanceWords() {}

    /** Returns the stance of the first telling phrase in a range of tokens; a verb that tells more keeps its own. */
    static Stance refine(Stance ofVerb, Tokens tokens, int start, int end) {
        if (ofVerb != Stance.ASSERTS) {
            return ofVerb;
        }
        for (int token = start; token < end; token++) {
            WordTable.Hit<Stance> hit = WORDS.at(tokens, token);
            if (hit != null && hit.end() <= end) {
                return hit.value();
            }
        }
        return ofVerb;
    }

    private static WordTable<Stance> load() {
        WordTable.Builder<Stance> table = WordTable.builder();
        for (LexiconFile.Row row : Lexicon.shipped("stance_words.csv").rows()) {
            for (String phrase : row.alternatives("words")) {
                table.add(phrase, Stance.parse(row.field("stance")));
            }
        }
        return table.build();
    }
}
