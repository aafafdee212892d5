package dev.tranche.mention;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.NumberKind;
import dev.tranche.lexicon.NumberTable;
import dev.tranche.mention.MoneyMarks.Mark;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a number together with its money marks.
 *
 * <pre>
 * money  = [ mark ] quantity [ letter ] [ "." ] [ [ "of" ] mark [ scale ] ]   ; "€40m", "40m€", "30 Mio. euros", "125 million of US dollars"
 *        | [ "$" ] code digits [ letters ]                                    ; "USD2.5bn", "EUR150m", "$US100 million"
 * </pre>
 */
final class MoneyNumberReader {

    private static final int LONGEST_GLUED = 16;
    private static final int MILLION_DIGITS = 7;

    private final Lexicon lexicon;
    private final NumberTable table;
    private final Tokens tokens;
    private final NumberReader numbers;
    private final MoneyMarks marks;

    MoneyNumberReader(Lexicon lexicon, Tokens tokens, List<ThingMention> things) {
        this.lexicon = lexicon;
        this.table = lexicon.numbers();
        this.tokens = tokens;
        this.numbers = NumberReader.of(table, tokens);
        this.marks = new MoneyMarks(lexicon, tokens, things);
    }

    NumberReader numbers() {
        return numbers;
    }

    MoneyMarks marks() {
        return marks;
    }

    /** Returns the number that starts at the token, or whose mark does; null if there is none. */
    @Nullable
    MoneyNumber startingAt(int token) {
        for (int at = token; at < Math.min(tokens.size(), token + 4); at++) {
            MoneyNumber found = at(at);
            if (found != null) {
                return found.start() <= token ? found : null;
            }
            if (tokens.kind(at) == TokenKind.NUMBER) {
                return null;
            }
        }
        return null;
    }

    /** Returns the number whose digits or words start at the token, with its marks; null if there is none. */
    @Nullable
    MoneyNumber at(int token) {
        if (token >= tokens.size()) {
            return null;
        }
        Quantity quantity = numbers.at(token);
        if (quantity == null) {
            return tokens.isWord(token) ? glued(token) : null;
        }
        Mark before = marks.before(token);
        return before == null ? unsigned(quantity) : signed(quantity, before);
    }

    private MoneyNumber signed(Quantity quantity, Mark before) {
        Quantity number = before.scale() == null ? quantity : scaled(quantity, before.scale());
        int end = number.end();
        if (number.scale().isEmpty()) {
            BigDecimal letter = letter(end);
            if (letter != null) {
                number = number.scaled(letter);
                end++;
            }
        }
        end = plusAfter(end);
        boolean plus = end > number.end() && tokens.isSign(end - 1, '+');
        end = stopAfter(end, false);
        Mark after = marks.after(end);
        // "$5 million dollars" says it twice; "$5 million Canadian dollars" says which.
        boolean same = after != null && (after.currency().equals(before.currency()) || isMoreExact(before, after));
        if (same && after != null && after.scale() == null) {
            Mark exact = after.currency().equals(before.currency()) ? before : null;
            return new MoneyNumber(
                    plus ? plus(number) : number, exact, after, Math.min(before.start(), number.start()), after.end());
        }
        return new MoneyNumber(plus ? plus(number) : number, before, null, before.start(), end);
    }

    /** "$5 million Canadian", "$5 million CAD": a plain dollar sign, then the words or code of another dollar. */
    private boolean isMoreExact(Mark before, Mark after) {
        return before.end() - before.start() == 1
                && tokens.isSign(before.start(), '$')
                && (after.end() - after.start() > 1 || isCode(after))
                && lexicon.currencyOfSign(after.currency() + "$").isPresent();
    }

    private MoneyNumber unsigned(Quantity quantity) {
        Quantity number = quantity;
        int end = number.end();
        BigDecimal letter = number.scale().isEmpty() ? numbers.letter(end) : null;
        if (letter != null && number.form() != Quantity.Form.WORDS) {
            Mark after = marks.after(end + 1);
            if (after != null) {
                return new MoneyNumber(number.scaled(letter), null, after, number.start(), after.end());
            }
            Mark joined = marks.after(end);
            if (joined == null) {
                return new MoneyNumber(number, null, null, number.start(), end);
            }
        }
        Mark after = afterScale(number, stopAfter(end, true));
        if (after == null) {
            return new MoneyNumber(number, null, null, number.start(), end);
        }
        int last = after.end();
        if (after.scale() != null) {
            number = number.scale().isPresent() ? number : number.scaled(after.scale());
        } else if (number.scale().isEmpty()) {
            // "125 USD million".
            NumberReader.Scales scales = numbers.scales(last);
            if (scales != null && isCode(after)) {
                number = number.scaled(scales.factor());
                last = scales.end();
            }
        }
        return new MoneyNumber(number, null, after, number.start(), last);
    }

