package dev.tranche.dating;

import java.time.DayOfWeek;

/**
 * A date as named in words, before the day of writing is known.
 *
 * <p>{@link Resolver} turns it into days. Years are those of the Common Era from 1 to 9999.
 */
sealed interface Symbol {

    /** Which of the months, weekdays or seasons with one name. */
    enum Which {
        /** Not stated: tense and proximity decide. */
        BARE,
        LAST,
        THIS,
        NEXT
    }

    /** Days that need no reference. */
    record Absolute(StatedDate date) implements Symbol {}

    /** A month without a year. */
    record Month(int month, Which which) implements Symbol {}

    /** A day of a month without a year. */
    record MonthDay(int month, int day) implements Symbol {}

    /** A day of the week. */
    record Weekday(DayOfWeek day, Which which) implements Symbol {}

    /** A day of the week stated together with a day of a month. */
    record WeekdayOn(DayOfWeek weekday, MonthDay day) implements Symbol {}

    /** A day in digits that may be read month first or day first. */
    record Ambiguous(StatedDate monthFirst, StatedDate dayFirst) implements Symbol {}

    /** A season without a year: 1 spring to 4 winter. */
    record Season(int season, Which which) implements Symbol {}

    /** The first, second … quarter or half without a year. */
    record Section(Unit unit, int number, Which which) implements Symbol {}

    /** The first months of a year without its number: "the first nine months". */
    record FirstMonths(int months) implements Symbol {}

    /** The unit that contains the reference, shifted by least to most units: "last week" is -1 to -1. */
    record Period(Unit unit, int least, int most) implements Symbol {}

    /** Some units before (negative) or after the reference: "the past three months". */
    record Stretch(Unit unit, int count) implements Symbol {}

    /** A shift from the date mentioned last: "a year earlier", "the next day". */
    record Anchored(Unit unit, int shift) implements Symbol {}

    /** A part of another date: "late December", "earlier this week". */
    record PartOf(Part part, Symbol whole) implements Symbol {}

    /** A date within another: "Monday of last week", "October 25 last year". */
    record Within(Symbol inner, Symbol outer) implements Symbol {}

    /** A range: "May 3 to 5". */
    record Between(Symbol first, Symbol last) implements Symbol {}

    /** A day observed every year, by its number in {@link Holidays}. */
    record Holiday(int number) implements Symbol {}

    /** The unit that contains another date: "the week of March 4". */
    record Around(Unit unit, Symbol inner) implements Symbol {}

    /** Some units that end with another date: "the six months ended Dec. 31". */
    record Ending(Unit unit, int count, Symbol last) implements Symbol {}

    /** A date some units before or after another: "two days after Christmas". */
    record Shifted(Symbol base, Unit unit, int count) implements Symbol {}

    /** One of the units of a longer period, from 1; -1 for the last: "the first week of March". */
    record Nth(Unit unit, int number, Symbol whole) implements Symbol {}

    /** One of the weekdays of a longer period, from 1; -1 for the last: "the last Monday of May". */
    record NthWeekday(DayOfWeek day, int number, Symbol whole) implements Symbol {}

    /** Some units ahead, provided the words refer to the future: "in two weeks"; all of them for "within". */
    record Ahead(Unit unit, int count, boolean within) implements Symbol {}
}
