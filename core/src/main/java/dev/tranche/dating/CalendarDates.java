package dev.tranche.dating;

import dev.tranche.dating.DateWords.Kind;
import dev.tranche.dating.Symbol.Which;
import dev.tranche.mention.Words;
import dev.tranche.problem.Problem;
import dev.tranche.problem.ProblemCode;
import dev.tranche.problem.Problems;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads calendar dates at a token.
 *
 * <pre>
 * iso     = year ("-" | "/") month same-sign day | yyyymmdd
 * figures = day "." month "." year | n "/" n "/" year            ; n/n: either order
 * dmy     = day [ending] ["of" | "de" | "."] month [","] [year]
 * mdy     = month ["."] day [ending] [("-" | "to" | "and") day] [","] [year]
 * my      = month [","] ["of"] year
 * weekday = name [","] [dmy | mdy]
 * year    = 1000 … 2099 in the position of a year | year "s"
 * </pre>
 */
final class CalendarDates {

    /** A date read at some token and where it ends. */
    record Read(Symbol symbol, int end) {}

    private static final Words MONTH_BEFORE =
            Words.of("in since until till by from last next this late early mid of during through to the before"
                    + " after for on and past coming following previous every each between around w");
    private static final Words RISKY = Words.of("may march mar august april june jun jan sun dec");
    private static final Words OF = Words.of("of de del di do");
    private static final Words IN = Words.of("in");
    private static final Words TIME_BEFORE = Words.of("in since until till last next this late early mid of during");
    private static final int SHORT_NAME = 5;
    private static final int MONTHS = 12;
    private static final int ISO_BASIC_LENGTH = 8;

    private final Tokens tokens;
    private final Figures figures;
    private final Years years;
    private final Problems problems;
    private int impossibleEnd;

    CalendarDates(Tokens tokens, Problems problems) {
        this.tokens = tokens;
        this.figures = new Figures(tokens);
        this.years = new Years(tokens, figures);
        this.problems = problems;
    }

    Figures figures() {
        return figures;
    }

    Years years() {
        return years;
    }

    /** Reads a date that starts with digits. */
    @Nullable
    Read figures(int at) {
        int length = figures.length(at);
        if (length == ISO_BASIC_LENGTH && figures.digits(tokens.start(at), length) > 0) {
            int value = figures.digits(tokens.start(at), length);
            return value / 10_000 >= Years.FIRST_BARE_YEAR && value / 10_000 <= Figures.LAST_YEAR
                    ? exact(value / 10_000, value / 100 % 100, value % 100, at, at + 1, false)
                    : null;
        }
        if (length > 4) {
            return dotted(at);
        }
        if (figures.year(at) > 0) {
            Read iso = iso(at);
            return iso != null ? iso : years.at(at, false);
        }
        int day = figures.number(at);
        if (day < 1 || day > Figures.LAST_DAY) {
            return null;
        }
        Read slashed = slashed(at);
        return slashed != null ? slashed : dayMonth(at);
    }

    private static final Words NUMBERED =
            Words.of("version versions release v chapter section paragraph article rule build");

    private @Nullable Read dotted(int at) {
        if (figures.length(at) > 10 || NUMBERED.at(tokens, at - 1)) {
            return null;
        }
        String[] parts = tokens.string(at).split("\\.", -1);
        if (parts.length != 3 || parts[0].length() > 2 || parts[1].length() > 2 || parts[2].length() % 2 != 0) {
            return null;
        }
        try {
            int day = Integer.parseInt(parts[0]);
            int month = Integer.parseInt(parts[1]);
            int year = Figures.fullYear(Integer.parseInt(parts[2]), parts[2].length());
            return year < Years.FIRST_BARE_YEAR || year > Figures.LAST_YEAR
                    ? null
                    : exact(year, month, day, at, at + 1, true);
        } catch (NumberFormatException empty) {
            return null;
        }
    }

