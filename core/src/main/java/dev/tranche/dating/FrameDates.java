package dev.tranche.dating;

import dev.tranche.dating.CalendarDates.Read;
import dev.tranche.dating.DateWords.Kind;
import dev.tranche.mention.Words;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/**
 * Reads units of time relative to another date.
 *
 * <pre>
 * neighbour = "the" unit ("before" | "after") ["last" | "next" | "yesterday" | "tomorrow"]
 * framed    = unit "of" date | [number] unit ("ended" | "ending" | "to") date
 * nth       = (ordinal | "last" | "final") (unit | weekday) ("of" | "in") longer date
 * shifted   = number unit ("before" | "after" | "from") date
 * edge      = "year" "end" | unit "'s" "end"
 * </pre>
 */
final class FrameDates {

    private static final Words BEFORE = Words.of("before");
    private static final Words AFTER = Words.of("after from");
    private static final Words YESTERDAY = Words.of("yesterday");
    private static final Words TOMORROW = Words.of("tomorrow");
    private static final Words LAST = Words.of("last");
    private static final Words NEXT = Words.of("next");
    private static final Words OF = Words.of("of");
    private static final Words OF_IN = Words.of("of in");
    private static final Words ENDED = Words.of("ended ending");
    private static final Words THE = Words.of("the");
    private static final Words END = Words.of("end");
    private static final Words BY = Words.of("by at until before since through after till to");
    private static final Words NOUN_AHEAD = Words.of("the a an his her its their our my your this that these those");

    private final Tokens tokens;
    private final CalendarDates calendar;
    private final DateTokens words;
    private final DateReader reader;

    FrameDates(Tokens tokens, CalendarDates calendar, DateTokens words, DateReader reader) {
        this.tokens = tokens;
        this.calendar = calendar;
        this.words = words;
        this.reader = reader;
    }

    /** Reads "the day before yesterday", "the month before last", "the week before" at the unit. */
    @Nullable
    Read neighbour(int at, Unit unit) {
        boolean before = BEFORE.at(tokens, at + 1);
        if (!before && !AFTER.at(tokens, at + 1)) {
            return null;
        }
        int next = at + 2;
        int sign = before ? -1 : 1;
        boolean day = unit == Unit.DAY;
        boolean twice = before && (day ? YESTERDAY.at(tokens, next) : LAST.at(tokens, next))
                || !before && (day ? TOMORROW.at(tokens, next) : NEXT.at(tokens, next));
        if (twice) {
            return new Read(new Symbol.Period(unit, 2 * sign, 2 * sign), next + 1);
        }
        Read shifted = shifted(1, unit, at + 1);
        if (shifted != null) {
            return shifted;
        }
        boolean ofNoun = next < tokens.size()
                && (NOUN_AHEAD.at(tokens, next)
                        || tokens.isWord(next) && tokens.isCapital(next)
                        || tokens.kind(next) == TokenKind.NUMBER);
        return ofNoun ? null : new Read(new Symbol.Anchored(unit, sign), next);
    }

    /** Reads "two days before Christmas" at the word that joins the two. */
    @Nullable
    Read shifted(int count, Unit unit, int joinAt) {
        boolean before = BEFORE.at(tokens, joinAt);
        if (!before && !AFTER.at(tokens, joinAt) || count < 1) {
            return null;
        }
        int next = joinAt + 1 + (THE.at(tokens, joinAt + 1) ? 1 : 0);
        Read base = reader.simple(next);
        boolean day = base != null
                && switch (base.symbol()) {
                    case Symbol.MonthDay ignored -> true;
                    case Symbol.WeekdayOn ignored -> true;
                    case Symbol.Weekday ignored -> true;
                    case Symbol.Holiday ignored -> true;
                    case Symbol.Period(Unit of, int least, int most) -> of == Unit.DAY && least == most;
                    case Symbol.Absolute(StatedDate date) -> date.isOneDay();
                    default -> false;
                };
        return base == null || !day
                ? null
                : new Read(new Symbol.Shifted(base.symbol(), unit, before ? -count : count), base.end());
    }

