package dev.tranche.statement;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.lexicon.WordTable;
import dev.tranche.mention.Words;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;

/** Determines a stance from the words of a claim when the verb only says that something was said. */
final class StanceWords {

    private static final WordTable<Stance> WORDS = load();

    private static final int NO_REACH = 6;
    private static final Words DID = Words.of("was were has have had");
    private static final Words NO = Words.of("no");
    private static final Words OWN = Words.of("he she they it we");
    private static final Words WOULD = Words.of("would will");
    private static final Words NO_DEED = Words.of("be have like not never rather prefer remain");

    private StanceWords() {}

    /**
     * Returns the stance of the first telling phrase in a range of tokens; a more specific verb keeps its own.
     *
     * @param own may the speaker promise: under a name, or in the first person?
     */
    static Stance refine(Stance ofVerb, Tokens tokens, int start, int end, boolean own) {
        if (ofVerb != Stance.ASSERTS) {
            return ofVerb;
        }
        for (int token = start; token < end; token++) {
            if (isAnswerNo(tokens, token, start, end)) {
                return Stance.DENIES;
            }
            WordTable.Hit<Stance> hit = WORDS.at(tokens, token);
            if (hit != null && hit.end() <= end && (own || hit.value() != Stance.PROMISES)) {
                return hit.value();
            }
            if (own && isOwnFuture(tokens, token, end)) {
                return Stance.PROMISES;
            }
        }
        return ofVerb;
    }

    /** "No.", "No, …", "No ferry was sunk" at the start of a sentence or quotation. */
    private static boolean isAnswerNo(Tokens tokens, int token, int start, int end) {
        boolean opens = token == start || tokens.kind(token - 1) == TokenKind.QUOTE || tokens.isSign(token - 1, ':');
        if (!opens || !NO.at(tokens, token) || token + 1 >= end) {
            return false;
        }
        if (tokens.isSign(token + 1, '.') || tokens.isSign(token + 1, ',')) {
            return true;
        }
        for (int at = token + 1; at < Math.min(end, token + NO_REACH) && tokens.isWord(at); at++) {
            if (DID.at(tokens, at)) {
                return true;
            }
        }
        return false;
    }

    /** "He said that he would send": a pronoun directly after the verb of saying, then a future. */
    private static boolean isOwnFuture(Tokens tokens, int token, int end) {
        WordTable.Hit<SpeechVerb.Form> verb = SpeechVerb.forms().at(tokens, token);
        if (verb == null) {
            return false;
        }
        int at = verb.end();
        at = Grammar.OPENS_CLAIM.at(tokens, at) ? at + 1 : at;
        return at + 2 < end
                && OWN.at(tokens, at)
                && WOULD.at(tokens, at + 1)
                && tokens.isWord(at + 2)
                && !NO_DEED.at(tokens, at + 2);
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
