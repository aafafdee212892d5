package dev.tranche.dating;

import dev.tranche.dating.CalendarDates.Read;
import dev.tranche.dating.DateWords.Kind;
import dev.tranche.dating.Symbol.Which;
import dev.tranche.mention.OrdinalWords;
import dev.tranche.mention.Words;
import dev.tranche.problem.Problems;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the words that name dates, from left to right, without overlaps.
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

    private static final int NO_SHIFT = 9;
    private static final Words EVERY = Words.of("every each most");
    private static final Words OF_IN = Words.of("of in");
    private static final Words TO = Words.of("to through until till");
    private static final Words FROM = Words.of("from between");
    private static final Words SINCE = Words.of("since");
    private static final Words UNTIL = Words.of("until till by through");
    private static final Words BEFORE = Words.of("before");
    private static final Words THAN = Words.of("than");
    private static final Words LATER = Words.of("later");
    private static final Words AFTER = Words.of("after");
    private static final Words PASSED_OVER = Words.of("the about around at least early mid late");
    private static final Words NIGHT = Words.of("night");
    private static final Words OF = Words.of("of");
    private static final Words THE = Words.of("the");
    private static final Words AND = Words.of("and");
    private static final Words EVE = Words.of("eve");
    private static final Words NEW = Words.of("new");
    private static final Words YEAR = Words.of("year");
    private static final Words DAY = Words.of("day");
    private static final Words PLURAL = Words.of("days weeks months years quarters decades");

    private final Tokens tokens;
    private final CalendarDates calendar;
    private final DateTokens words;
    private final CountedDates counted;
    private final SectionDates sections;
    private final FrameDates frames;

    private final NamedDays named;
    private final IntFunction<@Nullable String> stateAt;

    private DateReader(Tokens tokens, NamedDays named, IntFunction<@Nullable String> stateAt, Problems problems) {
        this.named = named;
        this.stateAt = stateAt;
        this.tokens = tokens;
        this.calendar = new CalendarDates(tokens, problems);
        this.words = new DateTokens(tokens, calendar);
        this.frames = new FrameDates(tokens, calendar, words, this);
        this.counted = new CountedDates(tokens, words, frames);
        this.sections = new SectionDates(tokens, calendar, words, frames);
    }

    /** Returns the dates named by calendar words alone; days that do not exist become problems. */
    static List<DateExpression> find(Tokens tokens, Problems problems) {
        return find(tokens, NamedDays.NONE, token -> null, problems);
    }

    /**
     * Returns the dates named by the words; days that do not exist become problems.
     *
     * @param stateAt gives the code of the state or body named by a token, else {@code null}
     */
    static List<DateExpression> find(
            Tokens tokens, NamedDays named, IntFunction<@Nullable String> stateAt, Problems problems) {
        DateReader reader = new DateReader(tokens, named, stateAt, problems);
        List<DateExpression> found = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            Read read = reader.namedDay(at);
            read = read == null && reader.mayStart(at) ? reader.range(at) : read;
            if (read == null) {
                at = Math.max(at + 1, reader.calendar.impossibleEnd());
                continue;
            }
            found.add(new DateExpression(at, read.end(), read.symbol(), reader.relation(at, read.symbol())));
            at = read.end();
            if (read.symbol() instanceof Symbol.MonthDay day) {
                found.addAll(reader.calendar.furtherDays(day, at));
                at = found.getLast().end();
            }
        }
        return found;
    }

    private @Nullable Read namedDay(int at) {
        Read read = named.at(tokens, at, stateAt);
        return read == null ? null : sections.ofYear(read.symbol(), read.end());
    }

    private boolean mayStart(int at) {
        return DateWords.code(tokens, at) != 0
                || tokens.kind(at) == TokenKind.NUMBER
                || tokens.kind(at) == TokenKind.QUOTE;
    }

    private Relation relation(int at, Symbol symbol) {
        int before = at - 1;
        while (PASSED_OVER.at(tokens, before)) {
            before--;
        }
        if (SINCE.at(tokens, before)) {
            return Relation.SINCE;
        }
        boolean noLater = THAN.at(tokens, before) && LATER.at(tokens, before - 1);
        if (noLater || UNTIL.at(tokens, before)) {
            boolean during = isThrough(before) && isLong(symbol);
            return during ? Relation.WITHIN : Relation.UNTIL;
        }
        if (BEFORE.at(tokens, before)) {
            return Relation.BEFORE;
        }
        return AFTER.at(tokens, before) ? Relation.AFTER : Relation.WITHIN;
    }

    /** "Through the 1980s" and "through the summer" cover all of that time and state no end. */
    private static boolean isLong(Symbol symbol) {
        return symbol instanceof Symbol.Season
                || symbol instanceof Symbol.Absolute(StatedDate date) && date.granularity() == Granularity.DECADE;
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
        if (!joined && !words.isDash(next) || next + 1 >= tokens.size()) {
            return first;
        }
        Read last = dated(next + 1);
        boolean month = last != null
                && first.symbol() instanceof Symbol.Month
                && last.symbol() instanceof Symbol.Absolute(StatedDate date)
                && date.granularity() == Granularity.MONTH;
        boolean fits = month
                || last != null && last.symbol().getClass() == first.symbol().getClass()
                || last != null && from && !(last.symbol() instanceof Symbol.Between);
        return fits && last != null ? new Read(new Symbol.Between(first.symbol(), last.symbol()), last.end()) : first;
    }

    private static final Words THROUGH = Words.of("through");

    private boolean isThrough(int token) {
        return THROUGH.at(tokens, token);
    }

    @Nullable
    Read dated(int at) {
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
        int next = at + 1 + (words.isDash(at + 1) ? 1 : 0);
        boolean inside = OF_IN.at(tokens, next) || ON.at(tokens, next);
        next += inside ? 1 : 0;
        if (value == DateWords.EARLIER || value == DateWords.LATER) {
            return inside || words.isThis(next) || isWeekdayOrDay(next) ? relativePart(next, value) : null;
        }
        int year = calendar.figures().year(next);
        Read whole = year > 0 ? calendar.years().at(next, true) : inside ? frames.current(next) : midYear(next, value);
        whole = whole == null ? simple(next) : whole;
        if (whole == null || whole.symbol() instanceof Symbol.MonthDay) {
            return whole == null ? null : whole;
        }
        boolean wholeDay = whole.symbol() instanceof Symbol.Weekday || isDay(whole.symbol());
        return wholeDay ? whole : new Read(new Symbol.PartOf(Part.of(value), whole.symbol()), whole.end());
    }

    private @Nullable Read midYear(int at, int value) {
        boolean middle = value == DateWords.MID && words.isDash(at - 1) && YEAR.at(tokens, at);
        return middle ? new Read(new Symbol.Period(Unit.YEAR, 0, 0), at + 1) : null;
    }

    private static final Words ON = Words.of("on");

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
        Unit unit = words.unit(unitAt);
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
        Unit unit = words.unit(unitAt);
        if (unit != null && unitAt > next && unit != Unit.DAY) {
            return new Read(new Symbol.PartOf(Part.of(value), new Symbol.Period(unit, 0, 0)), unitAt + 1);
        }
        int year = calendar.figures().year(next);
        Read whole = year > 0 ? calendar.years().at(next, true) : dated(next);
        return whole == null ? null : new Read(new Symbol.PartOf(Part.of(value), whole.symbol()), whole.end());
    }

    /** Reads a date without its part and without the longer date that may follow. */
    @Nullable
    Read simple(int at) {
        int code = DateWords.code(tokens, at);
        if (code == 0) {
            return unlisted(at);
        }
        int value = DateWords.value(code);
        return switch (DateWords.kind(code)) {
            case MONTH -> calendar.monthFirst(at, false);
            case FOREIGN_MONTH -> calendar.monthFirst(at, true);
            case WEEKDAY -> EVERY.at(tokens, at - 1) ? null : weekday(at, value);
            case OVERNIGHT -> STAY.at(tokens, at - 1) ? null : new Read(new Symbol.Period(Unit.DAY, -1, 0), at + 1);
            case DAY -> withDaytime(new Read(new Symbol.Period(Unit.DAY, value, value), at + 1));
            case WHICH -> which(at, value);
            case THE -> the(at);
            case NUMBER, SOME -> {
                int ordinalAt = words.isDash(at + 1) ? at + 2 : at;
                int ordinal = ordinalAt > at ? OrdinalWords.at(tokens, ordinalAt) : 0;
                yield ordinal > 0 ? sections.section(ordinalAt, ordinal) : counted.counted(at);
            }
            case ORDINAL -> sections.section(at, Math.max(value, OrdinalWords.at(tokens, at)));
            case SEASON -> sections.season(at, value);
            case FISCAL -> sections.fiscal(at);
            case FISCAL_CODE -> new Read(new Symbol.Absolute(SectionDates.fiscalYear(value)), at + 1);
            case QUARTER_CODE -> sections.ofYear(new Symbol.Section(Unit.QUARTER, value, Which.BARE), at + 1);
            case HALF_CODE -> sections.ofYear(new Symbol.Section(Unit.HALF, value, Which.BARE), at + 1);
            case UNIT -> unitFirst(at);
            case NEW -> unlisted(at);
            case HOLIDAY, HOLIDAY_DAY -> sections.holiday(at, value);
            case HALF -> counted.half(at);
            case DAYTIME, PART, AGO, EDGE, NUMBERED_ENDING -> null;
        };
    }

    private static final Words STAY = Words.of("stay stayed staying kept");

    /** "Monday week" is the Monday after the next one, and so is "the Monday after next". */
    private @Nullable Read weekday(int at, int value) {
        Read read = withDaytime(calendar.weekday(at, value));
        if (read != null && read.symbol() instanceof Symbol.Weekday) {
            int join = read.end();
            boolean ahead = AFTER.at(tokens, join) && NEXT.at(tokens, join + 1);
            boolean back = BEFORE.at(tokens, join) && LAST.at(tokens, join + 1);
            if (ahead || back) {
                Symbol day = new Symbol.Weekday(java.time.DayOfWeek.of(value), ahead ? Which.NEXT : Which.LAST);
                return new Read(new Symbol.Shifted(day, Unit.WEEK, ahead ? 1 : -1), join + 2);
            }
        }
        boolean week = read != null
                && read.end() == at + 1
                && read.symbol() instanceof Symbol.Weekday
                && WEEK.at(tokens, at + 1)
                && (at + 2 >= tokens.size() || !tokens.isWord(at + 2) || !WEEK_OF.at(tokens, at + 2));
        return week
                ? new Read(
                        new Symbol.Shifted(new Symbol.Weekday(java.time.DayOfWeek.of(value), Which.NEXT), Unit.WEEK, 1),
                        at + 2)
                : read;
    }

    private static final Words NEXT = Words.of("next");
    private static final Words LAST = Words.of("last");
    private static final Words WEEK = Words.of("week");
    private static final Words WEEK_OF = Words.of("of in ago");

    private @Nullable Read unlisted(int at) {
        if (at >= tokens.size()) {
            return null;
        }
        if (tokens.kind(at) == TokenKind.NUMBER) {
            Read read = sections.numbered(at);
            read = read == null ? calendar.figures(at) : read;
            return read != null ? read : counted.counted(at);
        }
        int decade = calendar.figures().number(at + 1);
        Read shortYear = calendar.years().shortYear(at);
        if (shortYear != null) {
            return shortYear;
        }
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
            return calendar.figures().number(next) > 0 ? counted.stretch(value, next) : null;
        }
        int inner = DateWords.value(code);
        return switch (DateWords.kind(code)) {
            case UNIT -> {
                Read last = value == DateWords.LAST ? frames.nth(next, -1, true) : null;
                yield last != null ? last : whichUnit(at, value, Unit.values()[inner]);
            }
            case NUMBER, SOME -> counted.stretch(value, next);
            case MONTH -> whichMonth(value, next, inner);
            case WEEKDAY -> whichWeekday(value, next, inner);
            case SEASON -> new Read(new Symbol.Season(inner, which(value)), next + 1);
            case DAYTIME -> daytime(value, next);
            case WHICH ->
                value == DateWords.THIS && (inner == DateWords.PAST || inner == DateWords.COMING)
                        ? which(next, inner == DateWords.PAST ? DateWords.LAST : DateWords.NEXT)
                        : null;
            case FISCAL -> {
                Unit unit = words.unit(next + 1);
                yield unit == Unit.YEAR || unit == Unit.QUARTER ? whichUnit(next, value, unit) : null;
            }
            default -> null;
        };
    }

    /** "Last Nov. 8" is a day of its month. */
    private @Nullable Read whichMonth(int value, int next, int month) {
        Read day = calendar.monthFirst(next, false);
        if (day != null && day.symbol() instanceof Symbol.MonthDay) {
            return day;
        }
        return value <= DateWords.NEXT ? new Read(new Symbol.Month(month, which(value)), next + 1) : null;
    }

    /** "Next Monday, Nov. 6" is a day of its month, "the last Monday of May" one of several. */
    private @Nullable Read whichWeekday(int value, int next, int weekday) {
        Read last = value == DateWords.LAST ? frames.nth(next, -1, !THE.at(tokens, next - 2)) : null;
        if (last != null || !isFullName(next)) {
            return last;
        }
        Read day = calendar.weekday(next, weekday);
        if (day != null && !(day.symbol() instanceof Symbol.Weekday)) {
            return day;
        }
        return withDaytime(new Read(new Symbol.Weekday(java.time.DayOfWeek.of(weekday), which(value)), next + 1));
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
        int shift = switch (value) {
            case DateWords.FOLLOWING -> 1;
            case DateWords.NEXT -> THE.at(tokens, next - 2) ? 1 : NO_SHIFT;
            case DateWords.PREVIOUS -> -1;
            case DateWords.SAME -> 0;
            default -> NO_SHIFT;
        };
        if (shift != NO_SHIFT) {
            return new Read(new Symbol.Anchored(Unit.DAY, shift), next + 1);
        }
        boolean lastNight = value == DateWords.LAST && NIGHT.at(tokens, next);
        return lastNight ? new Read(new Symbol.Period(Unit.DAY, -1, -1), next + 1) : null;
    }

    private @Nullable Read whichUnit(int at, int value, Unit unit) {
        int end = at + 2;
        boolean plural = PLURAL.at(tokens, at + 1);
        return switch (value) {
            case DateWords.LAST, DateWords.THIS, DateWords.NEXT -> {
                boolean told = value == DateWords.NEXT && THE.at(tokens, at - 1);
                Symbol one = told ? new Symbol.Anchored(unit, 1) : new Symbol.Period(unit, value, value);
                yield plural ? CountedDates.few(value, unit, end) : new Read(one, end);
            }
            case DateWords.PAST, DateWords.RECENT, DateWords.COMING ->
                plural || value != DateWords.COMING && value != DateWords.PAST
                        ? CountedDates.few(value, unit, end)
                        : new Read(new Symbol.Stretch(unit, value == DateWords.COMING ? 1 : -1), end);
            case DateWords.PREVIOUS, DateWords.FOLLOWING ->
                plural ? null : new Read(new Symbol.Anchored(unit, value == DateWords.PREVIOUS ? -1 : 1), end);
            case DateWords.SAME -> plural ? null : new Read(new Symbol.Anchored(unit, 0), end);
            default -> null;
        };
    }

    private @Nullable Read the(int at) {
        int code = DateWords.code(tokens, at + 1);
        if (code == 0) {
            return theFigure(at);
        }
        int value = DateWords.value(code);
        return switch (DateWords.kind(code)) {
            case WHICH -> which(at + 1, value);
            case ORDINAL -> sections.section(at + 1, value);
            case SEASON -> sections.season(at + 1, value);
            case UNIT -> unitFirst(at + 1);
            case NUMBER -> words.isDash(at + 2) && OrdinalWords.at(tokens, at + 3) > 0 ? simple(at + 1) : null;
            case WEEKDAY, MONTH -> null;
            default -> null;
        };
    }

    /** "The 1990s", "the '90s", "the 24th of February", "the 19th century". */
    private @Nullable Read theFigure(int at) {
        if (at + 1 >= tokens.size()) {
            return null;
        }
        int figure = calendar.figures().number(at + 1);
        int ending = DateWords.code(tokens, at + 2);
        boolean numbered = ending != 0 && DateWords.kind(ending) == Kind.NUMBERED_ENDING;
        Read numberedUnit = sections.numbered(at + 1);
        if (numberedUnit != null) {
            return numberedUnit;
        }
        boolean years = calendar.figures().year(at + 1) > 0 && S.at(tokens, at + 2);
        return years || figure > 0 && numbered || tokens.kind(at + 1) == TokenKind.QUOTE ? unlisted(at + 1) : null;
    }

    private @Nullable Read unitFirst(int at) {
        Unit unit = words.unit(at);
        boolean the = THE.at(tokens, at - 1);
        if (unit == null) {
            return null;
        }
        Read framed = framed(at, unit, the);
        if (framed != null) {
            return framed;
        }
        if (unit == Unit.WEEKEND && (the || WEEKEND_BEFORE.at(tokens, at - 1))) {
            return new Read(new Symbol.Period(Unit.WEEKEND, 0, 0), at + 1);
        }
        if (unit == Unit.QUARTER && the) {
            return new Read(new Symbol.Anchored(Unit.QUARTER, 0), at + 1);
        }
        Read edge = frames.edge(at, unit);
        if (edge != null) {
            return sections.ofYear(edge.symbol(), edge.end());
        }
        int back = words.isDash(at + 1) ? DateWords.code(tokens, at + 2) : 0;
        boolean earlier = back != 0
                && (DateWords.kind(back) == Kind.AGO && DateWords.value(back) == 1
                        || DateWords.kind(back) == Kind.PART && DateWords.value(back) == DateWords.EARLIER);
        return unit == Unit.YEAR && earlier ? new Read(new Symbol.Anchored(unit, -1), at + 3) : null;
    }

    private @Nullable Read framed(int at, Unit unit, boolean the) {
        if (!the) {
            return null;
        }
        Read neighbour = frames.neighbour(at, unit);
        return neighbour != null ? neighbour : frames.framed(at, 1, unit);
    }

    private static final Words WEEKEND_BEFORE = Words.of("at over");

    /** Reads "week before last" and "month after next" at the unit. */
    private @Nullable Read beforeLast(int at) {
        Unit unit = words.unit(at);
        Read read = unit == null ? null : frames.neighbour(at, unit);
        return read != null && read.symbol() instanceof Symbol.Period ? read : null;
    }

    /** Places a date within the longer one that follows: "Monday of last week", "October 25 last year". */
    private Read outer(Read inner) {
        boolean open = switch (inner.symbol()) {
            case Symbol.Month ignored -> true;
            case Symbol.MonthDay ignored -> true;
            case Symbol.Weekday ignored -> true;
            case Symbol.Season ignored -> true;
            case Symbol.Section ignored -> true;
            case Symbol.FirstMonths ignored -> true;
            case Symbol.Holiday ignored -> true;
            case Symbol.PartOf(Part ignoredPart, Symbol whole) -> whole instanceof Symbol.Month;
            default -> false;
        };
        if (!open) {
            return inner;
        }
        int next = inner.end() + (OF_IN.at(tokens, inner.end()) || words.isComma(inner.end()) ? 1 : 0);
        Read twice = OF.at(tokens, inner.end()) && THE.at(tokens, next) ? beforeLast(next + 1) : null;
        if (twice != null) {
            return new Read(new Symbol.Within(inner.symbol(), twice.symbol()), twice.end());
        }
        Read current = OF.at(tokens, inner.end()) ? frames.current(next) : null;
        if (current != null && inner.symbol() instanceof Symbol.FirstMonths) {
            return new Read(new Symbol.Within(inner.symbol(), current.symbol()), current.end());
        }
        next += THE.at(tokens, next) ? 1 : 0;
        int code = DateWords.code(tokens, next);
        Unit unit = words.unit(next + 1);
        if (code == 0 || DateWords.kind(code) != Kind.WHICH || unit == null || unit == Unit.DAY) {
            return inner;
        }
        Read outer = which(next, DateWords.value(code));
        return outer == null || !(outer.symbol() instanceof Symbol.Period || outer.symbol() instanceof Symbol.Anchored)
                ? inner
                : new Read(new Symbol.Within(inner.symbol(), outer.symbol()), outer.end());
    }
}