    private @Nullable Read iso(int at) {
        char sign = figures.signAt(at + 1);
        if (sign != '-' && sign != '/') {
            return null;
        }
        int month = figures.number(at + 2);
        if (month < 1 || month > MONTHS || figures.length(at + 2) > 2) {
            return null;
        }
        if (figures.signAt(at + 3) == sign && figures.day(at + 4) > 0) {
            return exact(figures.year(at), month, figures.day(at + 4), at, at + 5, false);
        }
        boolean noRange = month <= figures.year(at) % 100 && figures.signAt(at + 3) != '-';
        boolean wholeMonth =
                figures.length(at + 2) == 2 && (noRange || tokens.text().charAt(tokens.start(at + 2)) == '0');
        return wholeMonth || sign == '/' && figures.length(at + 2) == 2
                ? new Read(new Symbol.Absolute(Unit.MONTH.around(LocalDate.of(figures.year(at), month, 1))), at + 3)
                : null;
    }

    private @Nullable Read slashed(int at) {
        char sign = figures.signAt(at + 1);
        if (sign == '/' && figures.number(at) == 9 && figures.number(at + 2) == 11 && figures.signAt(at + 3) != sign) {
            return new Read(new Symbol.Absolute(StatedDate.on(LocalDate.of(ATTACKS_YEAR, 9, 11))), at + 3);
        }
        if (sign != '/' && sign != '-'
                || figures.signAt(at + 3) != sign
                || figures.number(at + 2) < 1
                || figures.number(at + 4) < 0) {
            return null;
        }
        int first = figures.number(at);
        int second = figures.number(at + 2);
        if (figures.length(at + 4) != 4 && figures.length(at + 4) != 2) {
            return null;
        }
        int year = Figures.fullYear(figures.number(at + 4), figures.length(at + 4));
        if (year < Years.FIRST_BARE_YEAR || year > Figures.LAST_YEAR || sign == '-' && figures.length(at + 4) != 4) {
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

    /** Returns the token after the last day that does not exist, 0 if there was none. */
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
        boolean dash = figures.signAt(next) == '-' || figures.signAt(next) == '\u2013';
        if ((dash || FROM.at(tokens, at - 1) && TO.at(tokens, next)) && figures.day(next + 1) > figures.number(at)) {
            last = figures.day(next + 1);
            next += 2;
        }
        next = afterEnding(next);
        boolean hyphened = figures.signAt(next) == '-' && month(next + 1) > 0 && last < 0;
        next += hyphened || OF.at(tokens, next) || figures.signAt(next) == '.' && figures.signAt(next + 1) == ' '
                ? 1
                : 0;
        int month = month(next);
        if (month < 0 && next == afterEnding(at + 1)) {
            return listedDay(at);
        }
        if (month < 0 || RISKY.at(tokens, next) && !tokens.isCapital(next)) {
            return null;
        }
        if (hyphened
                && figures.signAt(next + 1) == '-'
                && figures.length(next + 2) == 2
                && figures.number(next + 2) >= 0) {
            return exact(Figures.fullYear(figures.number(next + 2), 2), month, figures.number(at), at, next + 3, true);
        }
        boolean dot = (figures.signAt(next + 1) == '.' && figures.length(next) < SHORT_NAME
                        || hyphened && figures.signAt(next + 1) == '-')
                && figures.year(next + 2) > 0;
        return ended(at, month, figures.number(at), last, next + (dot ? 2 : 1));
    }

    /** "3, 4 and 7 May": the month of the last day applies to all. */
    private @Nullable Read listedDay(int at) {
        int next = afterEnding(at + 1);
        int last = figures.number(at);
        while (figures.signAt(next) == ',' && figures.day(next + 1) > last) {
            last = figures.day(next + 1);
            next = afterEnding(next + 2);
        }
        int end = figures.signAt(next) == ',' ? next + 1 : next;
        boolean closes = LIST.at(tokens, end) && figures.day(end + 1) > last;
        int monthAt = afterEnding(end + 2);
        monthAt += OF.at(tokens, monthAt) ? 1 : 0;
        int month = closes ? month(monthAt) : -1;
        if (month < 0 || !tokens.isCapital(monthAt)) {
            return null;
        }
        Read read = ended(monthAt, month, figures.number(at), -1, monthAt + 1);
        return read == null ? null : new Read(read.symbol(), afterEnding(at + 1));
    }

    /** Skips the "th" of "4th". */
    private int afterEnding(int token) {
        int code = DateWords.code(tokens, token);
        boolean ending = code != 0
                && DateWords.kind(code) == Kind.NUMBERED_ENDING
                && tokens.start(token) == tokens.end(token - 1);
        return ending ? token + 1 : token;
    }

    /**
     * Reads the further days of "May 3, 4 and 7" after the first.
     *
     * @param first the first day
     * @param at the token after it
     */
    List<DateExpression> furtherDays(Symbol.MonthDay first, int at) {
        List<DateExpression> found = new ArrayList<>();
        int next = at;
        int last = first.day();
        while (figures.signAt(next) == ','
                && figures.day(next + 1) > last
                && (figures.signAt(next + 2) == ',' || LIST.at(tokens, next + 2))) {
            last = figures.day(next + 1);
            found.add(further(first.month(), next + 1));
            next += 2;
        }
        next += figures.signAt(next) == ',' ? 1 : 0;
        boolean closes = !found.isEmpty()
                && LIST.at(tokens, next)
                && figures.day(next + 1) > last
                && month(next + 2) < 0
                && !isMeasured(next + 1);
        if (!closes || !isDay(2000, first.month(), figures.day(next + 1))) {
            return List.of();
        }
        found.add(further(first.month(), next + 1));
        return found;
    }

    private DateExpression further(int month, int token) {
        return new DateExpression(token, token + 1, new Symbol.MonthDay(month, figures.day(token)), Relation.WITHIN);
    }

    private static final Words LIST = Words.of("and or");
    private static final Words FROM = Words.of("from between");

    /** Reads the month and the year that may follow a day in words: "the twenty-sixth of March". */
    @Nullable
    Read ordinalDay(int day, int monthAt) {
        int month = month(monthAt);
        boolean fits = month > 0 && day >= 1 && day <= Figures.LAST_DAY && tokens.isCapital(monthAt);
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
        int yearAt = next + (figures.signAt(next) == ',' || OF.at(tokens, next) ? 1 : 0);
        int year = figures.year(yearAt) >= Years.FIRST_BARE_YEAR && figures.signAt(yearAt + 1) != '/'
                ? figures.year(yearAt)
                : -1;
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
        int next = at + 1 + (figures.signAt(at + 1) == '.' && figures.length(at) <= SHORT_NAME - 1 ? 1 : 0);
        if (english && (tokens.isCapital(at) || !RISKY.at(tokens, at))) {
            Read glued = gluedDay(at, next, month);
            if (glued != null) {
                return glued;
            }
            if (figures.day(next) > 0 && !isMeasured(next)) {
                return monthDay(at, month, next);
            }
        }
        boolean hyphened = figures.signAt(next) == '-' && figures.year(next + 1) > 0;
        boolean inYear = OF.at(tokens, next) || english && IN.at(tokens, next);
        int yearAt = next + (hyphened || figures.signAt(next) == ',' || inYear ? 1 : 0);
        int year = figures.year(yearAt);
        if (year >= Years.FIRST_BARE_YEAR && !years.isCounted(yearAt + 1)) {
            return new Read(new Symbol.Absolute(Unit.MONTH.around(LocalDate.of(year, month, 1))), yearAt + 1);
        }
        if (foreign || !mayStandAlone(at)) {
            return null;
        }
        return new Read(new Symbol.Month(month, Which.BARE), at + 1);
    }

    /** "May 10 people" is not a day of May, nor is "9 a.m.". */
    private boolean isMeasured(int token) {
        return years.isCounted(token + 1) || figures.signAt(token + 1) == ':' || figures.signAt(token + 1) == '%';
    }

    /** A lost blank leaves "24,2022" as one number. */
    private @Nullable Read gluedDay(int at, int next, int month) {
        if (next >= tokens.size()
                || tokens.kind(next) != TokenKind.NUMBER
                || figures.length(next) < 6
                || figures.length(next) > 7) {
            return null;
        }
        int comma = figures.length(next) - 5;
        int start = tokens.start(next);
        int day = figures.digits(start, comma);
        int year = figures.digits(start + comma + 1, 4);
        boolean fits = tokens.text().charAt(start + comma) == ','
                && day > 0
                && year >= Years.FIRST_BARE_YEAR
                && year <= Figures.LAST_YEAR;
        return fits ? exact(year, month, day, at, next + 1, true) : null;
    }

    private @Nullable Read monthDay(int at, int month, int dayAt) {
        int day = figures.day(dayAt);
        int next = dayAt + 1;
        int code = DateWords.code(tokens, next);
        next += code != 0 && DateWords.kind(code) == Kind.NUMBERED_ENDING ? 1 : 0;
        int last = -1;
        boolean dash =
                figures.signAt(next) == '-' || figures.signAt(next) == '\u2013' || figures.signAt(next) == '\u2014';
        boolean joined = dash || TO.at(tokens, next);
        if (joined && figures.day(next + 1) > day && month(next + 2) < 0 && !isMeasured(next + 1)) {
            last = figures.day(next + 1);
            next += 2;
        }
        return ended(at, month, day, last, next);
    }

    private static final Words TO = Words.of("to through and");

    private boolean mayStandAlone(int at) {
        if (!tokens.isCapital(at)) {
            return !RISKY.at(tokens, at) && figures.length(at) >= SHORT_NAME - 1;
        }
        if (figures.length(at) < 4 && !tokens.isSign(Math.min(at + 1, tokens.size() - 1), '.') && month(at) != 5) {
            return MONTH_BEFORE.at(tokens, at - 1) && !RISKY.at(tokens, at);
        }
        if (!RISKY.at(tokens, at)) {
            return true;
        }
        boolean person = !TIME_BEFORE.at(tokens, at - 1) && at + 1 < tokens.size() && tokens.isCapital(at + 1);
        boolean before = (MONTH_BEFORE.at(tokens, at - 1) || figures.signAt(at - 1) == '-') && !person;
        boolean genitive = at > 0 && tokens.kind(at - 1) == TokenKind.GENITIVE;
        boolean ofMonth = at + 1 < tokens.size() && tokens.kind(at + 1) == TokenKind.GENITIVE;
        return before || genitive || ofMonth;
    }

    /** Reads a date that starts with the name of a weekday. */
    @Nullable
    Read weekday(int at, int value) {
        DayOfWeek name = DayOfWeek.of(value);
        boolean abbreviated = figures.length(at) < SHORT_NAME;
        int next = at + 1 + (abbreviated && figures.signAt(at + 1) == '.' ? 1 : 0);
        int dateAt = next + (figures.signAt(next) == ',' || figures.signAt(next) == '(' ? 1 : 0);
        dateAt += THE.at(tokens, dateAt) ? 1 : 0;
        Read date = null;
        int dayAt = dateAt + 1 + (figures.signAt(dateAt + 1) == '.' ? 1 : 0);
        if (month(dateAt) > 0 && figures.day(dayAt) > 0) {
            int code = DateWords.code(tokens, dateAt);
            date = monthFirst(dateAt, DateWords.kind(code) == Kind.FOREIGN_MONTH);
        } else if (dateAt < tokens.size() && tokens.kind(dateAt) == TokenKind.NUMBER && figures.day(dateAt) > 0) {
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
}
