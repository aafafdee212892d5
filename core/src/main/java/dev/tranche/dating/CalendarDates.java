package dev.tranche.dating;

import dev.tranche.dating.DateWords.Kind;
import dev.tranche.dating.Symbol.Which;
import dev.tranche.mention.Words;
import dev.tranche.problem.Problem;
import dev.tranche.problem.ProblemCode;
import dev.tranche.problem.Problems;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates of the calendar at a token.
 *
 * <pre>
 * iso     = year ("-" | "/") month same-sign day | yyyymmdd
 * figures = day "." month "." year | n "/" n "/" year            ; n/n: either order
 * dmy     = day [ending] ["of" | "de" | "."] month [","] [year]
 * mdy     = month ["."] day [ending] [("-" | "to" | "and") day] [","] [year]
 * my      = month [","] ["of"] year
 * weekday = name [","] [dmy | mdy]
 * year    = 1000 … 2099 in a place of a year | year "s"
 * </pre>
 */
final class CalendarDates {

    /** A date read at some token and where it ends. */
    record Read(Symbol symbol, int end) {}

    private static final Words YEAR_BEFORE = Words.of(
            "in since of by until till from to between through during after before the early late mid fiscal year and"
                + " end for around about circa winter spring summer autumn fall election this its their his roku en em"
                + " im seit desde depuis w");
    private static final Words MONTH_BEFORE =
            Words.of("in since until till by from last next this late early mid of during through to the before"
                    + " after for on and past coming following previous every each between around w");
    private static final Words RISKY = Words.of("may march mar august april june jun jan sun dec");
    private static final Words OF = Words.of("of de del di do");
    private static final Words IN = Words.of("in");
    private static final Words TIME_BEFORE = Words.of("in since until till last next this late early mid of during");
    private static final Words NOT_A_YEAR = Words.of(
            "people troops soldiers men dollars euros tonnes tons miles km kilometres kilometers meters metres homes"
                    + " vehicles tanks civilians missiles drones shells rounds refugees times percent years days"
                    + " mile word page pound foot feet meter metre square kg tonne ton dollar euro seat calorie");
    private static final int SHORT_NAME = 5;
    private static final int FIRST_YEAR = 1000;
    private static final int FIRST_BARE_YEAR = 1900;
    private static final int LAST_YEAR = 2099;
    private static final int LAST_DAY = 31;
    private static final int MONTHS = 12;
    private static final int PIVOT = 50;
    private static final int ISO_BASIC_LENGTH = 8;

    private final Tokens tokens;
    private final Problems problems;
    private int impossibleEnd;

