package dev.tranche.dating;

import dev.tranche.dating.CalendarDates.Read;
import dev.tranche.mention.Words;
import dev.tranche.text.Tokens;

/** Reads "the day before yesterday", "the day after tomorrow", "the day before" and "the day after" at "day". */
final class RelativeDay {

    static final Words BEFORE = Words.of("before");
    static final Words AFTER = Words.of("after");

    private static final Words YESTERDAY = Words.of("yesterday");
    private static final Words TOMORROW = Words.of("tomorrow");

    private RelativeDay() {}

    static Read read(Tokens tokens, int day) {
        boolean before = BEFORE.at(tokens, day + 1);
        if (before && YESTERDAY.at(tokens, day + 2)) {
            return new Read(new Symbol.Period(Unit.DAY, -2, -2), day + 3);
        }
        if (!before && TOMORROW.at(tokens, day + 2)) {
            return new Read(new Symbol.Period(Unit.DAY, 2, 2), day + 3);
        }
        return new Read(new Symbol.Anchored(Unit.DAY, before ? -1 : 1), day + 2);
    }
}
