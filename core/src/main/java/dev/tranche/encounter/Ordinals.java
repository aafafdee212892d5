package dev.tranche.encounter;

import dev.tranche.dating.Months;
import dev.tranche.dating.WarStarts;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.OrdinalWords;
import dev.tranche.text.Sentence;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads "second visit since the invasion": the number of an encounter and the start of the count. */
final class Ordinals {

    private static final int REACH_BEFORE = 4;
    private static final int REACH_AFTER = 14;

    private Ordinals() {}

    static @Nullable Ordinal near(Lexicon lexicon, MarkedText text, Sentence sentence, int token, int end) {
        Tokens tokens = text.tokens();
        int n = 0;
        for (int at = token - 1; at >= Math.max(sentence.start(), token - REACH_BEFORE); at--) {
            n = number(tokens, at);
            if (n > 0) {
                break;
            }
        }
        return n == 0 ? null : new Ordinal(n, since(lexicon, text, sentence, end));
    }

    private static int number(Tokens tokens, int at) {
        int word = OrdinalWords.at(tokens, at);
        if (word > 0) {
            return word;
        }
        boolean suffix = at > 0
                && tokens.kind(at - 1) == TokenKind.NUMBER
                && tokens.end(at - 1) == tokens.start(at)
                && tokens.end(at) - tokens.start(at) == 2;
        if (!suffix) {
            return 0;
        }
        String digits = tokens.string(at - 1);
        return digits.length() < 4 && digits.chars().allMatch(Character::isDigit) ? Integer.parseInt(digits) : 0;
    }

    private static Optional<String> since(Lexicon lexicon, MarkedText text, Sentence sentence, int end) {
        Tokens tokens = text.tokens();
        int limit = Math.min(sentence.end(), end + REACH_AFTER);
        int since = end;
        while (since < limit && !Grammar.SINCE.at(tokens, since)) {
            since++;
        }
        String month = "";
        int stop = Math.min(sentence.end(), since + REACH_AFTER);
        boolean war = false;
        for (int at = since + 1; at < stop; at++) {
            if (tokens.isSign(at, ',')) {
                break;
            }
            String word = tokens.string(at).toLowerCase(Locale.ROOT);
            int named = Months.at(tokens, at);
            month = named > 0 ? (named < 10 ? "-0" : "-") + named : month;
            boolean year = tokens.kind(at) == TokenKind.NUMBER && word.length() == 4;
            if (year && word.chars().allMatch(Character::isDigit)) {
                return Optional.of(word + month);
            }
            war |= word.equals("invasion") || word.equals("war") || word.equals("invaded");
        }
        return war ? WarStarts.of(lexicon).near(text, since, stop) : Optional.empty();
    }
}
