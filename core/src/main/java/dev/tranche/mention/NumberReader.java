package dev.tranche.mention;

import dev.tranche.lexicon.NumberKind;
import dev.tranche.lexicon.NumberTable;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers in digits and words: the only reader of both, for sums, counts and ordinals.
 *
 * <pre>
 * quantity = ( digits | words ) [ "+" ]
 * digits   = group { blank group } [ mixed ] [ scales [ digits scale ] ]  ; "1,400.5", "188 000 000", "1 million 200 thousand"
 * mixed    = [ "-" ] digit "/" digit | "½" | "and" "a" "half"             ; "5 1/2", "2½", "2 and a half"
 * scales   = [ "-" ] scale { scale } [ "." ]                              ; "million", "hundred thousand", "Mio."
 * </pre>
 *
 * <p>Words are read by {@link SpelledReader}. A series of numbers that fits no reading is skipped as a whole, so that
 * its end is never read as a separate number. Immutable; safe to share between threads.
 */
public final class NumberReader {

    /** The most characters of a number in digits; longer ones are not read. */
    public static final int MAX_DIGITS = 24;

    private static final int GROUP = 3;
    private static final int YEAR_DIGITS = 4;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    private final Tokens tokens;
    private final NumberTable table;
    private final SpelledReader spelled;

    private NumberReader(NumberTable table, Tokens tokens) {
        this.tokens = tokens;
        this.table = table;
        this.spelled = new SpelledReader(table, tokens);
    }

    /** Builds a reader of one text. */
    public static NumberReader of(NumberTable table, Tokens tokens) {
        return new NumberReader(table, tokens);
    }

    /** Returns the number that starts at the token; null if none does, or none with certainty. */
    public @Nullable Quantity at(int token) {
        if (token < 0 || token >= tokens.size()) {
            return null;
        }
        TokenKind kind = tokens.kind(token);
        if (kind == TokenKind.NUMBER) {
            return digits(token);
        }
        return kind == TokenKind.WORD ? spelled.at(token) : vulgar(token) == null ? null : digits(token);
    }

    /**
     * Returns the index after the number words that start at the token, read or not; the token itself if there are
     * none.
     */
    public int skip(int token) {
        if (token < tokens.size() && tokens.kind(token) == TokenKind.NUMBER) {
            return token + 1;
        }
        return spelled.runEnd(token);
    }

