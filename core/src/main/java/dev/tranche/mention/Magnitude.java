package dev.tranche.mention;

import dev.tranche.text.Folding;
import dev.tranche.text.Tokens;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The words and letters that multiply a number in a sum: "million", "bn", "k". */
final class Magnitude {

    private static final Map<Long, BigDecimal> WORDS = new HashMap<>();
    private static final Map<Long, BigDecimal> LETTERS = new HashMap<>();

    static {
        put(WORDS, "1000", "thousand thousands");
        put(WORDS, "1000000", "million millions mln mn mio mil milion miliony");
        put(WORDS, "1000000000", "billion billions bn bln bil mld mrd miliard milliard milliards billon");
        put(WORDS, "1000000000000", "trillion trillions tn trn tln");
        put(LETTERS, "1000", "k");
        put(LETTERS, "1000000", "m mm");
        put(LETTERS, "1000000000", "b");
        put(LETTERS, "1000000000000", "t");
    }

    private Magnitude() {}

    /** Returns the factor of a magnitude word at the token. */
    static Optional<BigDecimal> ofWord(Tokens tokens, int token) {
        return token < tokens.size() && tokens.isWord(token)
                ? Optional.ofNullable(WORDS.get(tokens.hash(token)))
                : Optional.empty();
    }

    /** Returns the factor of a single letter that touches the number before it: "725M". */
    static Optional<BigDecimal> ofLetter(Tokens tokens, int token) {
        boolean touches = token > 0
                && token < tokens.size()
                && tokens.isWord(token)
                && tokens.start(token) == tokens.end(token - 1);
        return touches ? Optional.ofNullable(LETTERS.get(tokens.hash(token))) : Optional.empty();
    }

    private static void put(Map<Long, BigDecimal> map, String factor, String words) {
        for (String word : words.split(" ")) {
            map.put(Folding.hash(word), new BigDecimal(factor));
        }
    }
}
