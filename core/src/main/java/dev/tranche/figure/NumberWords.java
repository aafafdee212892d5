package dev.tranche.figure;

import dev.tranche.mention.Words;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads numbers in digits or words, with magnitudes: "14,000", "some thirty", "1.5 million", "two dozen". */
public final class NumberWords {

    private static final String[] SMALL = {
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };
    private static final Map<String, Integer> TENS = Map.of(
            "twenty", 20, "thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "seventy", 70, "eighty", 80, "ninety",
            90);
    private static final Map<String, Integer> TIMES =
            Map.of("dozen", 12, "hundred", 100, "thousand", 1000, "million", 1_000_000, "billion", 1_000_000_000);
    private static final Words NUMERAL = Words.of(String.join(" ", SMALL) + " " + String.join(" ", TENS.keySet()));
    private static final Words ORDINARY = Words.of("one");
    private static final Words ARTICLE = Words.of("a an");
    private static final Words AND = Words.of("and");
    private static final Words HALF = Words.of("half");
    private static final BigDecimal ONE_HALF = new BigDecimal("0.5");
    private static final int MOST_DIGITS = 15;

    private NumberWords() {}

    /** A number and the index after its last token. */
    public record Found(BigDecimal value, int end) {}

    /** Returns the number that starts at the token, or null. */
    public static @Nullable Found at(Tokens tokens, int token) {
        if (token >= tokens.size()) {
            return null;
        }
        Found half = half(tokens, token);
        if (half != null) {
            return half;
        }
        BigDecimal value = tokens.kind(token) == TokenKind.NUMBER ? digits(tokens.string(token)) : word(tokens, token);
        boolean article = value == null && ARTICLE.at(tokens, token) && times(tokens, token + 1) != null;
        if (article) {
            value = BigDecimal.ONE;
        }
        if (value == null) {
            return null;
        }
        int end = token + 1;
        if (AND.at(tokens, end)
                && ARTICLE.at(tokens, end + 1)
                && HALF.at(tokens, end + 2)
                && times(tokens, end + 3) != null) {
            value = value.add(ONE_HALF);
            end += 3;
        }
        if (end + 1 < tokens.size()
                && tokens.isSign(end, '-')
                && tokens.isWord(end + 1)
                && word(tokens, end + 1) != null) {
            value = value.add(word(tokens, end + 1));
            end += 2;
        }
        while (end < tokens.size() && tokens.isWord(end)) {
            Integer times = TIMES.get(tokens.string(end).toLowerCase(Locale.ROOT));
            if (times == null) {
                break;
            }
            value = value.multiply(BigDecimal.valueOf(times));
            end++;
        }
        BigDecimal letter = end == token + 1 ? shortened(tokens, end) : null;
        if (letter != null) {
            value = value.multiply(letter);
            end++;
        }
        return ORDINARY.at(tokens, token) && end == token + 1 ? null : new Found(plain(value), end);
    }

    /** "Half a million". */
    private static @Nullable Found half(Tokens tokens, int token) {
        Integer times = HALF.at(tokens, token) && ARTICLE.at(tokens, token + 1) ? times(tokens, token + 2) : null;
        return times == null ? null : new Found(plain(ONE_HALF.multiply(BigDecimal.valueOf(times))), token + 3);
    }

    private static @Nullable Integer times(Tokens tokens, int token) {
        return tokens.isWord(token) ? TIMES.get(tokens.string(token).toLowerCase(Locale.ROOT)) : null;
    }

    /** "7m homes", "2bn people", "40k troops": a letter directly after the digits, before a counted noun. */
    private static @Nullable BigDecimal shortened(Tokens tokens, int end) {
        boolean joined = end + 1 < tokens.size()
                && tokens.isWord(end)
                && tokens.kind(end - 1) == TokenKind.NUMBER
                && tokens.start(end) == tokens.end(end - 1)
                && tokens.isWord(end + 1)
                && !tokens.isCapital(end + 1);
        if (!joined) {
            return null;
        }
        return switch (tokens.string(end)) {
            case "k" -> BigDecimal.valueOf(1000);
            case "m", "mn" -> BigDecimal.valueOf(1_000_000);
            case "bn" -> BigDecimal.valueOf(1_000_000_000);
            default -> null;
        };
    }

    /** A whole number without an exponent, so that it is written as read. */
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static @Nullable BigDecimal digits(String written) {
        String plain = written;
        int comma = plain.lastIndexOf(',');
        boolean grouped = comma > 0 && plain.length() - comma == 4;
        plain = grouped ? plain.replace(",", "") : plain.replace(',', '.');
        boolean sane = plain.length() <= MOST_DIGITS
                && plain.indexOf('.') == plain.lastIndexOf('.')
                && plain.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
        return sane ? new BigDecimal(plain) : null;
    }

    private static @Nullable BigDecimal word(Tokens tokens, int token) {
        if (!NUMERAL.at(tokens, token)) {
            return null;
        }
        String word = tokens.string(token).toLowerCase(Locale.ROOT);
        Integer tens = TENS.get(word);
        if (tens != null) {
            return BigDecimal.valueOf(tens);
        }
        for (int i = 0; i < SMALL.length; i++) {
            if (SMALL[i].equals(word)) {
                return BigDecimal.valueOf(i);
            }
        }
        return null;
    }
}
