package dev.tranche.mention;

import dev.tranche.text.Folding;
import dev.tranche.text.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ordinals in words, from "first" to "ninety-ninth". */
public final class OrdinalWords {

    /** The words from "first" to "twentieth", in order. */
    public static final List<String> UNITS = List.of(
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth");

    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final Map<Long, Integer> VALUES = values(UNITS, 1, 1);
    private static final Map<Long, Integer> TENS_VALUES = values(TENS, 20, 10);

    private OrdinalWords() {}

    /**
     * Returns the value of the ordinal at a token, a "twenty-" before it included; 0 for any other word.
     */
    public static int at(Tokens tokens, int token) {
        if (token < 0 || token >= tokens.size() || !tokens.isWord(token)) {
            return 0;
        }
        int unit = VALUES.getOrDefault(tokens.hash(token), 0);
        boolean joined = unit > 0 && unit < 10 && token > 1 && tokens.isSign(token - 1, '-');
        return joined ? unit + TENS_VALUES.getOrDefault(tokens.hash(token - 2), 0) : unit;
    }

    private static Map<Long, Integer> values(List<String> words, int first, int step) {
        Map<Long, Integer> values = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            values.put(Folding.hash(words.get(i)), first + i * step);
        }
        return Map.copyOf(values);
    }
}
