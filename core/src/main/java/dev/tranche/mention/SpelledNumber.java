package dev.tranche.mention;

import dev.tranche.text.Folding;
import dev.tranche.text.Tokens;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A number in words before a magnitude.
 *
 * <pre>
 * spelled = "half" article | "quarter" "of" article | article
 *         | unit [ "and" "a" "half" ]                       ; "two", "one and a half"
 * unit    = "one" … "ten"
 * </pre>
 *
 * @param value the number
 * @param end index after its last token
 */
record SpelledNumber(BigDecimal value, int end) {

    private static final Words ARTICLE = Words.of("a an");
    private static final Words HALF = Words.of("half");
    private static final Words QUARTER = Words.of("quarter");
    private static final Words AND = Words.of("and");
    private static final Words OF = Words.of("of");
    private static final BigDecimal ONE_HALF = new BigDecimal("0.5");
    private static final BigDecimal ONE_QUARTER = new BigDecimal("0.25");
    private static final Map<Long, BigDecimal> UNITS = units();

    static @Nullable SpelledNumber at(Tokens tokens, int token) {
        if (HALF.at(tokens, token) && ARTICLE.at(tokens, token + 1)) {
            return new SpelledNumber(ONE_HALF, token + 2);
        }
        if (QUARTER.at(tokens, token) && OF.at(tokens, token + 1) && ARTICLE.at(tokens, token + 2)) {
            return new SpelledNumber(ONE_QUARTER, token + 3);
        }
        if (ARTICLE.at(tokens, token)) {
            return new SpelledNumber(BigDecimal.ONE, token + 1);
        }
        BigDecimal unit = UNITS.get(tokens.hash(token));
        if (unit == null) {
            return null;
        }
        boolean half = AND.at(tokens, token + 1) && ARTICLE.at(tokens, token + 2) && HALF.at(tokens, token + 3);
        return half ? new SpelledNumber(unit.add(ONE_HALF), token + 4) : new SpelledNumber(unit, token + 1);
    }

    private static Map<Long, BigDecimal> units() {
        String[] words = {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
        Map<Long, BigDecimal> map = new HashMap<>();
        for (int i = 0; i < words.length; i++) {
            map.put(Folding.hash(words[i]), BigDecimal.valueOf(i + 1L));
        }
        return Map.copyOf(map);
    }
}
