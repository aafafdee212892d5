package dev.tranche.mention;

import dev.tranche.lexicon.NumberKind;
import dev.tranche.lexicon.NumberTable;
import dev.tranche.text.Tokens;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers in words, of any size.
 *
 * <pre>
 * spelled  = loose | part | cardinal
 * loose    = many [ "of" ] scales                            ; "hundreds of millions"
 *          | scales                                          ; "millions"
 *          | several ( hundred | scale ) …                   ; "several million"
 * part     = [ article ] fraction [ "of" ] [ article ] scale ; "half a billion", "a quarter of a million"
 *          | unit parts [ "of" ] [ article ] scale           ; "three quarters of a billion"
 * cardinal = below { scale } { [ "and" ] below { scale } }   ; scales fall: "one million two hundred thousand"
 * below    = [ small | article ] hundred [ [ "and" ] small ] | small [ point ] [ half ] | article group | [ small ] group
 * small    = unit | ten [ [ "-" ] unit ]
 * point    = "point" unit { unit }                           ; "one point two"
 * half     = "and" ( article fraction | unit parts )         ; "one and a half", "two and three quarters"
 * </pre>
 *
 * <p>Hyphens between the words do not count. Number words that fit no production make no number.
 */
final class SpelledReader {

    private static final int MOST_DECIMALS = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final NumberKind[] RUN = {
        NumberKind.UNIT, NumberKind.TEN, NumberKind.HUNDRED, NumberKind.SCALE, NumberKind.SCALES, NumberKind.GROUP
    };

    private final NumberTable table;
    private final Tokens tokens;

    SpelledReader(NumberTable table, Tokens tokens) {
        this.table = table;
        this.tokens = tokens;
    }

    @Nullable
    Quantity at(int token) {
        NumberTable.Word word = table.at(tokens, token);
        if (word == null) {
            return null;
        }
        if (word.is(NumberKind.SEVERAL)) {
            return several(token);
        }
        Quantity loose = loose(token, word);
        if (loose != null) {
            return loose;
        }
        Quantity part = part(token);
        return part != null ? part : cardinal(token);
    }

    /** Returns the index after a series of number words, hyphens and the "and" or "of" between them included. */
    int runEnd(int token) {
        int end = token;
        int at = token;
        while (at < tokens.size()) {
            if (isNumber(at)) {
                at++;
                end = at;
                continue;
            }
            boolean joint = tokens.isSign(at, '-') || is(at, NumberKind.AND) || is(at, NumberKind.POINT);
            if (at == token || !joint || !isNumber(at + 1)) {
                break;
            }
            at++;
        }
        return end;
    }

