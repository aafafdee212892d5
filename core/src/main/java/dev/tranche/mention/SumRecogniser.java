package dev.tranche.mention;

import dev.tranche.lexicon.Entry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.problem.Problem;
import dev.tranche.problem.ProblemCode;
import dev.tranche.problem.Problems;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Recognises sums of money.
 *
 * <pre>
 * sum       = core [ conversion ]
 * core      = money-sign numeral [ range ] [ magnitude ] [ money-word ]   ; "$2 billion", "US$1-2bn", "€20B"
 *           | money-code numeral [ range ] [ magnitude ]                  ; "USD 350 million"
 *           | numeral [ range ] [ magnitude ] money-word                  ; "2.2 billion dollars", "60+ million euros"
 * numeral   = number [ "+" ] | small-word                                 ; "1,400.5", "two", "half a"
 * range     = ( "-" | "to" | "and" ) [ money-sign ] number                ; "$1 billion to $2 billion"
 * conversion= "(" [ bound ] core ")" | "," "or" [ bound ] core            ; "€50bn ($53.4bn)" is one sum
 * </pre>
 *
 * <p>A number without a money sign, code or word is no sum. A sum below {@value #LEAST_PLAIN} without a magnitude is
 * none either: prices stand there.
 */
public final class SumRecogniser {

    /** The least number that counts without a magnitude word. */
    public static final int LEAST_PLAIN = 10_000;

    /** The most characters of a number; a longer one is a problem. */
    public static final int MAX_DIGITS = 24;

    /** The most sums read in one report. */
    public static final int MAX_SUMS = 2_000;

    private static final BigDecimal MAX_VALUE = new BigDecimal("1e15");
    private static final Words LINKS = Words.of("to and");
    private static final Words PLUS = Words.of("plus");
    private static final Words HUNDREDS = Words.of("hundreds tens dozens scores thousands");
    private static final Words OF = Words.of("of");
    private static final Words OR = Words.of("or");
    private static final Words US = Words.of("us american");

    private final Lexicon lexicon;
    private final Tokens tokens;
    private final Map<Integer, MoneyWord> money;
    private final Problems problems;
    private final Bounds bounds;

    private SumRecogniser(Lexicon lexicon, Tokens tokens, List<ThingMention> things, Problems problems) {
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.problems = problems;
        this.bounds = new Bounds(tokens);
        this.money = new HashMap<>();
        for (ThingMention thing : things) {
            if (thing.entry() instanceof Entry.Currency currency) {
                money.put(thing.start(), new MoneyWord(currency.code(), thing.end()));
            }
        }
    }

    /** Returns the sums of a text from left to right; none overlap. */
    public static List<SumMention> find(Lexicon lexicon, Tokens tokens, List<ThingMention> things, Problems problems) {
        return new SumRecogniser(lexicon, tokens, things, problems).run();
    }

    private List<SumMention> run() {
        List<SumMention> sums = new ArrayList<>();
        int token = 0;
        while (token < tokens.size() && sums.size() < MAX_SUMS) {
            Core core = core(token);
            if (core == null) {
                token++;
                continue;
            }
            SumMention sum = finish(core);
            sums.add(sum);
            token = sum.end();
        }
        if (sums.size() == MAX_SUMS) {
            problems.add(Problem.of(
                    ProblemCode.TOO_MANY,
                    "More than " + MAX_SUMS + " sums of money in one report; the rest was not read."));
        }
        return sums;
    }

    private @Nullable Core core(int token) {
        if (tokens.kind(token) == TokenKind.NUMBER) {
            return ofNumber(token);
        }
        return tokens.isWord(token) ? ofWords(token) : null;
    }

    private SumMention finish(Core core) {
        Optional<StatedAmount> converted = Optional.empty();
        int end = core.end;
        int open = end;
        boolean bracket = open < tokens.size() && (tokens.isSign(open, '(') || tokens.isSign(open, '['));
        boolean comma = open + 1 < tokens.size() && tokens.isSign(open, ',') && OR.at(tokens, open + 1);
        if (bracket || comma || OR.at(tokens, open)) {
            Core other = conversion(bracket || !comma ? open + 1 : open + 2);
            if (other != null && !other.currency.equals(core.currency)) {
                converted = Optional.of(StatedAmount.of(other.value, other.currency, Bound.EXACTLY));
                boolean closed = bracket
                        && other.end < tokens.size()
                        && (tokens.isSign(other.end, ')') || tokens.isSign(other.end, ']'));
                end = closed ? other.end + 1 : other.end;
            }
        }
        Bounds.Found bound = bounds.around(core.start, core.end, core.plus);
        StatedAmount amount = new StatedAmount(
                core.value,
                core.upper,
                core.currency,
                core.vague && bound.bound() == Bound.EXACTLY ? Bound.AT_LEAST : bound.bound());
        return new SumMention(core.start, end, bound.start(), amount, converted, core.vague);
    }

    private @Nullable Core conversion(int from) {
        int limit = Math.min(tokens.size(), from + 5);
        for (int token = from; token < limit; token++) {
            Core core = core(token);
            if (core != null) {
                return core;
            }
            if (tokens.isSign(token, ')')) {
                return null;
            }
        }
        return null;
    }

    private @Nullable Core ofNumber(int token) {
        Optional<BigDecimal> number = parse(token);
        if (number.isEmpty()) {
            return null;
        }
        Sign sign = signBefore(token);
        int at = token + 1;
        boolean plus = at < tokens.size() && tokens.isSign(at, '+');
        at += plus ? 1 : 0;
        BigDecimal factor = null;
        at += isJoined(at) ? 1 : 0;
        Optional<BigDecimal> found = magnitude(at, sign != null);
        if (found.isPresent()) {
            factor = found.get();
            at++;
        }
        plus |= at < tokens.size() && tokens.isSign(at, '+');
        at += at < tokens.size() && tokens.isSign(at, '+') ? 1 : 0;
        plus |= at + 1 < tokens.size() && tokens.isSign(at, '-') && PLUS.at(tokens, at + 1);
        Range range = range(at, sign != null);
        if (range != null) {
            at = range.end;
            factor = factor == null ? range.factor : factor;
        }
        MoneyWord word = sign == null ? moneyAt(at) : sameMoneyAt(at, sign.currency);
        String currency = sign != null ? sign.currency : word != null ? word.currency : null;
        if (currency == null) {
            return null;
        }
        at = word != null ? word.end : at;
        BigDecimal value = number.get().multiply(factor == null ? BigDecimal.ONE : factor);
        if (tooSmall(value, factor) || tooLarge(value, token)) {
            return null;
        }
        Optional<BigDecimal> upper = Optional.empty();
        if (range != null) {
            BigDecimal high = range.number.multiply(
                    range.factor == null ? factor == null ? BigDecimal.ONE : factor : range.factor);
            upper = high.compareTo(value) > 0 ? Optional.of(high) : Optional.empty();
        }
        return new Core(sign != null ? sign.start : token, at, value, upper, currency, plus, false);
    }

    /** "$1.25-billion package": a hyphen between number and magnitude. */
    private boolean isJoined(int at) {
        return at + 1 < tokens.size()
                && tokens.isSign(at, '-')
                && tokens.start(at) == tokens.end(at - 1)
                && Magnitude.ofWord(tokens, at + 1).isPresent();
    }

    private static boolean tooSmall(BigDecimal value, @Nullable BigDecimal factor) {
        return value.signum() <= 0 || factor == null && value.compareTo(BigDecimal.valueOf(LEAST_PLAIN)) < 0;
    }

    private boolean tooLarge(BigDecimal value, int token) {
        if (value.compareTo(MAX_VALUE) < 0) {
            return false;
        }
        problems.add(Problem.at(
                ProblemCode.NUMBER_TOO_LARGE,
                "A sum of 10^15 or more is no sum of assistance; it was not read.",
                tokens.span(token, token)));
        return true;
    }

    /** "half a billion dollars", "two billion euros", "a billion euros", "hundreds of millions of dollars". */
    private @Nullable Core ofWords(int token) {
        if (HUNDREDS.at(tokens, token)) {
            int at = OF.at(tokens, token + 1) ? token + 2 : token + 1;
            return vague(token, at, new BigDecimal(100));
        }
        if (Magnitude.ofWord(tokens, token).isPresent()) {
            return text(token).endsWith("s") ? vague(token, token, BigDecimal.ONE) : null;
        }
        SpelledNumber number = SpelledNumber.at(tokens, token);
        return number == null ? null : spelled(token, number);
    }

    private @Nullable Core spelled(int start, SpelledNumber number) {
        Optional<BigDecimal> factor = Magnitude.ofWord(tokens, number.end());
        if (factor.isEmpty()) {
            return null;
        }
        int at = number.end() + 1;
        MoneyWord word = moneyAt(OF.at(tokens, at) ? at + 1 : at);
        return word == null
                ? null
                : new Core(
                        start,
                        word.end,
                        number.value().multiply(factor.get()),
                        Optional.empty(),
                        word.currency,
                        false,
                        false);
    }

    private @Nullable Core vague(int start, int magnitude, BigDecimal number) {
        Optional<BigDecimal> factor = Magnitude.ofWord(tokens, magnitude);
        MoneyWord word = moneyAt(OF.at(tokens, magnitude + 1) ? magnitude + 2 : magnitude + 1);
        return factor.isEmpty() || word == null
                ? null
                : new Core(
                        start, word.end, number.multiply(factor.get()), Optional.empty(), word.currency, false, true);
    }

    private String text(int token) {
        return tokens.string(token).toLowerCase(java.util.Locale.ROOT);
    }

    private @Nullable Range range(int at, boolean signed) {
        boolean dash = at < tokens.size()
                && (tokens.isSign(at, '-') || tokens.isSign(at, '\u2013') || tokens.isSign(at, '\u2014'));
        if (!dash && !LINKS.at(tokens, at)) {
            return null;
        }
        int next = at + 1;
        boolean ownSign = false;
        while (next < tokens.size() && next < at + 3 && tokens.kind(next) == TokenKind.SIGN) {
            ownSign |= lexicon.currencyOfSign(tokens.string(next)).isPresent();
            next++;
        }
        if (next >= tokens.size() || tokens.kind(next) != TokenKind.NUMBER || (!dash && signed && !ownSign)) {
            return null;
        }
        Optional<BigDecimal> number = parse(next);
        Optional<BigDecimal> factor = magnitude(next + 1, signed);
        if (number.isEmpty() || factor.isEmpty()) {
            return null;
        }
        return new Range(number.get(), factor.get(), next + 2);
    }

    private Optional<BigDecimal> magnitude(int at, boolean signed) {
        Optional<BigDecimal> word = Magnitude.ofWord(tokens, at);
        return word.isPresent() || !signed ? word : Magnitude.ofLetter(tokens, at);
    }

    private @Nullable Sign signBefore(int number) {
        int before = number - 1;
        if (before < 0 || tokens.start(number) - tokens.end(before) > 1) {
            return null;
        }
        if (tokens.kind(before) == TokenKind.SIGN) {
            String sign = tokens.string(before);
            if (before > 0 && tokens.isWord(before - 1) && tokens.end(before - 1) == tokens.start(before)) {
                String prefix = tokens.string(before - 1).replace(".", "");
                Optional<String> both = lexicon.currencyOfSign(prefix + sign);
                if (both.isPresent()) {
                    return new Sign(both.get(), before - 1);
                }
            }
            boolean spaced = US.at(tokens, before - 1) && tokens.isUpper(before - 1) && sign.equals("$");
            return lexicon.currencyOfSign(sign)
                    .map(code -> new Sign(code, spaced && touches(before) ? before - 1 : before))
                    .orElse(null);
        }
        if (tokens.isWord(before)) {
            String word = tokens.string(before);
            if (tokens.isUpper(before) && lexicon.isCurrency(word)) {
                return new Sign(word, before);
            }
            return lexicon.currencyOfSign(word)
                    .map(code -> new Sign(code, before))
                    .orElse(null);
        }
        return null;
    }

    private boolean touches(int token) {
        return token > 0 && tokens.end(token - 1) == tokens.start(token);
    }

    private @Nullable MoneyWord moneyAt(int token) {
        int at = token < tokens.size() && tokens.isSign(token, '-') ? token + 1 : token;
        MoneyWord word = money.get(at);
        if (word == null && US.at(tokens, at)) {
            word = money.get(at + 1);
        }
        return word;
    }

    private @Nullable MoneyWord sameMoneyAt(int token, String currency) {
        MoneyWord word = moneyAt(token);
        return word != null && word.currency.equals(currency) ? word : null;
    }

    private Optional<BigDecimal> parse(int token) {
        String digits = tokens.string(token);
        if (digits.length() > MAX_DIGITS) {
            problems.add(Problem.at(
                    ProblemCode.NUMBER_TOO_LARGE,
                    "A number of " + digits.length() + " characters is no sum; it was not read.",
                    tokens.span(token, token)));
            return Optional.empty();
        }
        return Numerals.parse(digits, Magnitude.ofWord(tokens, token + 1).isPresent());
    }

    private record MoneyWord(String currency, int end) {}

    private record Sign(String currency, int start) {}

    private record Range(BigDecimal number, BigDecimal factor, int end) {}

    private record Core(
            int start,
            int end,
            BigDecimal value,
            Optional<BigDecimal> upper,
            String currency,
            boolean plus,
            boolean vague) {}
}
