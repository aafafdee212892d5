package dev.tranche.dating;

import dev.tranche.dating.CalendarDates.Read;
import dev.tranche.dating.DateWords.Kind;
import dev.tranche.dating.Symbol.Which;
import dev.tranche.mention.Words;
import dev.tranche.problem.Problems;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the words that name dates, from left to right; none overlap.
 *
 * <pre>
 * range    = dated [("-" | "to" | "through" | "and") dated]
 * dated    = [part] simple [[","] ["of" | "in"] outer]
 * part     = "early" | "mid" | "late" | "earlier" | "later" | ["the"] ("start" | "end") "of"
 * simple   = calendar date (see {@link CalendarDates}) | "today" … | which unit | counted | section | season
 * which    = "last" | "this" | "next" | "past" | "coming" | "previous" | "following" | "same"
 * counted  = number unit ("ago" | "earlier" | "later" | "from now")
 * section  = ordinal ("quarter" | "half") | "first" number "months" | "Q3" | "fiscal" year
 * </pre>
 */
final class DateReader {

    private static final Words OF_IN = Words.of("of in");
    private static final Words TO = Words.of("to through until till");
    private static final Words FROM = Words.of("from between");
    private static final Words SINCE = Words.of("since");
    private static final Words UNTIL = Words.of("until till by through");
    private static final Words BEFORE = Words.of("before");
    private static final Words AFTER = Words.of("after");
    private static final Words PASSED_OVER = Words.of("the about around at least early mid late");
    private static final Words SEASON_BEFORE =
            Words.of("in during since until by before after this the over through late early mid");
    private static final Words NIGHT = Words.of("night");
    private static final Words OF = Words.of("of");
    private static final Words THE = Words.of("the");
    private static final Words AND = Words.of("and");
    private static final Words EVE = Words.of("eve");
    private static final Words NEW = Words.of("new");
    private static final Words YEAR = Words.of("year");
    private static final Words DAY = Words.of("day");
    private static final Words FALL = Words.of("fall spring");
    private static final Words PLURAL = Words.of("days weeks months years quarters decades");
    private static final Words NOW = Words.of("now today");
    private static final Words END = Words.of("end");
    private static final int SOME_LEAST = -8;
    private static final int SOME_MOST = -2;
    private static final int FISCAL_START = 10;

    private final Tokens tokens;
    private final CalendarDates calendar;

    private DateReader(Tokens tokens, Problems problems) {
        this.tokens = tokens;
        this.calendar = new CalendarDates(tokens, problems);
    }

