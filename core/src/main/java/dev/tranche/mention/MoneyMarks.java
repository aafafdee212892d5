package dev.tranche.mention;

import dev.tranche.lexicon.Entry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.NumberKind;
import dev.tranche.lexicon.NumberTable;
import dev.tranche.text.Folding;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the marks that make a number money: a sign, code or word of a currency beside it, with a scale where both are
 * written as one.
 *
 * <pre>
 * before = [ code ] sign | prefix sign | code | symbol [ "." ] | scale sign | sign scale | scale code | code scale
 *                                               ; "USD $", "C$", "NOK", "Rs.", "M€", "€m", "MEUR", "EURbn"
 * after  = [ "-" ] [ "US" ] word | sign | prefix sign | code [ scale ] | scale sign | scale code
 *                                               ; "dollars", "€", "US$", "USD million", "m€", "MUSD"
 * </pre>
 */
final class MoneyMarks {

    /** How far after "pounds of" a word of giving may be: "of long-term military help". */
    private static final int PAID_REACH = 4;

    /** The reach in tokens before the name of a currency of the words that declare it. */
    private static final int DECLARED_REACH = 8;

    private static final int CODE = 3;
    private static final int LONGEST_SCALED_CODE = 7;
    private static final String DOLLAR = "$";

    private final @Nullable String declared;
    private final Lexicon lexicon;
    private final NumberTable table;
    private final Tokens tokens;
    private final Map<Integer, Mark> words = new HashMap<>();

    MoneyMarks(Lexicon lexicon, Tokens tokens, List<ThingMention> things) {
        this.lexicon = lexicon;
        this.table = lexicon.numbers();
        this.tokens = tokens;
        for (ThingMention thing : things) {
            if (thing.entry() instanceof Entry.Currency currency) {
                words.put(thing.start(), new Mark(currency.code(), null, thing.start(), thing.end()));
            }
        }
        this.declared = declared();
    }

    /** "All amounts are in Australian dollars": the currency meant by the bare sign in this report, or null. */
    private @Nullable String declared() {
        for (Mark word : words.values()) {
            boolean dollars = isDollar(word.currency) && table.is(tokens, word.start - 1, NumberKind.IN);
            for (int at = word.start - 2; dollars && at >= Math.max(0, word.start - DECLARED_REACH); at--) {
                if (table.is(tokens, at, NumberKind.TOLD)) {
                    return word.currency;
                }
            }
        }
        return null;
    }

    /**
     * A money mark.
     *
     * @param currency ISO 4217 code
     * @param scale what it multiplies the number by, null for a mark without a scale
     * @param start index of its first token
     * @param end index after its last token
     */
    record Mark(String currency, @Nullable BigDecimal scale, int start, int end) {}

    /** Is the text without money marks, so that there is no need to look for sums? */
    boolean isWord(int token) {
        return words.containsKey(token);
    }

    /** Returns the mark that ends right before a token, at most one blank away; null if there is none. */
    @Nullable
    Mark before(int number) {
        int at = number - 1;
        if (at < 0 || tokens.start(number) - tokens.end(at) > 1) {
            return null;
        }
        if (tokens.isSign(at, '.') && tokens.touches(at) && tokens.isWord(at - 1)) {
            return symbol(at - 1, number);
        }
        if (tokens.isSign(at, '-') && at > 0 && tokens.touches(at) && tokens.touches(number)) {
            // "A USD-165 million loan".
            String code = tokens.isWord(at - 1) ? codeAt(at - 1) : null;
            return code == null ? null : new Mark(code, null, at - 1, number);
        }
        if (tokens.kind(at) == TokenKind.SIGN) {
            return signBefore(at);
        }
        return tokens.isWord(at) ? wordBefore(at) : null;
    }