    private boolean isNumber(int token) {
        NumberTable.Word word = table.at(tokens, token);
        if (word == null) {
            return false;
        }
        for (NumberKind kind : RUN) {
            if (word.is(kind)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Quantity several(int token) {
        int at = is(token + 1, NumberKind.OF) ? token + 2 : token + 1;
        if (!is(at, NumberKind.HUNDRED) && !is(at, NumberKind.SCALE)) {
            return null;
        }
        Quantity number = cardinal(at);
        return number == null || number.scale().isEmpty()
                ? null
                : new Quantity(
                        token, number.end(), number.number(), number.scale(), Quantity.Form.WORDS, true, false, false);
    }

    private @Nullable Quantity loose(int token, NumberTable.Word word) {
        BigDecimal plural = word.value(NumberKind.SCALES);
        BigDecimal many = word.value(NumberKind.MANY);
        if (many != null) {
            int at = is(token + 1, NumberKind.OF) ? token + 2 : token + 1;
            BigDecimal scale = value(at, NumberKind.SCALES);
            scale = scale == null && at == token + 1 ? value(at, NumberKind.SCALE) : scale;
            if (scale != null) {
                return loose(token, at + 1, many, scale);
            }
        }
        return plural == null ? null : loose(token, token + 1, BigDecimal.ONE, plural);
    }

    private Quantity loose(int start, int end, BigDecimal number, BigDecimal scale) {
        BigDecimal factor = scale;
        int at = end;
        // "Hundreds of thousands of millions" is not a sum that anybody writes; one more scale is enough.
        BigDecimal next = is(at, NumberKind.OF) ? value(at + 1, NumberKind.SCALES) : null;
        if (next != null && next.compareTo(scale) > 0) {
            factor = scale.multiply(next);
            at += 2;
        }
        return new Quantity(start, at, number, Optional.of(factor), Quantity.Form.WORDS, true, false, false);
    }

    private @Nullable Quantity part(int token) {
        int at = token;
        BigDecimal part = null;
        BigDecimal unit = value(token, NumberKind.UNIT);
        if (unit != null && value(glued(token + 1), NumberKind.PARTS) != null) {
            at = glued(token + 1);
            part = unit.multiply(value(at, NumberKind.PARTS));
        } else if (unit != null && glued(token + 1) == token + 2 && value(token + 2, NumberKind.FRACTION) != null) {
            at = token + 2;
            part = unit.multiply(value(at, NumberKind.FRACTION));
        } else {
            at = is(token, NumberKind.ARTICLE) ? token + 1 : token;
            part = value(at, NumberKind.FRACTION);
        }
        if (part == null) {
            return null;
        }
        boolean ordinal = is(at, NumberKind.ORDINAL);
        at = glued(at + 1);
        if (ordinal && !is(at, NumberKind.OF)) {
            // "The third billion" is not a third of a billion.
            return null;
        }
        at = is(at, NumberKind.OF) ? at + 1 : at;
        at = is(at, NumberKind.ARTICLE) ? at + 1 : at;
        BigDecimal scale = value(at, NumberKind.SCALE);
        if (scale == null) {
            return null;
        }
        boolean whole = isWhole(part.multiply(scale));
        BigDecimal number = whole ? part : part.multiply(scale).setScale(0, java.math.RoundingMode.HALF_EVEN);
        return new Quantity(
                token,
                at + 1,
                number,
                Optional.of(whole ? scale : BigDecimal.ONE),
                Quantity.Form.WORDS,
                false,
                !whole,
                false);
    }

    private static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }

    private @Nullable Quantity cardinal(int token) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal firstNumber = BigDecimal.ZERO;
        BigDecimal firstScale = null;
        BigDecimal above = null;
        boolean about = false;
        int parts = 0;
        int at = token;
        while (true) {
            Below below = below(at, parts == 0);
            if (below == null) {
                break;
            }
            int end = below.end;
            BigDecimal factor = null;
            BigDecimal next;
            while ((next = value(glued(end), NumberKind.SCALE)) != null
                    && (factor == null || next.compareTo(factor) >= 0)) {
                factor = factor == null ? next : factor.multiply(next);
                end = glued(end) + 1;
            }
            BigDecimal value = below.value.multiply(factor == null ? BigDecimal.ONE : factor);
            if (parts > 0
                    && (factor == null || above == null || factor.compareTo(above) >= 0)
                    && !(factor == null && above != null && value.compareTo(above) < 0)) {
                return null;
            }
            firstNumber = parts == 0 ? below.value : firstNumber;
            firstScale = parts == 0 ? factor : firstScale;
            about |= below.about;
            total = total.add(value);
            above = factor;
            parts++;
            at = end;
            if (factor == null) {
                break;
            }
            Tail tail = parts == 1 ? tail(at, factor) : null;
            if (tail != null) {
                total = total.add(tail.value);
                at = tail.end;
                parts++;
                break;
            }
            int link = is(at, NumberKind.AND) ? at + 1 : at;
            if (!isBelowStart(link) || link > at && !continuesAfterAnd(link, factor)) {
                break;
            }
            at = link;
        }
        if (parts == 0 || isNumber(at) || runEnd(at) > at) {
            return null;
        }
        return parts == 1
                ? new Quantity(
                        token,
                        at,
                        firstNumber,
                        Optional.ofNullable(firstScale),
                        Quantity.Form.WORDS,
                        false,
                        about,
                        false)
                : new Quantity(token, at, total, Optional.of(BigDecimal.ONE), Quantity.Form.WORDS, false, about, false);
    }

    /** "A billion and a half". */
    private @Nullable Tail tail(int at, BigDecimal factor) {
        if (!is(at, NumberKind.AND) || !is(at + 1, NumberKind.ARTICLE)) {
            return null;
        }
        BigDecimal part = value(at + 2, NumberKind.FRACTION);
        return part == null || value(at + 3, NumberKind.SCALE) != null || is(at + 3, NumberKind.ARTICLE)
                ? null
                : new Tail(part.multiply(factor), at + 3);
    }

    /** After "one million and", what follows belongs to it only when its own scale is smaller. */
    private boolean continuesAfterAnd(int at, BigDecimal above) {
        Below below = below(at, false);
        if (below == null) {
            return false;
        }
        BigDecimal scale = value(glued(below.end), NumberKind.SCALE);
        return scale != null && scale.compareTo(above) < 0;
    }

    private boolean isBelowStart(int token) {
        return is(token, NumberKind.UNIT) || is(token, NumberKind.TEN);
    }

    /** A number below a thousand, or one with decimals. */
    private @Nullable Below below(int token, boolean first) {
        int at = token;
        BigDecimal value = null;
        Below small = small(at);
        if (small != null) {
            value = small.value;
            at = small.end;
        } else if (is(at, NumberKind.ARTICLE)) {
            at++;
        } else if (!is(at, NumberKind.HUNDRED) || !first) {
            return null;
        }
        int next = glued(at);
        if (is(next, NumberKind.HUNDRED)) {
            return hundreds(next, value);
        }
        BigDecimal group = value(next, NumberKind.GROUP);
        if (group != null) {
            return new Below(group.multiply(value == null ? BigDecimal.ONE : value), next + 1, false);
        }
        BigDecimal pair = value == null ? value(next, NumberKind.PAIR) : null;
        if (pair != null && is(next + 1, NumberKind.OF)) {
            boolean hundred = is(next + 2, NumberKind.HUNDRED);
            return new Below(hundred ? pair.multiply(HUNDRED) : pair, hundred ? next + 3 : next + 2, true);
        }
        if (value == null) {
            return is(next, NumberKind.SCALE) ? new Below(BigDecimal.ONE, next, false) : null;
        }
        Below decimals = decimals(value, at);
        return decimals != null ? decimals : half(value, at);
    }

    private Below hundreds(int hundred, @Nullable BigDecimal before) {
        BigDecimal value = before == null ? HUNDRED : before.multiply(HUNDRED);
        int at = hundred + 1;
        int next = is(at, NumberKind.AND) ? at + 1 : at;
        Below small = small(next);
        if (small == null) {
            return new Below(value, at, false);
        }
        // "A hundred and five million": the scale applies to both.
        return new Below(value.add(small.value), small.end, false);
    }

    private @Nullable Below small(int token) {
        BigDecimal unit = value(token, NumberKind.UNIT);
        if (unit != null) {
            return new Below(unit, token + 1, false);
        }
        BigDecimal ten = value(token, NumberKind.TEN);
        if (ten == null) {
            return null;
        }
        BigDecimal after = value(glued(token + 1), NumberKind.UNIT);
        boolean joined = after != null && after.signum() > 0 && after.compareTo(BigDecimal.TEN) < 0;
        return joined ? new Below(ten.add(after), glued(token + 1) + 1, false) : new Below(ten, token + 1, false);
    }

    private @Nullable Below decimals(BigDecimal whole, int at) {
        if (!is(glued(at), NumberKind.POINT)) {
            return null;
        }
        StringBuilder digits = new StringBuilder(whole.toPlainString()).append('.');
        int end = glued(at) + 1;
        int count = 0;
        BigDecimal digit;
        while (count < MOST_DECIMALS
                && (digit = value(glued(end), NumberKind.UNIT)) != null
                && digit.compareTo(BigDecimal.TEN) < 0) {
            digits.append(digit.toPlainString());
            end = glued(end) + 1;
            count++;
        }
        return count == 0 ? null : new Below(new BigDecimal(digits.toString()), end, false);
    }

    /** "One and a half", "two and three quarters". */
    private Below half(BigDecimal whole, int at) {
        int and = glued(at);
        if (is(and, NumberKind.AND)) {
            int from = glued(and + 1);
            if (is(from, NumberKind.ARTICLE)) {
                BigDecimal part = value(glued(from + 1), NumberKind.FRACTION);
                if (part != null) {
                    return new Below(whole.add(part), glued(from + 1) + 1, false);
                }
            }
            BigDecimal count = value(from, NumberKind.UNIT);
            BigDecimal part = value(glued(from + 1), NumberKind.PARTS);
            if (count != null && part != null) {
                return new Below(whole.add(count.multiply(part)), glued(from + 1) + 1, false);
            }
        }
        return new Below(whole, at, false);
    }

    /** Hyphens between number words do not count. */
    private int glued(int token) {
        boolean hyphen = tokens.isSign(token, '-') && tokens.touches(token) && tokens.touches(token + 1);
        return hyphen ? token + 1 : token;
    }

    private boolean is(int token, NumberKind kind) {
        return table.is(tokens, token, kind);
    }

    private @Nullable BigDecimal value(int token, NumberKind kind) {
        return table.value(tokens, token, kind);
    }

    private record Below(BigDecimal value, int end, boolean about) {}

    private record Tail(BigDecimal value, int end) {}
}
