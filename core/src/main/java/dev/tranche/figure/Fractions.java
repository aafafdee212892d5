package dev.tranche.figure;

import dev.tranche.mention.Words;
import dev.tranche.text.Sentence;
import dev.tranche.text.Tokens;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads shares in words: "half of the children", "by a quarter", "three quarters of". */
final class Fractions {

    private static final Words HALF = Words.of("half");
    private static final Words THREE = Words.of("three");
    private static final Words QUARTERS = Words.of("quarters");
    private static final Words QUARTER = Words.of("quarter");
    private static final Words ONE = Words.of("a one");
    private static final Words BY = Words.of("by");
    private static final Words OF_WHOLE = Words.of("of the their its his her");
    private static final BigDecimal FIFTY = BigDecimal.valueOf(50);
    private static final BigDecimal TWENTY_FIVE = BigDecimal.valueOf(25);
    private static final BigDecimal SEVENTY_FIVE = BigDecimal.valueOf(75);

    private Fractions() {}

    /** A share in percent and the range of its tokens. */
    record Share(BigDecimal percent, int start, int end) {}

    static @Nullable Share at(Tokens tokens, Sentence sentence, int token) {
        boolean half = HALF.at(tokens, token);
        boolean three = THREE.at(tokens, token) && QUARTERS.at(tokens, token + 1);
        boolean quarter = QUARTER.at(tokens, token) && ONE.at(tokens, token - 1);
        if (!half && !three && !quarter) {
            return null;
        }
        int end = three ? token + 2 : token + 1;
        boolean of = OF_WHOLE.at(tokens, end) && NumberWords.at(tokens, token) == null;
        boolean by = BY.at(tokens, quarter ? token - 2 : token - 1);
        boolean joined = tokens.isSign(token - 1, '-') || half && ONE.at(tokens, token - 1);
        if (end > sentence.end() || !of && !by || joined) {
            return null;
        }
        BigDecimal percent = half ? FIFTY : three ? SEVENTY_FIVE : TWENTY_FIVE;
        return new Share(percent, quarter ? token - 1 : token, end);
    }
}