    /** Is a token a bare year in digits, 1900 to 2100? */
    public static boolean isYear(Tokens tokens, int token) {
        if (token < 0 || token >= tokens.size() || tokens.kind(token) != TokenKind.NUMBER) {
            return false;
        }
        if (tokens.length(token) != YEAR_DIGITS) {
            return false;
        }
        String digits = tokens.string(token);
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int year = Integer.parseInt(digits);
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /** Returns the number of the ordinal at a token, in words or digits ("third", "34th"); 0 if there is none. */
    public int ordinal(int token) {
        if (token < 0 || token >= tokens.size()) {
            return 0;
        }
        if (tokens.kind(token) == TokenKind.NUMBER) {
            boolean ending = tokens.touches(token + 1) && table.is(tokens, token + 1, NumberKind.ENDING);
            String digits = tokens.string(token);
            boolean whole = digits.length() <= GROUP && digits.chars().allMatch(c -> c >= '0' && c <= '9');
            return ending && whole ? Integer.parseInt(digits) : 0;
        }
        BigDecimal value = table.value(tokens, token, NumberKind.ORDINAL);
        if (value == null) {
            return 0;
        }
        int unit = value.intValue();
        boolean joined = unit < 10 && token > 1 && tokens.isSign(token - 1, '-');
        BigDecimal ten = joined ? table.value(tokens, token - 2, NumberKind.TEN) : null;
        return ten == null ? unit : unit + ten.intValue();
    }

    private @Nullable Quantity digits(int token) {
        int at = token;
        BigDecimal number = BigDecimal.ZERO;
        boolean grouped = false;
        if (tokens.kind(token) == TokenKind.NUMBER) {
            int last = groupsEnd(token) - 1;
            String written = written(token, last);
            if (written.length() > MAX_DIGITS) {
                return null;
            }
            Optional<BigDecimal> parsed = Numerals.parse(written, scale(last + 1) != null);
            if (parsed.isEmpty()) {
                return null;
            }
            number = parsed.get();
            grouped = last > token || written.indexOf(',') > 0 || written.indexOf('.') != written.lastIndexOf('.');
            at = last + 1;
        }
        Fraction part = fraction(at, tokens.kind(token) != TokenKind.NUMBER);
        if (part != null) {
            number = number.add(part.value);
            at = part.end;
        }
        boolean plus = tokens.isSign(at, '+');
        at += plus ? 1 : 0;
        Quantity.Form form = grouped ? Quantity.Form.GROUPED : Quantity.Form.DIGITS;
        Quantity found = new Quantity(token, at, number, Optional.empty(), form, false, false, plus);
        return scaled(found, at);
    }

    private Quantity scaled(Quantity found, int at) {
        Scales scales = scales(isJoined(at) ? at + 1 : at);
        if (scales == null) {
            return found;
        }
        int end = scales.end;
        BigDecimal number = found.number();
        Quantity rest = rest(end, scales.factor);
        if (rest != null) {
            number = number.multiply(scales.factor).add(rest.value());
            return new Quantity(
                    found.start(), rest.end(), number, Optional.of(BigDecimal.ONE), found.form(), false, false, false);
        }
        boolean plus = tokens.isSign(end, '+');
        return new Quantity(
                found.start(),
                plus ? end + 1 : end,
                number,
                Optional.of(scales.factor),
                found.form(),
                false,
                false,
                found.plus() || plus);
    }

    /** "1 million 200 thousand": a second number whose scale is smaller. */
    private @Nullable Quantity rest(int at, BigDecimal above) {
        if (at >= tokens.size() || tokens.kind(at) != TokenKind.NUMBER || tokens.length(at) > GROUP) {
            return null;
        }
        Scales below = scales(at + 1);
        if (below == null || below.factor.compareTo(above) >= 0) {
            return null;
        }
        Optional<BigDecimal> number = Numerals.parse(tokens.string(at), true);
        return number.map(value -> new Quantity(
                        at, below.end, value, Optional.of(below.factor), Quantity.Form.DIGITS, false, false, false))
                .orElse(null);
    }

    /** "$1.25-billion package": a hyphen between number and scale. */
    private boolean isJoined(int at) {
        return tokens.isSign(at, '-') && tokens.touches(at) && scale(at + 1) != null;
    }

    /** Returns the scale words that start at the token, multiplied; null if there are none. */
    @Nullable
    Scales scales(int token) {
        BigDecimal factor = null;
        int at = token;
        while (true) {
            BigDecimal next = scale(at);
            if (next == null && factor == null) {
                next = table.value(tokens, at, NumberKind.HUNDRED);
                if (next != null && scale(at + 1) == null) {
                    return null;
                }
            }
            if (next == null || factor != null && next.compareTo(factor) < 0) {
                break;
            }
            factor = factor == null ? next : factor.multiply(next);
            at++;
        }
        if (factor == null) {
            return null;
        }
        return new Scales(factor, at);
    }

    private @Nullable BigDecimal scale(int token) {
        BigDecimal factor = table.value(tokens, token, NumberKind.SCALE);
        // "800 millions"; but "in 2023 millions of dollars were given".
        return factor == null && !isYear(tokens, token - 1) ? table.value(tokens, token, NumberKind.SCALES) : factor;
    }

    /** Returns the factor of a single letter that touches the number before it: "725M". */
    @Nullable
    BigDecimal letter(int token) {
        return tokens.touches(token) ? table.value(tokens, token, NumberKind.SHORT) : null;
    }

    /**
     * Returns the index after the groups of three digits that blanks separate. Where the groups could be two numbers
     * ("12 500 million": twelve, or twelve thousand) only a zero at the start of a group decides; callers check {@link
     * #isSplit}.
     */
    private int groupsEnd(int token) {
        int end = token + 1;
        if (!isPlain(token, 1, GROUP) || followsDigits(token)) {
            return end;
        }
        while (end < tokens.size()
                && tokens.kind(end) == TokenKind.NUMBER
                && isOneBlank(end)
                && (isPlain(end, GROUP, GROUP) || isLastGroup(end))) {
            end++;
        }
        return end;
    }

    /**
     * Is the number in blank-separated groups the first of which could be a separate number ("page 12 500 million")?
     */
    boolean isSplit(Quantity quantity) {
        int first = quantity.start();
        boolean blanks = first + 1 < quantity.end() && tokens.kind(first + 1) == TokenKind.NUMBER;
        return blanks && quantity.scale().isPresent() && tokens.first(first + 1) != '0';
    }

    private boolean followsDigits(int token) {
        return token > 0
                && tokens.kind(token - 1) == TokenKind.NUMBER
                && isOneBlank(token)
                && !isYear(tokens, token - 1);
    }

    private boolean isPlain(int token, int least, int most) {
        int length = tokens.length(token);
        return length >= least && length <= most && tokens.string(token).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** "1 234,56": decimals after the last group. */
    private boolean isLastGroup(int token) {
        String written = tokens.string(token);
        return written.length() > GROUP + 1
                && (written.charAt(GROUP) == ',' || written.charAt(GROUP) == '.')
                && written.substring(0, GROUP).chars().allMatch(c -> c >= '0' && c <= '9')
                && written.length() - GROUP - 1 < GROUP
                && written.substring(GROUP + 1).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private boolean isOneBlank(int token) {
        return tokens.isSpacedOnce(token);
    }

    private String written(int first, int last) {
        if (first == last) {
            return tokens.string(first);
        }
        StringBuilder joined = new StringBuilder();
        for (int token = first; token <= last; token++) {
            joined.append(tokens.string(token));
        }
        return joined.toString();
    }

    /** "1/2", "½", "and a half" after a whole number; alone when nothing precedes it. */
    private @Nullable Fraction fraction(int at, boolean alone) {
        if (at >= tokens.size()) {
            return null;
        }
        BigDecimal sign = vulgar(at);
        if (sign != null) {
            return new Fraction(sign, at + 1);
        }
        int from = tokens.isSign(at, '-') && tokens.touches(at) ? at + 1 : at;
        if (!alone
                && from + 2 < tokens.size()
                && tokens.kind(from) == TokenKind.NUMBER
                && tokens.isSign(from + 1, '/')
                && tokens.kind(from + 2) == TokenKind.NUMBER) {
            return slashed(from);
        }
        if (!alone && table.is(tokens, at, NumberKind.AND) && table.is(tokens, at + 1, NumberKind.ARTICLE)) {
            BigDecimal part = table.value(tokens, at + 2, NumberKind.FRACTION);
            return part == null ? null : new Fraction(part, at + 3);
        }
        return null;
    }

    private @Nullable Fraction slashed(int at) {
        String above = tokens.string(at);
        String below = tokens.string(at + 2);
        boolean digits = above.length() == 1 && below.length() == 1 && below.charAt(0) > above.charAt(0);
        if (!digits || !Character.isDigit(above.charAt(0)) || !tokens.touches(at + 1) || !tokens.touches(at + 2)) {
            return null;
        }
        BigDecimal value = new BigDecimal(above).divide(new BigDecimal(below), java.math.MathContext.DECIMAL64);
        return new Fraction(value, at + 3);
    }

    private @Nullable BigDecimal vulgar(int token) {
        if (tokens.kind(token) != TokenKind.SIGN) {
            return null;
        }
        return switch (tokens.first(token)) {
            case '\u00bd' -> new BigDecimal("0.5");
            case '\u00bc' -> new BigDecimal("0.25");
            case '\u00be' -> new BigDecimal("0.75");
            default -> null;
        };
    }

    /** Scale words and the index after them. */
    record Scales(BigDecimal factor, int end) {}

    private record Fraction(BigDecimal value, int end) {}
}