    /** Reads "the week of March 4" and "the quarter ended Sept. 30" at the unit; the latter without its end. */
    @Nullable
    Read framed(int at, int count, Unit unit) {
        boolean ended = ENDED.at(tokens, at + 1);
        if (!ended && (count > 1 || !OF.at(tokens, at + 1) || unit != Unit.WEEK)) {
            return null;
        }
        Read date = reader.simple(at + 2);
        if (date == null) {
            return null;
        }
        if (ended) {
            return new Read(new Symbol.Ending(unit, count, date.symbol()), at + 1);
        }
        boolean day = date.symbol() instanceof Symbol.MonthDay
                || date.symbol() instanceof Symbol.Absolute(StatedDate stated) && stated.isOneDay();
        return day ? new Read(new Symbol.Around(unit, date.symbol()), date.end()) : null;
    }

    /** Reads the unit or weekday at a token as one of several in the longer time after it. */
    @Nullable
    Read nth(int at, int number, boolean onlyOf) {
        int code = DateWords.code(tokens, at);
        boolean named = code != 0 && DateWords.kind(code) == Kind.WEEKDAY;
        Unit unit = words.unit(at);
        if (!named && unit == null || !(onlyOf ? OF : OF_IN).at(tokens, at + 1)) {
            return null;
        }
        Read whole = whole(at + 2);
        if (whole == null) {
            return null;
        }
        Symbol symbol = unit == null
                ? new Symbol.NthWeekday(DayOfWeek.of(DateWords.value(code)), number, whole.symbol())
                : new Symbol.Nth(unit, number, whole.symbol());
        return new Read(symbol, whole.end());
    }

    /** Reads the month after "the 25th of": "last month", "the month", but not the name of a month. */
    @Nullable
    Read dayOf(int day, int at) {
        Read month = whole(at);
        boolean relative = month != null
                && month.symbol() instanceof Symbol.Period(Unit unit, int ignoredLeast, int ignoredMost)
                && unit == Unit.MONTH;
        return month != null && relative ? new Read(new Symbol.Nth(Unit.DAY, day, month.symbol()), month.end()) : null;
    }

    /** Reads a month, season or year, given by name or as the current one. */
    private @Nullable Read whole(int at) {
        Read current = current(at);
        if (current != null) {
            return current;
        }
        Read read = calendar.figures().year(at) > 0 ? calendar.years().at(at, true) : reader.dated(at);
        boolean longer = read != null
                && switch (read.symbol()) {
                    case Symbol.Month ignored -> true;
                    case Symbol.Season ignored -> true;
                    case Symbol.Section ignored -> true;
                    case Symbol.Within ignored -> true;
                    case Symbol.Period(Unit unit, int least, int most) -> unit != Unit.DAY && least == most;
                    case Symbol.Absolute(StatedDate date) -> !date.isOneDay();
                    default -> false;
                };
        return longer ? read : null;
    }

    /** Reads "the month", "the year". */
    @Nullable
    Read current(int at) {
        Unit unit = THE.at(tokens, at) ? words.unit(at + 1) : null;
        return unit == null || unit == Unit.DAY ? null : new Read(new Symbol.Period(unit, 0, 0), at + 2);
    }

    /** Reads "year-end", "by year end", "by month's end" at the unit. */
    @Nullable
    Read edge(int at, Unit unit) {
        boolean genitive = at + 1 < tokens.size() && tokens.kind(at + 1) == TokenKind.GENITIVE;
        boolean dash = unit == Unit.YEAR && words.isDash(at + 1);
        boolean bare = unit == Unit.YEAR && BY.at(tokens, at - 1);
        int endAt = genitive || dash ? at + 2 : at + 1;
        boolean fits = (genitive || dash || bare) && unit != Unit.DAY && END.at(tokens, endAt);
        return fits ? new Read(new Symbol.PartOf(Part.END, new Symbol.Period(unit, 0, 0)), endAt + 1) : null;
    }
}
