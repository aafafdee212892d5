package dev.tranche.dating;

import dev.tranche.dating.CalendarDates.Read;
import dev.tranche.dating.DateWords.Kind;
import dev.tranche.dating.Symbol.Which;
import dev.tranche.mention.OrdinalWords;
import dev.tranche.mention.Words;
import dev.tranche.text.TokenKind;
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
    private static final Words FRIDAY = Words.of("friday");
    private static final Words SUNDAY = Words.of("sunday");
    private static final Words MONDAY = Words.of("monday");
    private static final Words FY = Words.of("fy");
    private static final int LAST_CENTURY = 30;

    private final Tokens tokens;
    private final CalendarDates calendar;
    private final DateTokens words;
    private final FrameDates frames;

    SectionDates(Tokens tokens, CalendarDates calendar, DateTokens words, FrameDates frames) {
        this.tokens = tokens;
        this.calendar = calendar;
        this.words = words;
        this.frames = frames;
    }

    @Nullable
    Read holiday(int at, int value) {
        boolean genitive = at + 1 < tokens.size() && tokens.kind(at + 1) == TokenKind.GENITIVE;
        int next = genitive ? at + 2 : at + 1;
        boolean day = DAY.at(tokens, next) && tokens.isCapital(next);
        if (DateWords.kind(DateWords.code(tokens, at)) == Kind.HOLIDAY_DAY) {
            boolean friday = value == Holidays.GOOD_FRIDAY && FRIDAY.at(tokens, next);
            boolean named = tokens.isCapital(at) && (friday || day && value != Holidays.GOOD_FRIDAY);
            return named ? ofYear(holiday(value), next + 1) : null;
        }
        if (value == Holidays.EASTER && (SUNDAY.at(tokens, next) || MONDAY.at(tokens, next))) {
            return ofYear(holiday(SUNDAY.at(tokens, next) ? value : Holidays.EASTER_MONDAY), next + 1);
        }
        boolean eve = EVE.at(tokens, next) && !Holidays.isMovable(value);
        if (!eve && !day && !HOLIDAY_BEFORE.at(tokens, at - 1)) {
            return null;
        }
        return ofYear(holiday(eve ? value - 1 : value), eve || day ? next + 1 : at + 1);
    }

    private static Symbol holiday(int number) {
        return Holidays.isMovable(number)
                ? new Symbol.Holiday(number)
                : new Symbol.MonthDay(number / 100, number % 100);
    }

    /** Reads what an ordinal numbers: a quarter, a half, the first months, a week or weekday of a longer time. */
    @Nullable
    Read section(int at, int value) {
        int next = at + 1 + (words.isDash(at + 1) ? 1 : 0);
        Read section = numberedPart(value, next);
        if (section != null) {
            return section;
        }
        Read day = OF.at(tokens, next) ? calendar.ordinalDay(value, next + 1) : null;
        if (day != null) {
            return day;
        }
        if (words.unit(next) == Unit.CENTURY) {
            return century(OrdinalWords.at(tokens, at), next + 1);
        }
        return next == at + 1 ? frames.nth(next, value, false) : null;
    }

    private static @Nullable Read century(int number, int end) {
        return number < 2 || number > LAST_CENTURY
                ? null
                : new Read(new Symbol.Absolute(Unit.CENTURY.around(LocalDate.of((number - 1) * 100, 1, 1))), end);
    }

    /** Reads "19th century", "2nd quarter", "4Q", "1989 third quarter", "1990 fiscal year", "9/11" at the digits. */
    @Nullable
    Read numbered(int at) {
        int figure = calendar.figures().number(at);
        int code = DateWords.code(tokens, at + 1);
        if (figure < 1 || code == 0) {
            return null;
        }
        if (calendar.figures().year(at) > 0) {
            return ofYearBefore(at, code);
        }
        boolean glued = tokens.start(at + 1) == tokens.end(at);
        if (!glued || DateWords.kind(code) != Kind.NUMBERED_ENDING) {
            return null;
        }
        if (DateWords.value(code) == DateWords.QUARTER_ENDING) {
            return figure <= 4 ? ofYear(new Symbol.Section(Unit.QUARTER, figure, Which.BARE), at + 2) : null;
        }
        Read day = OF.at(tokens, at + 2) ? frames.dayOf(figure, at + 3) : null;
        if (day != null) {
            return day;
        }
        int next = at + 2 + (words.isDash(at + 2) ? 1 : 0);
        return words.unit(next) == Unit.CENTURY ? century(figure, next + 1) : numberedPart(figure, next);
    }

    private @Nullable Read ofYearBefore(int at, int code) {
        Symbol year = Years.whole(calendar.figures().year(at));
        if (DateWords.kind(code) == Kind.FISCAL && words.unit(at + 2) == Unit.YEAR) {
            return new Read(new Symbol.Absolute(fiscalYear(calendar.figures().year(at))), at + 3);
        }
        int next = at + 2 + (words.isDash(at + 2) ? 1 : 0);
        Read section = DateWords.kind(code) == Kind.ORDINAL ? numberedPart(DateWords.value(code), next) : null;
        return section != null && section.symbol() instanceof Symbol.Section
                ? new Read(new Symbol.Within(section.symbol(), year), section.end())
                : null;
    }

    private @Nullable Read numberedPart(int value, int next) {
        Unit unit = HALF.at(tokens, next) ? Unit.HALF : words.unit(next);
        int number = value > 0 ? value : unit == Unit.HALF ? 2 : 4;
        if (unit == Unit.QUARTER && number <= 4 || unit == Unit.HALF && number <= 2) {
            return ofYear(new Symbol.Section(unit, number, Which.BARE), next + 1);
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
        int year = calendar.figures().year(yearAt);
        if (year > 0) {
            Read years = calendar.years().at(yearAt, true);
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

    /** A business report's "fiscal 1989" is read as a year; a fiscal year is that of the United States' budget. */
    @Nullable
    Read fiscal(int at) {
        int next = at + 1;
        int yearAt = words.unit(next) == Unit.YEAR ? next + 1 : next;
        Read two = twoYears(yearAt);
        if (two != null) {
            return two;
        }
        if (FY.at(tokens, at) && calendar.figures().year(next) > 0) {
            return new Read(new Symbol.Absolute(fiscalYear(calendar.figures().year(next))), next + 1);
        }
        if (calendar.figures().year(next) > 0) {
            return new Read(Years.whole(calendar.figures().year(next)), next + 1);
        }
        boolean named = words.unit(next) == Unit.YEAR && calendar.figures().year(next + 1) > 0;
        return named
                ? new Read(new Symbol.Absolute(fiscalYear(calendar.figures().year(next + 1))), next + 2)
                : null;
    }

    /** Reads "2022-23", "2022/23" and "2022-2023" at the first year. */
    private @Nullable Read twoYears(int at) {
        int year = calendar.figures().year(at);
        boolean joined = year > 0 && (words.isDash(at + 1) || tokens.isSign(Math.min(at + 1, tokens.size() - 1), '/'));
        int last = joined ? calendar.figures().number(at + 2) : -1;
        boolean next = last == year + 1 || last == (year + 1) % 100;
        return joined && next ? new Read(new Symbol.Absolute(budgetYears(year)), at + 3) : null;
    }

    /** Budget years named by two years begin in April or July: India's, Japan's, Australia's, Pakistan's. */
    private static StatedDate budgetYears(int first) {
        return StatedDate.of(LocalDate.of(first, 4, 1), LocalDate.of(first + 1, 6, 30), Granularity.YEAR);
    }

    static StatedDate fiscalYear(int year) {
        LocalDate from = LocalDate.of(year - 1, FISCAL_START, 1);
        return StatedDate.of(from, from.plusYears(1).minusDays(1), Granularity.YEAR);
    }

    /** Fixes the year of a section or holiday when one follows. */
    Read ofYear(Symbol symbol, int end) {
        int yearAt = end + (OF_IN.at(tokens, end) || words.isComma(end) ? 1 : 0);
        yearAt += OF_IN.at(tokens, yearAt) ? 1 : 0;
        int year = calendar.figures().year(yearAt);
        if (year <= 0) {
            return new Read(symbol, end);
        }
        return Resolver.resolve(
                        new Symbol.Within(symbol, Years.whole(year)),
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