    private @Nullable Mark signBefore(int at) {
        String sign = tokens.string(at);
        boolean prefixed = tokens.touches(at) && tokens.isWord(at - 1);
        if (prefixed) {
            String both = lexicon.currencyOfSign(tokens.string(at - 1).replace(".", "") + sign)
                    .orElse(null);
            if (both != null) {
                return new Mark(both, null, at - 1, at + 1);
            }
        }
        String currency = lexicon.currencyOfSign(sign).orElse(null);
        if (currency == null) {
            return null;
        }
        if (prefixed) {
            BigDecimal scale = scaleOf(tokens.hash(at - 1));
            if (scale != null && !tokens.touches(at - 1)) {
                return new Mark(currency, scale, at - 1, at + 1);
            }
        }
        String code = at > 0 && tokens.start(at) - tokens.end(at - 1) <= 1 ? codeAt(at - 1) : null;
        boolean fits = code != null && (code.equals(currency) || sign.equals(DOLLAR) && isDollar(code));
        if (fits && code != null) {
            return new Mark(code, null, at - 1, at + 1);
        }
        String meant = declared;
        return new Mark(meant != null && sign.equals(DOLLAR) ? meant : currency, null, at, at + 1);
    }

    /** Is it the code of a currency written with the dollar sign? */
    private boolean isDollar(String code) {
        return lexicon.currencyOfSign(code + DOLLAR).filter(code::equals).isPresent()
                || lexicon.currencyOfSign(code.substring(0, 2) + DOLLAR)
                        .filter(code::equals)
                        .isPresent();
    }

    private @Nullable Mark wordBefore(int at) {
        String code = codeAt(at);
        if (code != null) {
            return new Mark(code, null, at, at + 1);
        }
        Mark symbol = symbol(at, at + 1);
        if (symbol != null) {
            return symbol;
        }
        Mark scaled = scaledCode(at);
        if (scaled != null) {
            return scaled;
        }
        Mark dollar = afterDollar(at, tokens.string(at));
        if (dollar != null) {
            return dollar;
        }
        if (tokens.touches(at) && tokens.kind(at - 1) == TokenKind.SIGN) {
            BigDecimal scale = scaleOf(tokens.hash(at));
            Mark sign = scale == null ? null : signBefore(at - 1);
            if (sign != null) {
                return new Mark(sign.currency, scale, sign.start, at + 1);
            }
        }
        // "Euro 50 million": the word before its number is written with a capital.
        Mark word = words.get(at);
        return word != null && word.end == at + 1 && tokens.isCapital(at) ? word : null;
    }

    /** "$US 100 million", "$A20 million": a sign with the letters of its state behind it; null if there is none. */
    @Nullable
    Mark afterDollar(int at, String letters) {
        boolean dollar = tokens.touches(at) && tokens.isSign(at - 1, '$');
        return dollar
                ? lexicon.currencyOfSign(DOLLAR + letters)
                        .map(code -> new Mark(code, null, at - 1, at + 1))
                        .orElse(null)
                : null;
    }

    private @Nullable Mark symbol(int at, int end) {
        String word = tokens.string(at);
        String currency = lexicon.currencyOfSign(word)
                .or(() -> lexicon.currencyOfSign(word + "."))
                .orElse(null);
        Mark settled = words.get(at);
        if (settled != null
                && settled.end == at + 1
                && !lexicon.sharedMoney(tokens.hash(at)).isEmpty()) {
            return new Mark(settled.currency, null, at, end);
        }
        return currency == null ? null : new Mark(currency, null, at, end);
    }

