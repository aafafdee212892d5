package dev.tranche.mention;

import dev.tranche.lexicon.NumberKind;
import dev.tranche.lexicon.NumberTable;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads several numbers that share a money mark: ranges, changes and rows of sums.
 *
 * <pre>
 * range  = money dash money | [ "from" ] money "to" money | money "or" money | "between" money "and" money
 *                                             ; "$1-2bn", "five to six billion dollars", "two or three million euros"
 * change = CHANGE … "from" money "to" money   ; "raised from 4 billion to 8 billion euros": two sums
 * row    = money [ "in" year ] { ( "," | "and" | ", and" ) money [ "in" year ] }
 *                                             ; "100 million and 200 million euros respectively"
 * </pre>
 *
 * <p>One of the numbers carries the mark for all; the first number of a range may take its scale from the second. A
 * range must rise.
 */
final class SumRows {

    private static final int MOST_PARTS = 8;
    private static final int WORDS_BETWEEN = 3;
    private static final int SENTENCE_REACH = 40;
    private static final int CHANGE_REACH = 16;
    private static final int SHARE_REACH = 14;
    private static final int RESPECTIVELY_REACH = 12;
    /** How far a currency named once applies: about two sentences. */
    private static final int INHERIT_REACH = 60;

    private static final int MOST_STOPS = 2;
    private static final int PAID_REACH = 8;
    private static final int PAID_NEAR = 3;
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal SMALL = BigDecimal.valueOf(1_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private final NumberTable table;
    private final Tokens tokens;
    private final MoneyNumberReader reader;

    SumRows(NumberTable table, Tokens tokens, MoneyNumberReader reader) {
        this.table = table;
        this.tokens = tokens;
        this.reader = reader;
    }

    /** Sums that share a currency, from left to right; {@code outerStart} is where words before them end. */
    record Row(List<Part> parts, String currency, int outerStart, int end) {}

    /** One sum of a row, with its upper end when it is a range. */
    record Part(MoneyNumber number, Optional<MoneyNumber> upper, Set<SumNote> notes) {}

    private enum Link {
        DASH,
        TO,
        OR,
        AND
    }

    /** Returns the row that a number begins; null if it has only that number. */
    @Nullable
    Row at(MoneyNumber first) {
        Link link = link(first.end());
        if (link != null) {
            MoneyNumber second = reader.startingAt(first.end() + 1);
            Row range = second == null ? null : range(first, second, link);
            if (range != null) {
                return range;
            }
        }
        return first.currency() == null ? row(first) : null;
    }

    private @Nullable Link link(int token) {
        if (tokens.isSign(token, '-') || tokens.isSign(token, '\u2013') || tokens.isSign(token, '\u2014')) {
            return Link.DASH;
        }
        if (table.is(tokens, token, NumberKind.TO)) {
            return Link.TO;
        }
        if (table.is(tokens, token, NumberKind.OR)) {
            return Link.OR;
        }
        return table.is(tokens, token, NumberKind.AND) ? Link.AND : null;
    }

    private @Nullable Row range(MoneyNumber first, MoneyNumber second, Link link) {
        String currency = first.currency() != null ? first.currency() : second.currency();
        boolean another = second.currency() != null && !second.currency().equals(currency);
        if (currency == null || another || isYearLike(first)) {
            return null;
        }
        boolean between = link == Link.AND && isBetween(first.start());
        if (link == Link.AND && !between || link == Link.OR && first.currency() != null && first.isScaled()) {
            return null;
        }
        MoneyNumber low = shares(first, second) ? first.scaled(second.quantity().scale()) : first;
        boolean rises = low.value().compareTo(second.value()) < 0;
        if (low.isScaled() != second.isScaled() && low.value().compareTo(MILLION) < 0) {
            return null;
        }
        if (second.currency() == null && first.currency() != null && !fitsSigned(first, second, link)) {
            return null;
        }
        if (link == Link.TO && isFrom(first.start()) && isChange(first.start())) {
            return change(low, second, currency);
        }
        if (!rises || first.quantity().loose() || second.quantity().loose()) {
            return null;
        }
        boolean bothMarked = first.after() != null && second.currency() != null;
        if (link == Link.TO && bothMarked && !isFrom(first.start()) && !sameMark(first, second)) {
            return null;
        }
        int outer = between ? betweenStart(first.start()) : isFrom(first.start()) ? first.start() - 1 : first.start();
        Part part = new Part(low, Optional.of(second), Set.of());
        return new Row(List.of(part), currency, outer, second.end());
    }

    private static boolean sameMark(MoneyNumber first, MoneyNumber second) {
        return (first.after() == null) == (second.after() == null);
    }

    /** Does the first number take its scale from the second: "5 to 6 billion"? */
    private static boolean shares(MoneyNumber first, MoneyNumber second) {
        return !first.isScaled()
                && second.isScaled()
                && first.after() == null
                && first.quantity().number().compareTo(SMALL) < 0
                && first.quantity().number().compareTo(second.quantity().number()) < 0;
    }

    /** "$2 billion to 3 countries" is not a range, "$2 to 3 billion" is. */
    private boolean fitsSigned(MoneyNumber first, MoneyNumber second, Link link) {
        if (!second.isScaled()) {
            return link == Link.DASH && !first.isScaled() && second.value().compareTo(SMALL) >= 0;
        }
        return link == Link.DASH || !first.isScaled() || endsSum(second.end());
    }

    private Row change(MoneyNumber former, MoneyNumber now, String currency) {
        List<Part> parts = List.of(
                new Part(former, Optional.empty(), Set.of(SumNote.FORMER, SumNote.SHARED_CURRENCY)),
                new Part(now, Optional.empty(), Set.of()));
        return new Row(parts, currency, former.start(), now.end());
    }

    private boolean isYearLike(MoneyNumber number) {
        return number.before() == null
                && !number.isScaled()
                && NumberReader.isYear(tokens, number.quantity().start());
    }

    private boolean isFrom(int start) {
        return table.is(tokens, start - 1, NumberKind.FROM);
    }

    private boolean isBetween(int start) {
        return betweenStart(start) < start;
    }

    private int betweenStart(int start) {
        for (int at = start - 1; at >= Math.max(0, start - WORDS_BETWEEN); at--) {
            if (table.is(tokens, at, NumberKind.BETWEEN)) {
                return at;
            }
            if (!tokens.isWord(at)) {
                return start;
            }
        }
        return start;
    }

    private boolean isChange(int start) {
        for (int at = start - 2; at >= Math.max(0, start - CHANGE_REACH); at--) {
            if (isStop(at)) {
                return false;
            }
            if (table.is(tokens, at, NumberKind.CHANGE_RANGE)) {
                return false;
            }
            if (table.is(tokens, at, NumberKind.CHANGE)) {
                return true;
            }
        }
        return false;
    }

    private boolean isStop(int token) {
        return (tokens.isSign(token, '.') || tokens.isSign(token, ';') || tokens.isSign(token, '?'))
                && !tokens.touches(token + 1);
    }

    /** Numbers without a mark up to one that has it. */
    private @Nullable Row row(MoneyNumber first) {
        if (isYearLike(first) || isAttached(first)) {
            return null;
        }
        List<MoneyNumber> numbers = new ArrayList<>();
        numbers.add(first);
        int end = inYear(first.end());
        while (numbers.size() < MOST_PARTS) {
            int next = joint(end);
            MoneyNumber number = next == end ? null : reader.startingAt(next);
            if (number == null || number.before() != null || number.quantity().loose()) {
                return null;
            }
            numbers.add(number);
            end = inYear(number.end());
            if (number.after() != null) {
                return row(numbers, number);
            }
        }
        return null;
    }

    private @Nullable Row row(List<MoneyNumber> numbers, MoneyNumber last) {
        String currency = last.currency();
        boolean apart = isRespectively(last.end()) || yearsFollow(last.end());
        List<Part> parts = new ArrayList<>();
        for (MoneyNumber number : numbers) {
            boolean bare = !number.isScaled();
            if (bare && !(apart && last.isScaled() && number.quantity().number().compareTo(SMALL) < 0)) {
                return null;
            }
            MoneyNumber part = bare ? number.scaled(last.quantity().scale()) : number;
            if (part.value().compareTo(MILLION) < 0 && !bare) {
                return null;
            }
            List<SumNote> notes = new ArrayList<>();
            if (number.after() == null) {
                notes.add(SumNote.SHARED_CURRENCY);
            }
            if (apart) {
                notes.add(SumNote.RESPECTIVELY);
            }
            parts.add(new Part(part, Optional.empty(), Set.copyOf(notes)));
        }
        return currency == null ? null : new Row(parts, currency, numbers.get(0).start(), last.end());
    }

    /** "F-16 and 3 million": the number of a name. */
    private boolean isAttached(MoneyNumber number) {
        int start = number.quantity().start();
        return !number.isScaled() && (tokens.touches(start) || table.is(tokens, start - 1, NumberKind.NUMBERED));
    }

    private int joint(int end) {
        int at = tokens.isSign(end, ',') ? end + 1 : end;
        return table.is(tokens, at, NumberKind.AND) ? at + 1 : at;
    }

    private int inYear(int end) {
        return table.is(tokens, end, NumberKind.IN) && NumberReader.isYear(tokens, end + 1) ? end + 2 : end;
    }

    private boolean isRespectively(int end) {
        for (int at = end; at < Math.min(tokens.size(), end + RESPECTIVELY_REACH); at++) {
            if (isStop(at)) {
                return false;
            }
            if (table.is(tokens, at, NumberKind.RESPECTIVELY)) {
                return true;
            }
        }
        return false;
    }

    /** "In 2022 and 2023". */
    private boolean yearsFollow(int end) {
        for (int at = end; at + 2 < Math.min(tokens.size(), end + RESPECTIVELY_REACH); at++) {
            if (isStop(at)) {
                return false;
            }
            if (NumberReader.isYear(tokens, at)
                    && table.is(tokens, at + 1, NumberKind.AND)
                    && NumberReader.isYear(tokens, at + 2)) {
                return true;
            }
        }
        return false;
    }

    /** May a number without a mark be in the currency of the sum before it: "and 3 billion in 2026"? */
    boolean mayShare(MoneyNumber number, SumMention last) {
        if (number.quantity().loose() || !number.isScaled()) {
            return false;
        }
        int start = number.start();
        if (number.value().compareTo(MILLION) < 0 || start - last.end() > SHARE_REACH || !endsSum(number.end())) {
            return false;
        }
        if (!isJoined(start, last)) {
            return false;
        }
        for (int at = last.end(); at < start; at++) {
            if (isStop(at) || tokens.kind(at) == TokenKind.QUOTE) {
                return false;
            }
        }
        return true;
    }

    /**
     * May a number without a mark be in the currency last named: "33 billion in loans and grants. Another 17 billion
     * would be …"?
     */
    boolean mayInherit(MoneyNumber number, SumMention last) {
        boolean plain = !number.quantity().loose()
                && number.isScaled()
                && number.value().compareTo(MILLION) >= 0;
        int start = number.start();
        int end = number.end();
        if (!plain || start - last.end() > INHERIT_REACH || !endsSum(end) && !table.is(tokens, end, NumberKind.OF)) {
            return false;
        }
        int stops = 0;
        for (int at = last.end(); at < start; at++) {
            stops += isStop(at) ? 1 : 0;
        }
        boolean large = number.value().compareTo(BILLION) >= 0;
        return stops <= MOST_STOPS && isPaid(start, end, large ? PAID_REACH : PAID_NEAR);
    }

    /** Is there a word of giving or lending near enough in the same sentence? */
    private boolean isPaid(int start, int end, int reach) {
        for (int at = start - 1; at >= Math.max(0, start - reach) && !isStop(at); at--) {
            if (table.is(tokens, at, NumberKind.PAID)) {
                return true;
            }
        }
        for (int at = end; at < Math.min(tokens.size(), end + reach) && !isStop(at); at++) {
            if (table.is(tokens, at, NumberKind.PAID)) {
                return true;
            }
        }
        return false;
    }

    private boolean isJoined(int start, SumMention last) {
        int at = start - 1;
        int limit = Math.max(last.end(), start - WORDS_BETWEEN);
        while (at >= limit) {
            if (table.is(tokens, at, NumberKind.AND)
                    || tokens.isSign(at, ',')
                    || table.is(tokens, at, NumberKind.PLUS)) {
                return true;
            }
            if (!tokens.isWord(at)) {
                return false;
            }
            at--;
        }
        return false;
    }

    /** Can a sum end here, with nothing counted after it? */
    private boolean endsSum(int end) {
        if (end >= tokens.size() || !tokens.isWord(end)) {
            return end >= tokens.size() || !tokens.isSign(end, '-');
        }
        return table.is(tokens, end, NumberKind.AFTER);
    }

    /** Is there an "or" between two places of one sentence, apart from brackets and numbers? */
    boolean isOr(int from, int to) {
        for (int at = from; at < Math.min(to, from + SENTENCE_REACH); at++) {
            if (isStop(at)) {
                return false;
            }
            if (table.is(tokens, at, NumberKind.OR)) {
                return true;
            }
        }
        return false;
    }
}
