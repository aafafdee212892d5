package dev.tranche.mention;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.NumberKind;
import dev.tranche.lexicon.NumberTable;
import dev.tranche.problem.Problem;
import dev.tranche.problem.ProblemCode;
import dev.tranche.problem.Problems;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Recognises sums of money.
 *
 * <pre>
 * sum        = money [ footnote ] [ conversion ]           ; money: a number with a mark, see MoneyNumberReader
 *            | row | table cell                            ; see SumRows, TableScales
 * conversion = "(" [ bound ] money ")" | [ "," ] "or" [ bound ] money   ; "€50bn ($53.4bn)" is one sum
 * footnote   = "[" number "]"                              ; "$2 billion [12]"
 * </pre>
 *
 * <p>A number without a money sign, code or word is not a sum, unless a sum beside it or the head of a table gives its
 * currency. Nor is a sum below {@value #LEAST_PLAIN} without a scale: such sums are prices. What could be read
 * in two ways is not read.
 */
public final class SumRecogniser {

    /** The smallest number accepted without a scale. */
    public static final int LEAST_PLAIN = 10_000;

    /** The most characters of a number; a longer one is a problem. */
    public static final int MAX_DIGITS = NumberReader.MAX_DIGITS;

    /** The most sums read in one report. */
    public static final int MAX_SUMS = 2_000;

    /** The longest footnote mark in digits. */
    private static final int FOOTNOTE_DIGITS = 3;

    /** How far after a sum the same sum may be restated per year. */
    private static final int RESTATED_WITHIN = 16;

    private static final BigDecimal MAX_VALUE = new BigDecimal("1e15");
    private static final BigDecimal LEAST = BigDecimal.valueOf(LEAST_PLAIN);

    private final Lexicon lexicon;
    private final NumberTable table;
    private final Tokens tokens;
    private final Problems problems;
    private final Bounds bounds;
    private final MoneyNumberReader reader;
    private final SumRows rows;
    private final List<SumMention> sums = new ArrayList<>();

    private SumRecogniser(Lexicon lexicon, Tokens tokens, List<ThingMention> things, Problems problems) {
        this.lexicon = lexicon;
        this.table = lexicon.numbers();
        this.tokens = tokens;
        this.problems = problems;
        this.bounds = new Bounds(lexicon.bounds(), tokens);
        this.reader = new MoneyNumberReader(lexicon, tokens, things);
        this.rows = new SumRows(table, tokens, reader);
    }

    /** Returns the sums of a text from left to right; none overlap. */
    public static List<SumMention> find(Lexicon lexicon, Tokens tokens, List<ThingMention> things, Problems problems) {
        return new SumRecogniser(lexicon, tokens, things, problems).run();
    }

    private List<SumMention> run() {
        TableScales scales = new TableScales(lexicon, tokens, reader);
        int token = 0;
        while (token < tokens.size() && sums.size() < MAX_SUMS) {
            TokenKind kind = tokens.kind(token);
            if (kind == TokenKind.NUMBER && tokens.length(token) > MAX_DIGITS) {
                tooLong(token);
            }
            boolean mayBegin = kind != TokenKind.QUOTE && kind != TokenKind.GENITIVE && !scales.isHead(token);
            MoneyNumber first = mayBegin ? reader.at(token) : null;
            if (first == null) {
                token = Math.max(token + 1, reader.numbers().skip(token));
                continue;
            }
            token = Math.max(first.quantity().end(), read(first, scales.at(token)));
        }
        if (sums.size() >= MAX_SUMS) {
            problems.add(Problem.of(
                    ProblemCode.TOO_MANY,
                    "More than " + MAX_SUMS + " sums of money in one report; the rest was not read."));
        }
        return sums;
    }

    /** Adds the sums that begin with a number and returns the index after them. */
    private int read(MoneyNumber first, @Nullable MoneyNumber cell) {
        if (isUncertain(first)) {
            return first.end();
        }
        SumRows.Row row = rows.at(first);
        if (row != null) {
            return addRow(row);
        }
        MoneyNumber money = first;
        EnumSet<SumNote> notes = EnumSet.noneOf(SumNote.class);
        String currency = first.currency();
        if (currency == null && cell != null) {
            money = cell;
            currency = cell.currency();
            notes.add(SumNote.FROM_TABLE);
        }
        SumMention last = last();
        if (currency == null && last != null && (rows.mayShare(first, last) || rows.mayInherit(first, last))) {
            currency = last.amount().currency();
            notes.add(SumNote.SHARED_CURRENCY);
        }
        if (currency == null) {
            return first.quantity().end();
        }
        return finish(money, Optional.empty(), currency, notes, money.start());
    }

    private @Nullable SumMention last() {
        return sums.isEmpty() ? null : sums.getLast();
    }

    private int addRow(SumRows.Row row) {
        int end = row.end();
        for (SumRows.Part part : row.parts()) {
            EnumSet<SumNote> notes = EnumSet.noneOf(SumNote.class);
            notes.addAll(part.notes());
            end = Math.max(end, finish(part.number(), part.upper(), row.currency(), notes, row.outerStart()));
        }
        return end;
    }

    private int finish(
            MoneyNumber money, Optional<MoneyNumber> upper, String currency, EnumSet<SumNote> notes, int outerStart) {
        Quantity quantity = money.quantity();
        int end = footnoteEnd(upper.map(MoneyNumber::end).orElse(money.end()));
        if (tooSmall(money) || tooLarge(upper.orElse(money))) {
            return end;
        }
        int boundEnd = end;
        MoneyNumber other = conversion(end, currency);
        Optional<StatedAmount> converted = Optional.empty();
        if (other != null) {
            converted = Optional.of(StatedAmount.of(other.value(), currencyOf(other), Bound.EXACTLY));
            boolean bracket = tokens.isSign(end, '(') || tokens.isSign(end, '[');
            boolean closed = tokens.isSign(other.end(), ')') || tokens.isSign(other.end(), ']');
            end = bracket && closed ? other.end() + 1 : other.end();
        }
        addNotes(end, currency, notes);
        boolean plus = quantity.plus();
        Bounds.Found bound = bounds.around(Math.min(outerStart, money.start()), boundEnd, plus);
        SumMention before = last();
        if (before != null && before.end() == bound.start() && bound.start() < money.start()) {
            // "7 billion more than the 33 billion": a comparison with the sum before it.
            bound = new Bounds.Found(Bound.EXACTLY, Math.min(outerStart, money.start()));
        }
        Bound stated = bound.bound();
        if (stated == Bound.EXACTLY) {
            stated = quantity.loose() ? Bound.AT_LEAST : quantity.about() ? Bound.ABOUT : stated;
        }
        StatedAmount amount = new StatedAmount(money.value(), upper.map(MoneyNumber::value), currency, stated);
        sums.add(new SumMention(
                money.start(),
                end,
                Math.min(bound.start(), money.start()),
                amount,
                converted,
                quantity.loose(),
                Set.copyOf(notes)));
        return end;
    }

    private static String currencyOf(MoneyNumber money) {
        String currency = money.currency();
        if (currency == null) {
            throw new IllegalArgumentException("a conversion has a currency: " + money);
        }
        return currency;
    }

    private void addNotes(int end, String currency, EnumSet<SumNote> notes) {
        if (isPerPeriod(end)) {
            notes.add(SumNote.PER_PERIOD);
            SumMention before = last();
            if (before != null
                    && end - before.end() <= RESTATED_WITHIN
                    && before.amount().currency().equals(currency)
                    && rows.isOr(before.end(), end)) {
                notes.add(SumNote.RESTATED);
            }
        }
        if (table.is(tokens, end, NumberKind.EACH)) {
            notes.add(SumNote.EACH);
        }
        if (table.is(tokens, end, NumberKind.RESPECTIVELY)
                || tokens.isSign(end, ',') && table.is(tokens, end + 1, NumberKind.RESPECTIVELY)) {
            notes.add(SumNote.RESPECTIVELY);
        }
    }

    /** "A year", "per month", "each year", "annually", "/year". */
    private boolean isPerPeriod(int end) {
        if (table.is(tokens, end, NumberKind.YEARLY)) {
            return true;
        }
        boolean link = table.is(tokens, end, NumberKind.ARTICLE)
                || table.is(tokens, end, NumberKind.PER)
                || table.is(tokens, end, NumberKind.EACH)
                || tokens.isSign(end, '/');
        return link && table.is(tokens, end + 1, NumberKind.PERIOD);
    }

    private int footnoteEnd(int end) {
        boolean square = tokens.isSign(end, '[')
                && end + 2 < tokens.size()
                && tokens.kind(end + 1) == TokenKind.NUMBER
                && tokens.length(end + 1) <= FOOTNOTE_DIGITS
                && tokens.isSign(end + 2, ']');
        if (square) {
            return end + 3;
        }
        boolean mark = end < tokens.size()
                && tokens.kind(end) == TokenKind.SIGN
                && tokens.touches(end)
                && "*\u2020\u2021\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079"
                                .indexOf(tokens.first(end))
                        >= 0;
        return mark ? end + 1 : end;
    }

    private @Nullable MoneyNumber conversion(int end, String currency) {
        boolean bracket = tokens.isSign(end, '(') || tokens.isSign(end, '[');
        boolean or = table.is(tokens, end, NumberKind.OR);
        boolean comma = tokens.isSign(end, ',') && table.is(tokens, end + 1, NumberKind.SAME);
        MoneyNumber beside = reader.at(end);
        if (beside != null && beside.currency() != null && !beside.currency().equals(currency)) {
            // "522 million euros 592 million dollars": the brackets were lost.
            return beside;
        }
        if (!bracket && !or && !comma) {
            return null;
        }
        int from = comma ? end + 2 : end + 1;
        int limit = Math.min(tokens.size(), from + 5);
        for (int token = from; token < limit; token++) {
            MoneyNumber found = reader.at(token);
            if (found != null && found.currency() != null) {
                boolean other = !found.currency().equals(currency) && !tooSmall(found) && !isLarge(found);
                boolean said = !comma
                        || table.is(tokens, end + 1, NumberKind.OR)
                        || IntStream.range(from, found.start()).allMatch(at -> table.is(tokens, at, NumberKind.SAME));
                return other && said ? found : null;
            }
            if (tokens.isSign(token, ')') || tokens.kind(token) == TokenKind.NUMBER) {
                return null;
            }
        }
        return null;
    }

    /** "In 2022 million-dollar loans", and digits in groups after a noun that takes a number: "page 12 500 million". */
    private boolean isUncertain(MoneyNumber money) {
        Quantity quantity = money.quantity();
        if (money.before() != null || quantity.form() == Quantity.Form.WORDS) {
            return false;
        }
        int before = quantity.start() - 1;
        if (NumberReader.isYear(tokens, quantity.start()) && table.is(tokens, before, NumberKind.IN)) {
            return true;
        }
        boolean blanks = quantity.start() + 1 < quantity.end() && tokens.kind(quantity.start() + 1) == TokenKind.NUMBER;
        if (!blanks || before < 0) {
            return false;
        }
        boolean attached = tokens.isSign(before, '-') && tokens.touches(quantity.start());
        boolean numbered = table.is(tokens, before, NumberKind.NUMBERED)
                || tokens.isSign(before, '.') && table.is(tokens, before - 1, NumberKind.NUMBERED);
        return attached || numbered;
    }

    private static boolean tooSmall(MoneyNumber money) {
        BigDecimal value = money.value();
        return value.signum() <= 0 || !money.isScaled() && value.compareTo(LEAST) < 0;
    }

    private static boolean isLarge(MoneyNumber money) {
        return money.value().compareTo(MAX_VALUE) >= 0;
    }

    private boolean tooLarge(MoneyNumber money) {
        if (!isLarge(money)) {
            return false;
        }
        problems.add(Problem.at(
                ProblemCode.NUMBER_TOO_LARGE,
                "A sum of 10^15 or more is not assistance; it was not read.",
                tokens.span(money.quantity().start(), money.quantity().start())));
        return true;
    }

    private void tooLong(int token) {
        problems.add(Problem.at(
                ProblemCode.NUMBER_TOO_LARGE,
                "A number of " + tokens.length(token) + " characters is not a sum; it was not read.",
                tokens.span(token, token)));
    }
}