    CalendarDates(Tokens tokens, Problems problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    /** Returns the number that a token of at most four digits writes, else -1. */
    int number(int token) {
        if (token < 0 || token >= tokens.size() || tokens.kind(token) != TokenKind.NUMBER) {
            return -1;
        }
        int start = tokens.start(token);
        int length = tokens.end(token) - start;
        return length > 4 ? -1 : digits(start, length);
    }

    private int digits(int start, int length) {
        int value = 0;
        for (int i = start; i < start + length; i++) {
            char c = tokens.text().charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }

    /** Nothing follows the last token: a text may end in the middle of a date. */
    private int length(int token) {
        return token < 0 || token >= tokens.size() ? 0 : tokens.end(token) - tokens.start(token);
    }

    /** Returns the year that a four-digit token writes, else -1. */
    int year(int token) {
        int value = number(token);
        return value >= FIRST_YEAR && value <= LAST_YEAR && length(token) == 4 ? value : -1;
    }

    private int day(int token) {
        int value = number(token);
        return value >= 1 && value <= LAST_DAY && length(token) <= 2 ? value : -1;
    }

    /** Reads a date that starts with figures. */
    @Nullable
    Read figures(int at) {
        int length = length(at);
        if (length == ISO_BASIC_LENGTH && digits(tokens.start(at), length) > 0) {
            int value = digits(tokens.start(at), length);
            return value / 10_000 >= FIRST_BARE_YEAR && value / 10_000 <= LAST_YEAR
                    ? exact(value / 10_000, value / 100 % 100, value % 100, at, at + 1, false)
                    : null;
        }
        if (length > 4) {
            return dotted(at);
        }
        if (year(at) > 0) {
            Read iso = iso(at);
            return iso != null ? iso : year(at, false);
        }
        int day = number(at);
        if (day < 1 || day > LAST_DAY) {
            return null;
        }
        Read slashed = slashed(at);
        return slashed != null ? slashed : dayMonth(at);
    }

    private static final Words NUMBERED =
            Words.of("version versions release v chapter section paragraph article rule build");

    private @Nullable Read dotted(int at) {
        if (length(at) > 10 || NUMBERED.at(tokens, at - 1)) {
            return null;
        }
        String[] parts = tokens.string(at).split("\\.", -1);
        if (parts.length != 3 || parts[0].length() > 2 || parts[1].length() > 2 || parts[2].length() % 2 != 0) {
            return null;
        }
        try {
            int day = Integer.parseInt(parts[0]);
            int month = Integer.parseInt(parts[1]);
            int year = fullYear(Integer.parseInt(parts[2]), parts[2].length());
            return year < FIRST_BARE_YEAR || year > LAST_YEAR ? null : exact(year, month, day, at, at + 1, true);
        } catch (NumberFormatException empty) {
            return null;
        }
    }

    private static int fullYear(int written, int length) {
        if (length == 4) {
            return written;
        }
        return written < PIVOT ? 2000 + written : 1900 + written;
    }

    private @Nullable Read iso(int at) {
        char sign = signAt(at + 1);
        if (sign != '-' && sign != '/') {
            return null;
        }
        int month = number(at + 2);
        if (month < 1 || month > MONTHS || length(at + 2) > 2) {
            return null;
        }
        if (signAt(at + 3) == sign && day(at + 4) > 0) {
            return exact(year(at), month, day(at + 4), at, at + 5, false);
        }
        boolean noRange = month <= year(at) % 100 && signAt(at + 3) != '-';
        boolean wholeMonth = length(at + 2) == 2 && (noRange || tokens.text().charAt(tokens.start(at + 2)) == '0');
        return wholeMonth || sign == '/' && length(at + 2) == 2
                ? new Read(new Symbol.Absolute(Unit.MONTH.around(LocalDate.of(year(at), month, 1))), at + 3)
                : null;
    }

    private char signAt(int token) {
        boolean single = token >= 0 && token < tokens.size() && length(token) == 1 && !tokens.isWord(token);
        return single ? tokens.text().charAt(tokens.start(token)) : ' ';
    }

    private @Nullable Read slashed(int at) {
        char sign = signAt(at + 1);
        if (sign == '/' && number(at) == 9 && number(at + 2) == 11 && signAt(at + 3) != sign) {
            return new Read(new Symbol.Absolute(StatedDate.on(LocalDate.of(ATTACKS_YEAR, 9, 11))), at + 3);
        }
        if (sign != '/' && sign != '-' || signAt(at + 3) != sign || number(at + 2) < 1 || number(at + 4) < 0) {
            return null;
        }
        int first = number(at);
        int second = number(at + 2);
        if (length(at + 4) != 4 && length(at + 4) != 2) {
            return null;
        }
        int year = fullYear(number(at + 4), length(at + 4));
        if (year < FIRST_BARE_YEAR || year > LAST_YEAR || sign == '-' && length(at + 4) != 4) {
            return null;
        }
        boolean mayBeMonthFirst = isDay(year, first, second);
        boolean mayBeDayFirst = isDay(year, second, first);
        if (mayBeMonthFirst && mayBeDayFirst && first != second) {
            return new Read(
                    new Symbol.Ambiguous(
                            StatedDate.on(LocalDate.of(year, first, second)),
                            StatedDate.on(LocalDate.of(year, second, first))),
                    at + 5);
        }
        return mayBeMonthFirst
                ? exact(year, first, second, at, at + 5, false)
                : exact(year, second, first, at, at + 5, mayBeDayFirst);
    }

    private static boolean isDay(int year, int month, int day) {
        return month >= 1
                && month <= MONTHS
                && day >= 1
                && YearMonth.of(year, month).isValidDay(day);
    }

    private @Nullable Read exact(int year, int month, int day, int at, int end, boolean tell) {
        if (isDay(year, month, day)) {
            return new Read(new Symbol.Absolute(StatedDate.on(LocalDate.of(year, month, day))), end);
        }
        if (tell || month >= 1 && month <= MONTHS) {
            impossible(at, end);
        }
        return null;
    }

    /** Returns the token after the last day that does not exist, 0 when there was none. */
    int impossibleEnd() {
        return impossibleEnd;
    }

    private void impossible(int at, int end) {
        impossibleEnd = end;
        problems.add(Problem.at(
                ProblemCode.BAD_DATE,
                "\"" + tokens.text().substring(tokens.start(at), tokens.end(end - 1))
                        + "\" names a day that does not exist; it is not used as a date.",
                tokens.span(at, end - 1)));
    }

    private @Nullable Read dayMonth(int at) {
        int next = at + 1;
        int last = -1;
        boolean dash = signAt(next) == '-' || signAt(next) == '\u2013';
        if ((dash || FROM.at(tokens, at - 1) && TO.at(tokens, next)) && day(next + 1) > number(at)) {
            last = day(next + 1);
            next += 2;
        }
        next = afterEnding(next);
        boolean hyphened = signAt(next) == '-' && month(next + 1) > 0 && last < 0;
        next += hyphened || OF.at(tokens, next) || signAt(next) == '.' && signAt(next + 1) == ' ' ? 1 : 0;
        int month = month(next);
        if (month < 0 && next == afterEnding(at + 1)) {
            return listedDay(at);
        }
        if (month < 0 || RISKY.at(tokens, next) && !tokens.isCapital(next)) {
            return null;
        }
        if (hyphened && signAt(next + 1) == '-' && length(next + 2) == 2 && number(next + 2) >= 0) {
            return exact(fullYear(number(next + 2), 2), month, number(at), at, next + 3, true);
        }
        boolean dot = (signAt(next + 1) == '.' && length(next) < SHORT_NAME || hyphened && signAt(next + 1) == '-')
                && year(next + 2) > 0;
        return ended(at, month, number(at), last, next + (dot ? 2 : 1));
    }

    /** "3, 4 and 7 May": the month of the last day is that of all. */
    private @Nullable Read listedDay(int at) {
        int next = afterEnding(at + 1);
        int last = number(at);
        while (signAt(next) == ',' && day(next + 1) > last) {
            last = day(next + 1);
            next = afterEnding(next + 2);
        }
        int end = signAt(next) == ',' ? next + 1 : next;
        boolean closes = LIST.at(tokens, end) && day(end + 1) > last;
        int monthAt = afterEnding(end + 2);
        monthAt += OF.at(tokens, monthAt) ? 1 : 0;
        int month = closes ? month(monthAt) : -1;
        if (month < 0 || !tokens.isCapital(monthAt)) {
            return null;
        }
        Read read = ended(monthAt, month, number(at), -1, monthAt + 1);
        return read == null ? null : new Read(read.symbol(), afterEnding(at + 1));
    }

    /** Passes over the "th" of "4th". */
    private int afterEnding(int token) {
        int code = DateWords.code(tokens, token);
        boolean ending = code != 0
                && DateWords.kind(code) == Kind.NUMBERED_ENDING
                && tokens.start(token) == tokens.end(token - 1);
        return ending ? token + 1 : token;
    }

    /**
     * Reads the further days of "May 3, 4 and 7" behind the first.
     *
     * @param first the first day
     * @param at the token behind it
     */
    List<DateExpression> furtherDays(Symbol.MonthDay first, int at) {
        List<DateExpression> found = new ArrayList<>();
        int next = at;
        int last = first.day();
        while (signAt(next) == ',' && day(next + 1) > last && (signAt(next + 2) == ',' || LIST.at(tokens, next + 2))) {
            last = day(next + 1);
            found.add(further(first.month(), next + 1));
            next += 2;
        }
        next += signAt(next) == ',' ? 1 : 0;
        boolean closes = !found.isEmpty()
                && LIST.at(tokens, next)
                && day(next + 1) > last
                && month(next + 2) < 0
                && !isMeasured(next + 1);
        if (!closes || !isDay(2000, first.month(), day(next + 1))) {
            return List.of();
        }
        found.add(further(first.month(), next + 1));
        return found;
    }

    private DateExpression further(int month, int token) {
        return new DateExpression(token, token + 1, new Symbol.MonthDay(month, day(token)), Relation.WITHIN);
    }

    private static final Words LIST = Words.of("and or");
    private static final Words FROM = Words.of("from between");

    /** Reads the month and the year that may follow a day in words: "the twenty-sixth of March". */
    @Nullable
    Read ordinalDay(int day, int monthAt) {
        int month = month(monthAt);
        boolean fits = month > 0 && day >= 1 && day <= LAST_DAY && tokens.isCapital(monthAt);
        return fits ? ended(monthAt, month, day, -1, monthAt + 1) : null;
    }

    /** Returns the month that a word names in any language, else -1. */
    int month(int token) {
        int code = DateWords.code(tokens, token);
        boolean named = code != 0 && (DateWords.kind(code) == Kind.MONTH || DateWords.kind(code) == Kind.FOREIGN_MONTH);
        return named ? DateWords.value(code) : -1;
    }

    /** Adds the year that may follow a day of a month. */
    private @Nullable Read ended(int at, int month, int day, int last, int next) {
        int yearAt = next + (signAt(next) == ',' || OF.at(tokens, next) ? 1 : 0);
        int year = year(yearAt) >= FIRST_BARE_YEAR && signAt(yearAt + 1) != '/' ? year(yearAt) : -1;
        int end = year > 0 ? yearAt + 1 : next;
        int longest = YearMonth.of(2000, month).lengthOfMonth();
        if (day > longest || last > longest || year > 0 && !isDay(year, month, day)) {
            impossible(at, end);
            return null;
        }
        boolean attacks = month == 9 && day == 11 && year < 0 && ATTACKS.at(tokens, end);
        Symbol symbol = symbol(attacks ? ATTACKS_YEAR : year, month, day);
        return new Read(last > day ? new Symbol.Between(symbol, symbol(year, month, last)) : symbol, end);
    }

    private static final Words ATTACKS = Words.of("attacks attack terrorist terror");
    private static final int ATTACKS_YEAR = 2001;

    private static Symbol symbol(int year, int month, int day) {
        return year > 0 && isDay(year, month, day)
                ? new Symbol.Absolute(StatedDate.on(LocalDate.of(year, month, day)))
                : new Symbol.MonthDay(month, day);
    }

    /** Reads a date that starts with the name of a month. */
    @Nullable
    Read monthFirst(int at, boolean foreign) {
        int month = month(at);
        boolean english = !foreign;
        int next = at + 1 + (signAt(at + 1) == '.' && length(at) <= SHORT_NAME - 1 ? 1 : 0);
        if (english && (tokens.isCapital(at) || !RISKY.at(tokens, at))) {
            Read glued = gluedDay(at, next, month);
            if (glued != null) {
                return glued;
            }
            if (day(next) > 0 && !isMeasured(next)) {
                return monthDay(at, month, next);
            }
        }
        boolean hyphened = signAt(next) == '-' && year(next + 1) > 0;
        boolean inYear = OF.at(tokens, next) || english && IN.at(tokens, next);
        int yearAt = next + (hyphened || signAt(next) == ',' || inYear ? 1 : 0);
        int year = year(yearAt);
        if (year >= FIRST_BARE_YEAR && !NOT_A_YEAR.at(tokens, yearAt + 1)) {
            return new Read(new Symbol.Absolute(Unit.MONTH.around(LocalDate.of(year, month, 1))), yearAt + 1);
        }
        if (foreign || !mayStandAlone(at)) {
            return null;
        }
        return new Read(new Symbol.Month(month, Which.BARE), at + 1);
    }

    /** "May 10 people" is no day of May, "9 a.m." no day either. */
    private boolean isMeasured(int token) {
        return NOT_A_YEAR.at(tokens, token + 1) || signAt(token + 1) == ':' || signAt(token + 1) == '%';
    }

    /** A lost blank leaves "24,2022" as one number. */
    private @Nullable Read gluedDay(int at, int next, int month) {
        if (next >= tokens.size() || tokens.kind(next) != TokenKind.NUMBER || length(next) < 6 || length(next) > 7) {
            return null;
        }
        int comma = length(next) - 5;
        int start = tokens.start(next);
        int day = digits(start, comma);
        int year = digits(start + comma + 1, 4);
        boolean fits =
                tokens.text().charAt(start + comma) == ',' && day > 0 && year >= FIRST_BARE_YEAR && year <= LAST_YEAR;
        return fits ? exact(year, month, day, at, next + 1, true) : null;
    }

    private @Nullable Read monthDay(int at, int month, int dayAt) {
        int day = day(dayAt);
        int next = dayAt + 1;
        int code = DateWords.code(tokens, next);
        next += code != 0 && DateWords.kind(code) == Kind.NUMBERED_ENDING ? 1 : 0;
        int last = -1;
        boolean dash = signAt(next) == '-' || signAt(next) == '\u2013' || signAt(next) == '\u2014';
        boolean joined = dash || TO.at(tokens, next);
        if (joined && day(next + 1) > day && month(next + 2) < 0 && !isMeasured(next + 1)) {
            last = day(next + 1);
            next += 2;
        }
        return ended(at, month, day, last, next);
    }

    private static final Words TO = Words.of("to through and");

    private boolean mayStandAlone(int at) {
        if (!tokens.isCapital(at)) {
            return !RISKY.at(tokens, at) && length(at) >= SHORT_NAME - 1;
        }
        if (length(at) < 4 && !tokens.isSign(Math.min(at + 1, tokens.size() - 1), '.') && month(at) != 5) {
            return MONTH_BEFORE.at(tokens, at - 1) && !RISKY.at(tokens, at);
        }
        if (!RISKY.at(tokens, at)) {
            return true;
        }
        boolean person = !TIME_BEFORE.at(tokens, at - 1) && at + 1 < tokens.size() && tokens.isCapital(at + 1);
        boolean before = (MONTH_BEFORE.at(tokens, at - 1) || signAt(at - 1) == '-') && !person;
        boolean genitive = at > 0 && tokens.kind(at - 1) == TokenKind.GENITIVE;
        boolean ofMonth = at + 1 < tokens.size() && tokens.kind(at + 1) == TokenKind.GENITIVE;
        return before || genitive || ofMonth;
    }

    /** Reads a date that starts with the name of a weekday. */
    @Nullable
    Read weekday(int at, int value) {
        DayOfWeek name = DayOfWeek.of(value);
        boolean abbreviated = length(at) < SHORT_NAME;
        int next = at + 1 + (abbreviated && signAt(at + 1) == '.' ? 1 : 0);
        int dateAt = next + (signAt(next) == ',' || signAt(next) == '(' ? 1 : 0);
        dateAt += THE.at(tokens, dateAt) ? 1 : 0;
        Read date = null;
        int dayAt = dateAt + 1 + (signAt(dateAt + 1) == '.' ? 1 : 0);
        if (month(dateAt) > 0 && day(dayAt) > 0) {
            int code = DateWords.code(tokens, dateAt);
            date = monthFirst(dateAt, DateWords.kind(code) == Kind.FOREIGN_MONTH);
        } else if (dateAt < tokens.size() && tokens.kind(dateAt) == TokenKind.NUMBER && day(dateAt) > 0) {
            date = dayMonth(dateAt);
        }
        if (date == null) {
            boolean full = !abbreviated || next > at + 1 && tokens.isCapital(at);
            return full ? new Read(new Symbol.Weekday(name, Which.BARE), next) : null;
        }
        Symbol symbol = date.symbol() instanceof Symbol.MonthDay day ? new Symbol.WeekdayOn(name, day) : date.symbol();
        if (symbol instanceof Symbol.Absolute(StatedDate stated)
                && stated.isOneDay()
                && stated.from().orElseThrow().getDayOfWeek() != name) {
            problems.add(Problem.at(
                    ProblemCode.CONFLICT,
                    "\"" + tokens.text().substring(tokens.start(at), tokens.end(date.end() - 1))
                            + "\" is no such weekday; the day of the month is kept.",
                    tokens.span(at, date.end() - 1)));
        }
        return new Read(symbol, date.end());
    }

    private static final Words THE = Words.of("the on");

    /** Reads a year, a decade or a range of years. */
    @Nullable
    Read year(int at, boolean certain) {
        int year = year(at);
        int next = at + 1;
        if (next < tokens.size() && tokens.kind(next) == TokenKind.QUOTE && tokens.end(at) == tokens.start(next)) {
            next++;
        }
        if (next < tokens.size()
                && S.at(tokens, next)
                && tokens.start(next) == tokens.end(next - 1)
                && year % 10 == 0) {
            Unit unit = year % 100 == 0 && year < FIRST_BARE_YEAR ? Unit.CENTURY : Unit.DECADE;
            return new Read(new Symbol.Absolute(unit.around(LocalDate.of(year, 1, 1))), next + 1);
        }
        if (signAt(at + 1) == '-' || signAt(at + 1) == '\u2013') {
            int last = year(at + 2) > 0 ? year(at + 2) : shortEnd(at, year);
            if (last > year && year >= FIRST_BARE_YEAR) {
                return new Read(new Symbol.Between(whole(year), whole(last)), at + 3);
            }
        }
        return certain || isYear(at, year) ? new Read(whole(year), at + 1) : null;
    }

    private static final Words S = Words.of("s");

    private int shortEnd(int at, int year) {
        int end = number(at + 2);
        boolean range = end == year % 100 + 1 || end > year % 100 && isYear(at, year);
        return length(at + 2) == 2 && range ? year / 100 * 100 + end : -1;
    }

    /** Reads "'88" after a word that a year follows or the name of a month. */
    @Nullable
    Read shortYear(int quote) {
        int next = quote + 1;
        boolean glued = tokens.kind(quote) == TokenKind.QUOTE
                && number(next) >= 0
                && length(next) == 2
                && tokens.start(next) == tokens.end(quote);
        boolean ends =
                next + 1 >= tokens.size() || tokens.start(next + 1) > tokens.end(next) || signAt(next + 1) != ' ';
        boolean fits = glued && ends && !S.at(tokens, next + 1) && YEAR_BEFORE.at(tokens, quote - 1);
        return fits ? new Read(whole(fullYear(number(next), 2)), next + 1) : null;
    }

    static Symbol whole(int year) {
        try {
            return new Symbol.Absolute(Unit.YEAR.around(LocalDate.of(year, 1, 1)));
        } catch (DateTimeException beyond) {
            throw new IllegalArgumentException("a year has four digits: " + year, beyond);
        }
    }

    private boolean isYear(int at, int year) {
        if (year < FIRST_BARE_YEAR || NOT_A_YEAR.at(tokens, at + 1)) {
            return false;
        }
        char before = signAt(at - 1);
        if (before == '$' || before == '\u20ac' || before == '\u00a3' || before == '#' || before == '+') {
            return false;
        }
        boolean ofNoun = ARTICLE.at(tokens, at - 1) && tokens.isWord(at + 1) && !tokens.isCapital(at + 1);
        boolean row = (before == ',' || AND.at(tokens, at - 1) || before == '/')
                && year(before == ' ' && signAt(at - 2) == ',' ? at - 3 : at - 2) >= FIRST_BARE_YEAR
                && (at + 1 >= tokens.size() || !tokens.isWord(at + 1) || AND.at(tokens, at + 1));
        boolean named =
                ofNoun || row || YEAR_BEFORE.at(tokens, at - 1) || at > 0 && tokens.kind(at - 1) == TokenKind.GENITIVE;
        boolean bracketed = before == '(' && (signAt(at + 1) == ')' || signAt(at + 1) == ',');
        boolean genitive = at + 1 < tokens.size() && tokens.kind(at + 1) == TokenKind.GENITIVE;
        return named || bracketed || genitive || at > 0 && before == '-' && PART.at(tokens, at - 2);
    }

    private static final Words PART = Words.of("early mid late pre post");
    private static final Words AND = Words.of("and or");
    private static final Words ARTICLE = Words.of("a an");
}
