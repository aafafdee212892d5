package dev.tranche.dating;

import dev.tranche.dating.CalendarDates.Read;
import dev.tranche.dating.DateWords.Kind;
import dev.tranche.mention.Words;
import dev.tranche.text.Tokens;
import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/** Reads counted times: "two weeks ago", "a year earlier", "the past three months", "recent days". */
final class CountedDates {

    private static final int SOME_LEAST = -8;
    private static final int SOME_MOST = -2;
    private static final int FORTNIGHT_WEEKS = 2;
    private static final int HALF_CENTURY_YEARS = 50;
    private static final int HALF_DECADE_YEARS = 5;
    private static final int HALF_YEAR_MONTHS = 6;
    private static final int MOST = 1000;
    private static final Words IN = Words.of("in");
    private static final Words WITHIN = Words.of("within");
    private static final Words HALF = Words.of("half");
    private static final Words FEW_OF = Words.of("a");
    private static final Words NOW = Words.of("now today");
    private static final Words OF = Words.of("of");
    private static final Words AND = Words.of("and");
    private static final Words OR = Words.of("or to");
    private static final Words SO = Words.of("so");
    private static final Words ON = Words.of("on");
    private static final Words FROM = Words.of("from");

    private final Tokens tokens;
    private final DateTokens words;
    private final FrameDates frames;

    CountedDates(Tokens tokens, DateTokens words, FrameDates frames) {
        this.tokens = tokens;
        this.words = words;
        this.frames = frames;
    }