    /** Returns the mark that starts at a token; null if there is none. */
    @Nullable
    Mark after(int token) {
        int at = tokens.isSign(token, '-') ? token + 1 : token;
        if (at >= tokens.size()) {
            return null;
        }
        Mark word = words.get(at);
        if (word == null && table.is(tokens, at, NumberKind.US)) {
            word = words.get(at + 1);
        }
        if (word != null) {
            return isWeight(word) ? null : word;
        }
        if (tokens.kind(at) == TokenKind.SIGN) {
            return signAfter(at, at, null);
        }
        if (!tokens.isWord(at)) {
            return null;
        }
        if (tokens.touches(at + 1) && tokens.kind(at + 1) == TokenKind.SIGN) {
            String both = lexicon.currencyOfSign(tokens.string(at).replace(".", "") + tokens.string(at + 1))
                    .orElse(null);
            if (both != null) {
                return startsNumber(at + 2) ? null : new Mark(both, null, at, at + 2);
            }
            BigDecimal scale = scaleOf(tokens.hash(at));
            if (scale != null) {
                return signAfter(at + 1, at, scale);
            }
        }
        Mark scaled = scaledCode(at);
        if (scaled != null) {
            return scaled;
        }
        String symbol = tokens.string(at);
        boolean foreign = symbol.chars().anyMatch(c -> c > 127);
        return foreign
                ? lexicon.currencyOfSign(symbol)
                        .map(code -> new Mark(code, null, at, at + 1))
                        .orElse(null)
                : null;
    }

    /** "170,000 pounds of tools": the word is a weight when something that is weighed follows. */
    private boolean isWeight(Mark word) {
        boolean pound = word.end == word.start + 1 && table.is(tokens, word.start, NumberKind.WEIGHT);
        boolean weighed = pound && table.is(tokens, word.end, NumberKind.OF) && tokens.isWord(word.end + 1);
        for (int at = word.end + 1; weighed && at <= word.end + PAID_REACH; at++) {
            weighed = !table.is(tokens, at, NumberKind.PAID);
        }
        return weighed;
    }

    private @Nullable Mark signAfter(int sign, int start, @Nullable BigDecimal scale) {
        if (startsNumber(sign + 1)) {
            return null;
        }
        return lexicon.currencyOfSign(tokens.string(sign))
                .map(code -> new Mark(code, scale, start, sign + 1))
                .orElse(null);
    }

    /** "5 million $20 million": a sign that touches the number after it belongs to that number. */
    private boolean startsNumber(int token) {
        return token < tokens.size() && tokens.kind(token) == TokenKind.NUMBER && tokens.touches(token);
    }

    private @Nullable String codeAt(int token) {
        if (!tokens.isWord(token) || tokens.length(token) != CODE || !tokens.isUpper(token)) {
            return null;
        }
        String word = tokens.string(token);
        return lexicon.isCurrency(word) ? word : null;
    }

    /** "MEUR", "kUSD", "EURm", "EURbn", "bnUSD". */
    private @Nullable Mark scaledCode(int token) {
        int length = tokens.length(token);
        if (length <= CODE || length > LONGEST_SCALED_CODE) {
            return null;
        }
        String word = tokens.string(token);
        String last = word.substring(length - CODE);
        if (isSpelledCode(last)) {
            BigDecimal scale = scaleOf(Folding.hash(word.substring(0, length - CODE)));
            if (scale != null) {
                return new Mark(last, scale, token, token + 1);
            }
        }
        String first = word.substring(0, CODE);
        if (isSpelledCode(first)) {
            BigDecimal scale = scaleOf(Folding.hash(word.substring(CODE)));
            if (scale != null && !tokens.isUpper(token)) {
                return new Mark(first, scale, token, token + 1);
            }
        }
        return null;
    }

    /** A code in capitals of a currency that has a sign or short form, so that "MALL" is not a million leks. */
    private boolean isSpelledCode(String written) {
        for (int i = 0; i < written.length(); i++) {
            if (written.charAt(i) < 'A' || written.charAt(i) > 'Z') {
                return false;
            }
        }
        return lexicon.isCurrency(written) && lexicon.isWritten(written);
    }

    @Nullable
    BigDecimal scaleOf(long hash) {
        NumberTable.Word word = table.of(hash);
        if (word == null) {
            return null;
        }
        BigDecimal scale = word.value(NumberKind.SCALE);
        return scale != null ? scale : word.value(NumberKind.SHORT);
    }
}