    /** Returns the dates that the words name; days that do not exist become problems. */
    static List<DateExpression> find(Tokens tokens, Problems problems) {
        DateReader reader = new DateReader(tokens, problems);
        List<DateExpression> found = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            Read read = reader.mayStart(at) ? reader.range(at) : null;
            if (read == null) {
                at = Math.max(at + 1, reader.calendar.impossibleEnd());
                continue;
            }
            found.add(new DateExpression(at, read.end(), read.symbol(), reader.relation(at)));
            at = read.end();
        }
        return found;
    }

    private boolean mayStart(int at) {
        return DateWords.code(tokens, at) != 0
                || tokens.kind(at) == TokenKind.NUMBER
                || tokens.kind(at) == TokenKind.QUOTE
                || NEW.at(tokens, at);
    }

    private Relation relation(int at) {
        int before = at - 1;
        while (PASSED_OVER.at(tokens, before)) {
            before--;
        }
        if (SINCE.at(tokens, before)) {
            return Relation.SINCE;
        }
        if (UNTIL.at(tokens, before)) {
            return Relation.UNTIL;
        }
        if (BEFORE.at(tokens, before)) {
            return Relation.BEFORE;
        }
        return AFTER.at(tokens, before) ? Relation.AFTER : Relation.WITHIN;
    }

    private @Nullable Read range(int at) {
        Read first = dated(at);
        if (first == null) {
            return null;
        }
        int next = first.end();
        boolean from = FROM.at(tokens, at - 1);
        boolean joined =
                from && (TO.at(tokens, next) || AND.at(tokens, next)) || TO.at(tokens, next) && isThrough(next);
        if (!joined && !isDash(next) || next + 1 >= tokens.size()) {
            return first;
        }
        Read last = dated(next + 1);
        boolean fits =
                last != null && last.symbol().getClass() == first.symbol().getClass()
                        || last != null && from && !(last.symbol() instanceof Symbol.Between);
        return fits && last != null ? new Read(new Symbol.Between(first.symbol(), last.symbol()), last.end()) : first;
    }

    private static final Words THROUGH = Words.of("through");

    private boolean isThrough(int token) {
        return THROUGH.at(tokens, token);
    }

    private boolean isDash(int token) {
        return token < tokens.size()
                && (tokens.isSign(token, '-') || tokens.isSign(token, '\u2013') || tokens.isSign(token, '\u2014'));
    }

    private @Nullable Read dated(int at) {
        int code = DateWords.code(tokens, at);
        if (code != 0) {
            int skipped = DateWords.kind(code) == Kind.THE ? at + 1 : at;
            int inner = DateWords.code(tokens, skipped);
            if (inner != 0 && DateWords.kind(inner) == Kind.PART) {
                Read read = part(skipped, DateWords.value(inner));
                return read != null ? outer(read) : null;
            }
            if (inner != 0 && DateWords.kind(inner) == Kind.EDGE && OF.at(tokens, skipped + 1)) {
                return edge(skipped, DateWords.value(inner));
            }
        }
        Read read = simple(at);
        return read == null ? null : outer(read);
    }

    private @Nullable Read part(int at, int value) {
        int next = at + 1 + (isDash(at + 1) ? 1 : 0);
        boolean inside = OF_IN.at(tokens, next) || ON.at(tokens, next);
        next += inside ? 1 : 0;
        if (value == DateWords.EARLIER || value == DateWords.LATER) {
            return inside || isThis(next) || isWeekdayOrDay(next) ? relativePart(next, value) : null;
        }
        int year = calendar.year(next);
        Read whole = year > 0 ? calendar.year(next, true) : simple(next);
        if (whole == null || whole.symbol() instanceof Symbol.MonthDay) {
            return whole == null ? null : whole;
        }
        boolean wholeDay = whole.symbol() instanceof Symbol.Weekday || isDay(whole.symbol());
        return wholeDay ? whole : new Read(new Symbol.PartOf(Part.of(value), whole.symbol()), whole.end());
    }

    private static final Words ON = Words.of("on");
    private static final Words THIS = Words.of("this");

    private boolean isThis(int at) {
        return THIS.at(tokens, at) || NEXT_LAST.at(tokens, at);
    }

    private static final Words NEXT_LAST = Words.of("last next");

    private boolean isWeekdayOrDay(int at) {
        int code = DateWords.code(tokens, at);
        return code != 0 && (DateWords.kind(code) == Kind.WEEKDAY || DateWords.kind(code) == Kind.DAY);
    }

    private static boolean isDay(Symbol symbol) {
        return symbol instanceof Symbol.Period(Unit unit, int ignoredLeast, int ignoredMost) && unit == Unit.DAY;
    }

    /** "Earlier this month", "later in the day", "earlier on Thursday", "earlier today". */
    private @Nullable Read relativePart(int next, int value) {
        int unitAt = next + (THE.at(tokens, next) ? 1 : 0);
        Unit unit = unit(unitAt);
        if (unit != null && unitAt > next) {
            return new Read(new Symbol.PartOf(Part.of(value), new Symbol.Period(unit, 0, 0)), unitAt + 1);
        }
        Read whole = simple(next);
        if (whole == null) {
            return null;
        }
        boolean wholeDay = whole.symbol() instanceof Symbol.Weekday || isDay(whole.symbol());
        boolean current = whole.symbol() instanceof Symbol.Period period && period.least() == 0 && period.most() == 0
                || whole.symbol() instanceof Symbol.Season
                || whole.symbol() instanceof Symbol.Section;
        return wholeDay || !current ? whole : new Read(new Symbol.PartOf(Part.of(value), whole.symbol()), whole.end());
    }

    private @Nullable Read edge(int at, int value) {
        int next = at + 2;
        int unitAt = next + (THE.at(tokens, next) ? 1 : 0);
        Unit unit = unit(unitAt);
        if (unit != null && unitAt > next && unit != Unit.DAY) {
            return new Read(new Symbol.PartOf(Part.of(value), new Symbol.Period(unit, 0, 0)), unitAt + 1);
        }
        int year = calendar.year(next);
        Read whole = year > 0 ? calendar.year(next, true) : dated(next);
        return whole == null ? null : new Read(new Symbol.PartOf(Part.of(value), whole.symbol()), whole.end());
    }

    private @Nullable Unit unit(int at) {
        int code = DateWords.code(tokens, at);
        return code != 0 && DateWords.kind(code) == Kind.UNIT ? Unit.values()[DateWords.value(code)] : null;
    }

    private @Nullable Read simple(int at) {
        int code = DateWords.code(tokens, at);
        if (code == 0) {
            return unlisted(at);
        }
        int value = DateWords.value(code);
        return switch (DateWords.kind(code)) {
            case MONTH -> calendar.monthFirst(at, false);
            case FOREIGN_MONTH -> calendar.monthFirst(at, true);
            case WEEKDAY -> withDaytime(calendar.weekday(at, value));
            case DAY -> withDaytime(new Read(new Symbol.Period(Unit.DAY, value, value), at + 1));
            case WHICH -> which(at, value);
            case THE -> the(at);
            case NUMBER, SOME -> counted(at);
            case ORDINAL -> section(at, value);
            case SEASON -> season(at, value);
            case FISCAL -> fiscal(at);
            case FISCAL_CODE -> new Read(new Symbol.Absolute(fiscalYear(value)), at + 1);
            case QUARTER_CODE -> ofYear(new Symbol.Section(Unit.QUARTER, value, Which.BARE), at + 1);
            case UNIT -> unitFirst(at);
            case HOLIDAY -> holiday(at, value);
            case DAYTIME, PART, AGO, SHIFTED, HALF, EDGE, NUMBERED_ENDING -> null;
        };
    }

    private @Nullable Read unlisted(int at) {
        if (at >= tokens.size()) {
            return null;
        }
        if (tokens.kind(at) == TokenKind.NUMBER) {
            Read read = calendar.figures(at);
            return read != null ? read : counted(at);
        }
        int decade = calendar.number(at + 1);
        if (tokens.kind(at) == TokenKind.QUOTE && decade >= 10 && decade % 10 == 0 && S.at(tokens, at + 2)) {
            return new Read(
                    new Symbol.Absolute(Unit.DECADE.around(LocalDate.of((decade < 30 ? 2000 : 1900) + decade, 1, 1))),
                    at + 3);
        }
        boolean newYear = NEW.at(tokens, at)
                && YEAR.at(tokens, at + 1)
                && tokens.size() > at + 3
                && tokens.kind(at + 2) == TokenKind.GENITIVE;
        if (newYear && EVE.at(tokens, at + 3)) {
            return new Read(new Symbol.MonthDay(12, 31), at + 4);
        }
        return newYear && DAY.at(tokens, at + 3) ? new Read(new Symbol.MonthDay(1, 1), at + 4) : null;
    }

    private static final Words S = Words.of("s");

    private @Nullable Read holiday(int at, int value) {
        boolean eve = EVE.at(tokens, at + 1);
        if (!eve && !DAY.at(tokens, at + 1) && !HOLIDAY_BEFORE.at(tokens, at - 1)) {
            return null;
        }
        int end = eve || DAY.at(tokens, at + 1) ? at + 2 : at + 1;
        return ofYear(new Symbol.MonthDay(value / 100, value % 100 - (eve ? 1 : 0)), end);
    }

    private static final Words HOLIDAY_BEFORE = Words.of("on by before after until since at");

    private @Nullable Read withDaytime(@Nullable Read read) {
        if (read == null) {
            return null;
        }
        int code = DateWords.code(tokens, read.end());
        return code != 0 && DateWords.kind(code) == Kind.DAYTIME ? new Read(read.symbol(), read.end() + 1) : read;
    }

    private @Nullable Read which(int at, int value) {
        int next = at + 1;
        int code = DateWords.code(tokens, next);
        if (code == 0) {
            return calendar.number(next) > 0 ? stretch(value, next) : null;
        }
        int inner = DateWords.value(code);
        return switch (DateWords.kind(code)) {
            case UNIT -> whichUnit(at, value, Unit.values()[inner]);
            case NUMBER, SOME -> stretch(value, next);
            case MONTH -> value <= DateWords.NEXT ? new Read(new Symbol.Month(inner, which(value)), next + 1) : null;
            case WEEKDAY ->
                isFullName(next)
                        ? withDaytime(
                                new Read(new Symbol.Weekday(java.time.DayOfWeek.of(inner), which(value)), next + 1))
                        : null;
            case SEASON -> new Read(new Symbol.Season(inner, which(value)), next + 1);
            case DAYTIME -> daytime(value, next);
            case WHICH ->
                value == DateWords.THIS && (inner == DateWords.PAST || inner == DateWords.COMING)
                        ? which(next, inner == DateWords.PAST ? DateWords.LAST : DateWords.NEXT)
                        : null;
            case FISCAL -> {
                Unit unit = unit(next + 1);
                yield unit == Unit.YEAR || unit == Unit.QUARTER ? whichUnit(next, value, unit) : null;
            }
            default -> null;
        };
    }

    private boolean isFullName(int at) {
        return tokens.end(at) - tokens.start(at) >= 6;
    }

    private static Which which(int value) {
        return switch (value) {
            case DateWords.LAST, DateWords.PAST, DateWords.PREVIOUS -> Which.LAST;
            case DateWords.NEXT, DateWords.COMING, DateWords.FOLLOWING -> Which.NEXT;
            default -> Which.THIS;
        };
    }

    private @Nullable Read daytime(int value, int next) {
        if (value == DateWords.THIS) {
            return new Read(new Symbol.Period(Unit.DAY, 0, 0), next + 1);
        }
        boolean lastNight = value == DateWords.LAST && NIGHT.at(tokens, next);
        return lastNight ? new Read(new Symbol.Period(Unit.DAY, -1, -1), next + 1) : null;
    }

    private @Nullable Read whichUnit(int at, int value, Unit unit) {
        int end = at + 2;
        boolean plural = PLURAL.at(tokens, at + 1);
        return switch (value) {
            case DateWords.LAST, DateWords.THIS, DateWords.NEXT ->
                plural ? few(value, unit, end) : new Read(new Symbol.Period(unit, value, value), end);
            case DateWords.PAST, DateWords.RECENT, DateWords.COMING ->
                plural || value != DateWords.COMING && value != DateWords.PAST
                        ? few(value, unit, end)
                        : new Read(new Symbol.Stretch(unit, value == DateWords.COMING ? 1 : -1), end);
            case DateWords.PREVIOUS, DateWords.FOLLOWING ->
                plural ? null : new Read(new Symbol.Anchored(unit, value == DateWords.PREVIOUS ? -1 : 1), end);
            case DateWords.SAME -> plural ? null : new Read(new Symbol.Anchored(unit, 0), end);
            default -> null;
        };
    }

    /** "Recent days" and "the coming months": how many is not said, so that the next greater unit bounds them. */
    private static @Nullable Read few(int value, Unit unit, int end) {
        int most = switch (unit) {
            case DAY -> 7;
            case WEEK -> 6;
            case MONTH -> 9;
            case YEAR, QUARTER, DECADE -> 5;
            case WEEKEND, SEASON, HALF, CENTURY, FORTNIGHT -> 0;
        };
        boolean back = value == DateWords.LAST || value == DateWords.PAST || value == DateWords.RECENT;
        return most == 0 || value == DateWords.THIS
                ? null
                : new Read(new Symbol.Stretch(unit, back ? -most : most), end);
    }

    private @Nullable Read stretch(int value, int next) {
        boolean back = value == DateWords.LAST || value == DateWords.PAST;
        boolean ahead = value == DateWords.NEXT || value == DateWords.COMING;
        int count = count(next);
        Unit unit = unit(next + 1);
        if (unit == null && count == 1 && FEW_OF.at(tokens, next)) {
            unit = unit(next + 2);
        }
        if (unit == null || count == 0 || !back && !ahead) {
            return null;
        }
        if (count < 0) {
            return few(back ? DateWords.PAST : DateWords.COMING, unit, next + 2);
        }
        int end = unit(next + 1) != null ? next + 2 : next + 3;
        return count > 500 ? null : new Read(new Symbol.Stretch(unit, back ? -count : count), end);
    }

    private static final Words FEW_OF = Words.of("a");

    /** Returns the number at a token, -1 for "several", 0 for none. */
    private int count(int at) {
        int figure = calendar.number(at);
        if (figure > 0) {
            return figure;
        }
        int code = DateWords.code(tokens, at);
        if (code == 0) {
            return 0;
        }
        return switch (DateWords.kind(code)) {
            case NUMBER -> DateWords.value(code);
            case SOME -> -1;
            default -> 0;
        };
    }

    private @Nullable Read counted(int at) {
        int count = count(at);
        int next = at + 1;
        int extra = 0;
        if (count == 1 && count(next) != 0 && FEW_OF.at(tokens, at)) {
            count = count(next);
            next++;
        }
        if (OF.at(tokens, next)) {
            next++;
        }
        if (AND.at(tokens, next) && FEW_OF.at(tokens, next + 1) && HALF.at(tokens, next + 2)) {
            extra = 1;
            next += 3;
        }
        next += isDash(next) ? 1 : 0;
        Unit unit = unit(next);
        if (count == 0 || unit == null || unit == Unit.WEEKEND) {
            return null;
        }
        return shifted(count, extra, unit, next + 1);
    }

    private static final Words HALF = Words.of("half");

    private @Nullable Read shifted(int count, int extra, Unit unit, int after) {
        int code = DateWords.code(tokens, after);
        boolean fromNow = FROM.at(tokens, after) && NOW.at(tokens, after + 1);
        if (code == 0 && !fromNow || count > 1000) {
            return null;
        }
        if (fromNow || DateWords.kind(code) == Kind.AGO) {
            int sign = fromNow || DateWords.value(code) > 1 ? 1 : -1;
            int least = count < 0 ? SOME_MOST : -count;
            int most = count < 0 ? SOME_LEAST : -count - extra;
            Symbol symbol = sign < 0 ? new Symbol.Period(unit, most, least) : new Symbol.Period(unit, -least, -most);
            return new Read(symbol, fromNow ? after + 2 : after + 1);
        }
        boolean shift = DateWords.kind(code) == Kind.PART && DateWords.value(code) >= DateWords.EARLIER;
        if (!shift || count < 0) {
            return null;
        }
        int sign = DateWords.value(code) == DateWords.EARLIER ? -1 : 1;
        return new Read(new Symbol.Anchored(unit, sign * count), after + 1);
    }

    private @Nullable Read the(int at) {
        int code = DateWords.code(tokens, at + 1);
        if (code == 0) {
            return theFigure(at);
        }
        int value = DateWords.value(code);
        return switch (DateWords.kind(code)) {
            case WHICH -> which(at + 1, value);
            case ORDINAL -> section(at + 1, value);
            case SEASON -> season(at + 1, value);
            case UNIT -> unitFirst(at + 1);
            case WEEKDAY, MONTH -> null;
            default -> null;
        };
    }

    /** "The 1990s", "the '90s", "the 24th of February", "the 19th century". */
    private @Nullable Read theFigure(int at) {
        if (at + 1 >= tokens.size()) {
            return null;
        }
        int figure = calendar.number(at + 1);
        int ending = DateWords.code(tokens, at + 2);
        boolean numbered = ending != 0 && DateWords.kind(ending) == Kind.NUMBERED_ENDING;
        if (figure > 1 && numbered && unit(at + 3) == Unit.CENTURY) {
            return new Read(
                    new Symbol.Absolute(Unit.CENTURY.around(LocalDate.of((Math.min(figure, 30) - 1) * 100, 1, 1))),
                    at + 4);
        }
        boolean years = calendar.year(at + 1) > 0 && S.at(tokens, at + 2);
        return years || figure > 0 && numbered || tokens.kind(at + 1) == TokenKind.QUOTE ? unlisted(at + 1) : null;
    }

    private @Nullable Read unitFirst(int at) {
        Unit unit = unit(at);
        boolean the = THE.at(tokens, at - 1);
        if (unit == Unit.DAY
                && the
                && (RelativeDay.BEFORE.at(tokens, at + 1) || RelativeDay.AFTER.at(tokens, at + 1))) {
            return RelativeDay.read(tokens, at);
        }
        if (unit == Unit.WEEKEND && (the || WEEKEND_BEFORE.at(tokens, at - 1))) {
            return new Read(new Symbol.Period(Unit.WEEKEND, 0, 0), at + 1);
        }
        if (unit == Unit.QUARTER && the) {
            return new Read(new Symbol.Anchored(Unit.QUARTER, 0), at + 1);
        }
        if (unit == Unit.YEAR && isDash(at + 1) && END.at(tokens, at + 2)) {
            return ofYear(new Symbol.PartOf(Part.END, new Symbol.Period(Unit.YEAR, 0, 0)), at + 3);
        }
        return null;
    }

    private static final Words WEEKEND_BEFORE = Words.of("at over");

    private @Nullable Read section(int at, int value) {
        int next = at + 1 + (isDash(at + 1) ? 1 : 0);
        Unit unit = HALF.at(tokens, next) ? Unit.HALF : unit(next);
        if (unit == Unit.QUARTER && value <= 4 || unit == Unit.HALF && value <= 2) {
            return ofYear(new Symbol.Section(unit, value, Which.BARE), next + 1);
        }
        int months = count(next);
        if (value == 1 && months >= 2 && months <= 11 && unit(next + 1) == Unit.MONTH) {
            return ofYear(new Symbol.FirstMonths(months), next + 2);
        }
        return null;
    }

    private @Nullable Read season(int at, int value) {
        int last = value;
        int next = at + 1;
        int code = DateWords.code(tokens, next + 1);
        if (AND.at(tokens, next) && code != 0 && DateWords.kind(code) == Kind.SEASON) {
            last = DateWords.value(code);
            next += 2;
        }
        int yearAt = next + (OF.at(tokens, next) ? 1 : 0);
        int year = calendar.year(yearAt);
        if (year > 0) {
            Read years = calendar.year(yearAt, true);
            return new Read(new Symbol.Absolute(seasons(value, last, year)), years == null ? yearAt + 1 : years.end());
        }
        boolean ofOther = OF.at(tokens, next) && FALL.at(tokens, at) && !isThis(next + 1);
        if (!SEASON_BEFORE.at(tokens, at - 1)
                || ofOther
                || FALL.at(tokens, at) && !IN.at(tokens, at - 2) && !IN.at(tokens, at - 1)) {
            return null;
        }
        return new Read(new Symbol.Season(value, Which.BARE), next);
    }

    private static final Words IN = Words.of("in during since until by before after over through");

    private static StatedDate seasons(int first, int last, int year) {
        LocalDate from = LocalDate.of(year, first * 3, 1);
        LocalDate to = LocalDate.of(last < first ? year + 1 : year, last * 3, 1)
                .plusMonths(3)
                .minusDays(1);
        return StatedDate.of(from, to, first == last ? Granularity.SEASON : Granularity.SPAN);
    }

    /** A business report's "fiscal 1989" is told as a year; a fiscal year is that of the United States' budget. */
    private @Nullable Read fiscal(int at) {
        int next = at + 1;
        if (calendar.year(next) > 0) {
            return new Read(CalendarDates.whole(calendar.year(next)), next + 1);
        }
        boolean named = unit(next) == Unit.YEAR && calendar.year(next + 1) > 0;
        return named ? new Read(new Symbol.Absolute(fiscalYear(calendar.year(next + 1))), next + 2) : null;
    }

    private static StatedDate fiscalYear(int year) {
        LocalDate from = LocalDate.of(year - 1, FISCAL_START, 1);
        return StatedDate.of(from, from.plusYears(1).minusDays(1), Granularity.YEAR);
    }

    /** Fixes the year of a section or holiday when one follows. */
    private Read ofYear(Symbol symbol, int end) {
        int yearAt = end + (OF_IN.at(tokens, end) || isComma(end) ? 1 : 0);
        yearAt += OF_IN.at(tokens, yearAt) ? 1 : 0;
        int year = calendar.year(yearAt);
        if (year <= 0) {
            return new Read(symbol, end);
        }
        return Resolver.resolve(
                        new Symbol.Within(symbol, CalendarDates.whole(year)),
                        LocalDate.of(year, 12, 31),
                        Tense.PAST,
                        java.util.Optional.empty())
                .map(date -> new Read(new Symbol.Absolute(date), yearEnd(symbol, date, end)))
                .orElse(new Read(symbol, end));
    }

    private int yearEnd(Symbol symbol, StatedDate date, int end) {
        int yearAt = end + (OF_IN.at(tokens, end) || isComma(end) ? 1 : 0);
        return yearAt + (OF_IN.at(tokens, yearAt) ? 1 : 0) + 1;
    }

    private boolean isComma(int token) {
        return token < tokens.size() && tokens.isSign(token, ',');
    }

    /** Puts a date into the greater one that follows: "Monday of last week", "October 25 last year". */
    private Read outer(Read inner) {
        boolean open = switch (inner.symbol()) {
            case Symbol.Month ignored -> true;
            case Symbol.MonthDay ignored -> true;
            case Symbol.Weekday ignored -> true;
            case Symbol.Season ignored -> true;
            case Symbol.Section ignored -> true;
            case Symbol.FirstMonths ignored -> true;
            case Symbol.PartOf(Part ignoredPart, Symbol whole) -> whole instanceof Symbol.Month;
            default -> false;
        };
        if (!open) {
            return inner;
        }
        int next = inner.end() + (OF_IN.at(tokens, inner.end()) || isComma(inner.end()) ? 1 : 0);
        next += THE.at(tokens, next) ? 1 : 0;
        int code = DateWords.code(tokens, next);
        Unit unit = unit(next + 1);
        if (code == 0 || DateWords.kind(code) != Kind.WHICH || unit == null || unit == Unit.DAY) {
            return inner;
        }
        Read outer = which(next, DateWords.value(code));
        return outer == null || !(outer.symbol() instanceof Symbol.Period || outer.symbol() instanceof Symbol.Anchored)
                ? inner
                : new Read(new Symbol.Within(inner.symbol(), outer.symbol()), outer.end());
    }
}