    /** "Recent days" and "the coming months": the number is not stated, so the next larger unit is the limit. */
    static @Nullable Read few(int value, Unit unit, int end) {
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

    @Nullable
    Read stretch(int value, int next) {
        boolean back = value == DateWords.LAST || value == DateWords.PAST;
        boolean ahead = value == DateWords.NEXT || value == DateWords.COMING;
        int count = words.count(next);
        Unit unit = words.unit(next + 1);
        if (unit == null && count == 1 && FEW_OF.at(tokens, next)) {
            unit = words.unit(next + 2);
        }
        if (unit == null || count == 0 || !back && !ahead) {
            return null;
        }
        if (count < 0) {
            return few(back ? DateWords.PAST : DateWords.COMING, unit, next + 2);
        }
        int end = words.unit(next + 1) != null ? next + 2 : next + 3;
        return count > 500 ? null : new Read(new Symbol.Stretch(unit, back ? -count : count), end);
    }

    @Nullable
    Read counted(int at) {
        int count = words.count(at);
        int next = at + 1;
        int extra = 0;
        if (count == 1 && words.count(next) != 0 && FEW_OF.at(tokens, at)) {
            count = words.count(next);
            next++;
        }
        if (OF.at(tokens, next)) {
            next++;
        }
        if (AND.at(tokens, next) && FEW_OF.at(tokens, next + 1) && HALF.at(tokens, next + 2)) {
            extra = 1;
            next += 3;
        }
        int least = count;
        boolean range = count > 0 && (OR.at(tokens, next) || words.isDash(next)) && words.count(next + 1) > count;
        if (range) {
            count = words.count(next + 1);
            next += 2;
        }
        next += words.isDash(next) ? 1 : 0;
        Unit unit = words.unit(next);
        if (range) {
            return unit == null || unit == Unit.WEEKEND || unit == Unit.FORTNIGHT
                    ? null
                    : ago(least, count, unit, next + 1);
        }
        if (count == 0 || unit == null || unit == Unit.WEEKEND) {
            return null;
        }
        boolean fortnight = unit == Unit.FORTNIGHT && count > 0;
        count = fortnight ? FORTNIGHT_WEEKS * count : count;
        unit = fortnight ? Unit.WEEK : unit;
        boolean orSo = OR.at(tokens, next + 1) && SO.at(tokens, next + 2);
        if (orSo && count > 0) {
            return ago(count, count + 1, unit, next + 3);
        }
        Read shifted = shifted(count, extra, unit, next + 1);
        return shifted != null || count < 1 || count > MOST ? shifted : framed(at, count, unit, next);
    }

    /** "Two days before Christmas", "the six months ended Dec. 31", "in two weeks", "within a month". */
    private @Nullable Read framed(int at, int count, Unit unit, int unitAt) {
        Read weeks = weeksOn(count, unit, unitAt);
        if (weeks != null) {
            return weeks;
        }
        Read shifted = frames.shifted(count, unit, unitAt + 1);
        Read framed = shifted != null || count == 1 ? shifted : frames.framed(unitAt, count, unit);
        if (framed != null) {
            return framed;
        }
        boolean in = IN.at(tokens, at - 1);
        boolean ends = unitAt + 1 >= tokens.size() || !tokens.isWord(unitAt + 1) && !words.isDash(unitAt + 1);
        return (in || WITHIN.at(tokens, at - 1)) && ends && !words.isDash(unitAt - 1)
                ? new Read(new Symbol.Ahead(unit, count, !in), unitAt + 1)
                : null;
    }

    /** "Two or three days ago". */
    private @Nullable Read ago(int least, int most, Unit unit, int after) {
        int code = DateWords.code(tokens, after);
        boolean ago = code != 0 && DateWords.kind(code) == Kind.AGO && DateWords.value(code) == 1;
        return ago && most <= MOST ? new Read(new Symbol.Period(unit, -most, -least), after + 1) : null;
    }

    /** "A week on Tuesday", "three weeks tomorrow": counted from the next such day. */
    private @Nullable Read weeksOn(int count, Unit unit, int unitAt) {
        if (unit != Unit.WEEK || count < 1 || count > MOST) {
            return null;
        }
        int next = unitAt + 1 + (ON.at(tokens, unitAt + 1) ? 1 : 0);
        int code = DateWords.code(tokens, next);
        if (code == 0) {
            return null;
        }
        if (DateWords.kind(code) == Kind.WEEKDAY && next > unitAt + 1) {
            Symbol day = new Symbol.Weekday(DayOfWeek.of(DateWords.value(code)), Symbol.Which.NEXT);
            return new Read(new Symbol.Shifted(day, unit, count), next + 1);
        }
        boolean day = DateWords.kind(code) == Kind.DAY && DateWords.value(code) >= 0 && next == unitAt + 1;
        Symbol base = new Symbol.Period(Unit.DAY, DateWords.value(code), DateWords.value(code));
        return day ? new Read(new Symbol.Shifted(base, unit, count), next + 1) : null;
    }

    /** "Half a century ago" counts in years, "half a year ago" in months. */
    @Nullable
    Read half(int at) {
        Unit whole = FEW_OF.at(tokens, at + 1) ? words.unit(at + 2) : null;
        if (whole == Unit.CENTURY) {
            return shifted(HALF_CENTURY_YEARS, 0, Unit.YEAR, at + 3);
        }
        if (whole == Unit.DECADE) {
            return shifted(HALF_DECADE_YEARS, 0, Unit.YEAR, at + 3);
        }
        return whole == Unit.YEAR ? shifted(HALF_YEAR_MONTHS, 0, Unit.MONTH, at + 3) : null;
    }

    private @Nullable Read shifted(int count, int extra, Unit unit, int after) {
        int code = DateWords.code(tokens, after);
        boolean fromNow = FROM.at(tokens, after) && NOW.at(tokens, after + 1);
        if (code == 0 && !fromNow || count > MOST) {
            return null;
        }
        if (fromNow || DateWords.kind(code) == Kind.AGO) {
            int sign = fromNow || DateWords.value(code) > 1 ? 1 : -1;
            int nearest = count < 0 ? SOME_MOST : -count;
            int farthest = count < 0 ? SOME_LEAST : -count - extra;
            Symbol symbol = sign < 0
                    ? new Symbol.Period(unit, farthest, nearest)
                    : new Symbol.Period(unit, -nearest, -farthest);
            return new Read(symbol, fromNow ? after + 2 : after + 1);
        }
        boolean shift = DateWords.kind(code) == Kind.PART && DateWords.value(code) >= DateWords.EARLIER;
        if (!shift || count < 0) {
            return null;
        }
        int sign = DateWords.value(code) == DateWords.EARLIER ? -1 : 1;
        return new Read(new Symbol.Anchored(unit, sign * count), after + 1);
    }
}
