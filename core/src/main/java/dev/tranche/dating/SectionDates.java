package dev.tranche.dating;

import dev.tranche.dating.CalendarDates.Read;
import dev.tranche.dating.DateWords.Kind;
import dev.tranche.dating.Symbol.Which;
import dev.tranche.mention.Words;
import dev.tranche.text.Tokens;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads sections of a year: quarters, halves, seasons, fiscal years and holidays, with the year that may follow. */
final class SectionDates {

    private static final int FISCAL_START = 10;
    private static final Words SEASON_BEFORE =
            Words.of("in during since until by before after this the over through late early mid");
    private static final Words FALL = Words.of("fall spring");
    private static final Words HOLIDAY_BEFORE = Words.of("on by before after until since at");
    private static final Words IN = Words.of("in during since until by before after over through");
    private static final Words HALF = Words.of("half");
    private static final Words OF_IN = Words.of("of in");
    private static final Words OF = Words.of("of");
    private static final Words AND = Words.of("and");
    private static final Words EVE = Words.of("eve");
    private static final Words DAY = Words.of("day");

    private final Tokens tokens;
    private final CalendarDates calendar;
    private final DateTokens words;

    SectionDates(Tokens tokens, CalendarDates calendar, DateTokens words) {
        this.tokens = tokens;
        this.calendar = calendar;
        this.words = words;
    }

    @Nullable
    Read holiday(int at, int value) {
        boolean eve = EVE.at(tokens, at + 1);
        if (!eve && !DAY.at(tokens, at + 1) && !HOLIDAY_BEFORE.at(tokens, at - 1)) {
            return null;
        }
        int end = eve || DAY.at(tokens, at + 1) ? at + 2 : at + 1;
        return ofYear(new Symbol.MonthDay(value / 100, value % 100 - (eve ? 1 : 0)), end);
    }

    @Nullable
    Read section(int at, int value) {
        int next = at + 1 + (words.isDash(at + 1) ? 1 : 0);
        Unit unit = HALF.at(tokens, next) ? Unit.HALF : words.unit(next);
        if (unit == Unit.QUARTER && value <= 4 || unit == Unit.HALF && value <= 2) {
            return ofYear(new Symbol.Section(unit, value, Which.BARE), next + 1);
        }
        int months = words.count(next);
        if (value == 1 && months >= 2 && months <= 11 && words.unit(next + 1) == Unit.MONTH) {
            return ofYear(new Symbol.FirstMonths(months), next + 2);
        }
        return null;
    }

    @Nullable
    Read season(int at, int value) {
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
        boolean ofOther = OF.at(tokens, next) && FALL.at(tokens, at) && !words.isThis(next + 1);
        if (!SEASON_BEFORE.at(tokens, at - 1)
                || ofOther
                || FALL.at(tokens, at) && !IN.at(tokens, at - 2) && !IN.at(tokens, at - 1)) {
            return null;
        }
        return new Read(new Symbol.Season(value, Which.BARE), next);
    }

    private static StatedDate seasons(int first, int last, int year) {
        LocalDate from = LocalDate.of(year, first * 3, 1);
        LocalDate to = LocalDate.of(last < first ? year + 1 : year, last * 3, 1)
                .plusMonths(3)
                .minusDays(1);
        return StatedDate.of(from, to, first == last ? Granularity.SEASON : Granularity.SPAN);
    }

    /** A business report's "fiscal 1989" is told as a year; a fiscal year is that of the United States' budget. */
    @Nullable
    Read fiscal(int at) {
        int next = at + 1;
        if (calendar.year(next) > 0) {
            return new Read(CalendarDates.whole(calendar.year(next)), next + 1);
        }
        boolean named = words.unit(next) == Unit.YEAR && calendar.year(next + 1) > 0;
        return named ? new Read(new Symbol.Absolute(fiscalYear(calendar.year(next + 1))), next + 2) : null;
    }

    static StatedDate fiscalYear(int year) {
        LocalDate from = LocalDate.of(year - 1, FISCAL_START, 1);
        return StatedDate.of(from, from.plusYears(1).minusDays(1), Granularity.YEAR);
    }

    /** Fixes the year of a section or holiday when one follows. */
    Read ofYear(Symbol symbol, int end) {
        int yearAt = end + (OF_IN.at(tokens, end) || words.isComma(end) ? 1 : 0);
        yearAt += OF_IN.at(tokens, yearAt) ? 1 : 0;
        int year = calendar.year(yearAt);
        if (year <= 0) {
            return new Read(symbol, end);
        }
        return Resolver.resolve(
                        new Symbol.Within(symbol, CalendarDates.whole(year)),
                        LocalDate.of(year, 12, 31),
                        Tense.PAST,
                        Optional.empty())
                .map(date -> new Read(new Symbol.Absolute(date), yearEnd(end)))
                .orElse(new Read(symbol, end));
    }

    private int yearEnd(int end) {
        int yearAt = end + (OF_IN.at(tokens, end) || words.isComma(end) ? 1 : 0);
        return yearAt + (OF_IN.at(tokens, yearAt) ? 1 : 0) + 1;
    }
}