    private boolean isCode(Mark mark) {
        return mark.end() - mark.start() == 1 && tokens.isUpper(mark.start());
    }

    private @Nullable Mark afterScale(Quantity number, int end) {
        Mark direct = marks.after(end);
        if (direct != null) {
            return direct;
        }
        if (!number.scale().isPresent() || !table.is(tokens, end, NumberKind.OF)) {
            return null;
        }
        Mark plain = marks.after(end + 1);
        return plain != null && plain.scale() == null && tokens.isWord(plain.start()) ? plain : null;
    }

    private static Quantity scaled(Quantity quantity, BigDecimal by) {
        return quantity.scale().isPresent() ? quantity : quantity.scaled(by);
    }

    private static Quantity plus(Quantity number) {
        return new Quantity(
                number.start(),
                number.end(),
                number.number(),
                number.scale(),
                number.form(),
                number.loose(),
                number.about(),
                true);
    }

    private int plusAfter(int end) {
        return tokens.isSign(end, '+') ? end + 1 : end;
    }

    /** "30 Mio. euros": the full stop of an abbreviated scale, when money words follow. */
    private int stopAfter(int end, boolean wantsMark) {
        boolean stop = tokens.isSign(end, '.')
                && tokens.touches(end)
                && table.is(tokens, end - 1, NumberKind.SCALE)
                && end + 1 < tokens.size();
        if (!stop) {
            return end;
        }
        boolean goesOn =
                wantsMark ? marks.after(end + 1) != null : tokens.isWord(end + 1) && !tokens.isCapital(end + 1);
        return goesOn ? end + 1 : end;
    }

    /** "$725M", and "EUR 40 m" with a blank for millions only: "$5 T" could begin any word. */
    private @Nullable BigDecimal letter(int end) {
        BigDecimal touching = numbers.letter(end);
        if (touching != null) {
            return touching;
        }
        BigDecimal spaced = tokens.isSpacedOnce(end) ? table.value(tokens, end, NumberKind.SHORT) : null;
        boolean million = spaced != null && spaced.precision() == MILLION_DIGITS;
        return million && !tokens.isSign(end + 1, '-') && !tokens.touches(end + 1) ? spaced : null;
    }

    /** "USD2.5bn": code, digits and scale in one token; "$US100 million": the code after its sign. */
    private @Nullable MoneyNumber glued(int token) {
        int length = tokens.length(token);
        if (length < 2 || length > LONGEST_GLUED || !tokens.hasDigit(token)) {
            return null;
        }
        String word = tokens.string(token);
        int digits = 0;
        while (digits < length && Character.isLetter(word.charAt(digits))) {
            digits++;
        }
        int letters = digits;
        while (letters < length && word.charAt(letters) >= '0' && word.charAt(letters) <= '9') {
            letters++;
        }
        Mark before = gluedMark(token, word.substring(0, digits));
        return before == null || letters == digits
                ? null
                : glued(token, before, word.substring(digits, letters), word.substring(letters));
    }

    /** Returns what letters before digits say of the currency; null if they are none of money. */
    private @Nullable Mark gluedMark(int token, String letters) {
        Mark dollar = marks.afterDollar(token, letters);
        if (dollar != null) {
            return new Mark(dollar.currency(), null, dollar.start(), token);
        }
        // A single letter may begin any word.
        Optional<String> currency = lexicon.isCurrency(letters) || letters.length() < 2
                ? Optional.of(letters).filter(lexicon::isCurrency)
                : lexicon.currencyOfSign(letters);
        return currency.map(code -> new Mark(code, null, token, token)).orElse(null);
    }

    private @Nullable MoneyNumber glued(int token, Mark before, String first, String letters) {
        String written = first;
        int end = token + 1;
        boolean goesOn = letters.isEmpty()
                && (tokens.isSign(end, '.') || tokens.isSign(end, ','))
                && tokens.touches(end)
                && tokens.touches(end + 1)
                && tokens.kind(end + 1) == TokenKind.NUMBER;
        if (goesOn) {
            written = first + tokens.string(end) + tokens.string(end + 1);
            end += 2;
        }
        BigDecimal scale = letters.isEmpty() ? null : marks.scaleOf(dev.tranche.text.Folding.hash(letters));
        if (scale == null && !letters.isEmpty()) {
            return null;
        }
        if (scale == null) {
            NumberReader.Scales scales = numbers.scales(end);
            scale = scales != null ? scales.factor() : numbers.letter(end);
            end = scales != null ? scales.end() : scale != null ? end + 1 : end;
        }
        BigDecimal factor = scale;
        int last = end;
        return Numerals.parse(written, factor != null)
                .map(number -> {
                    Quantity quantity = new Quantity(
                            token,
                            last,
                            number,
                            Optional.ofNullable(factor),
                            Quantity.Form.GROUPED,
                            false,
                            false,
                            false);
                    return new MoneyNumber(quantity, before, null, before.start(), last);
                })
                .orElse(null);
    }
}
