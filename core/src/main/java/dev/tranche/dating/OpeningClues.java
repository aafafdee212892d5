package dev.tranche.dating;

import dev.tranche.mention.Words;
import dev.tranche.text.Sentence;
import dev.tranche.text.Tokens;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Clues from an attack whose beginning is given twice: as a weekday of the past week and as a day of a month. The year
 * is one in which that day has that weekday, and the report is from the week after it.
 */
final class OpeningClues {

    private static final Words OFFENSIVE =
            Words.of("offensive counteroffensive assault incursion attack operation invasion strike");
    private static final Words BEGAN =
            Words.of("launched launching began begun opened opening started mounted entered");
    private static final int NEAR = 6;
    private static final int LAST_OF_WEEK = 6;

    private final DatedText dated;
    private final Tokens tokens;

    private OpeningClues(DatedText dated) {
        this.dated = dated;
        this.tokens = dated.text().tokens();
    }

    static List<Reason> read(DatedText dated) {
        return new OpeningClues(dated).run();
    }

    private List<Reason> run() {
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < dated.expressions().size(); i++) {
            DateExpression day = dated.expressions().get(i);
            if (!(day.symbol() instanceof Symbol.MonthDay monthDay) || dated.tense(i) != Tense.PAST || !opens(day)) {
                continue;
            }
            for (int j = 0; j < dated.expressions().size(); j++) {
                DateExpression other = dated.expressions().get(j);
                boolean told = other.symbol() instanceof Symbol.Weekday(DayOfWeek ignored, Symbol.Which which)
                        && which == Symbol.Which.BARE
                        && dated.tense(j) == Tense.PAST
                        && opens(other);
                if (told && other.symbol() instanceof Symbol.Weekday weekday) {
                    DaySet days = weeksAfter(monthDay, weekday.day());
                    if (!days.isEmpty()) {
                        reasons.add(new Reason("opening", days, Optional.of(CalendarClues.span(tokens, day))));
                        return reasons;
                    }
                }
            }
        }
        return reasons;
    }

    private static DaySet weeksAfter(Symbol.MonthDay day, DayOfWeek weekday) {
        DaySet days = DaySet.NONE;
        for (int year = DaySet.FIRST.getYear(); year <= DaySet.LAST.getYear(); year++) {
            YearMonth month = YearMonth.of(year, day.month());
            if (month.isValidDay(day.day()) && month.atDay(day.day()).getDayOfWeek() == weekday) {
                LocalDate on = month.atDay(day.day());
                days = days.or(DaySet.between(on, on.plusDays(LAST_OF_WEEK)));
            }
        }
        return days;
    }

    private boolean opens(DateExpression date) {
        Sentence sentence = dated.text().sentenceOf(date.start());
        boolean offensive = false;
        boolean began = date.relation() == Relation.SINCE;
        for (int token = sentence.start(); token < sentence.end(); token++) {
            offensive |= OFFENSIVE.at(tokens, token);
            began |= token < date.start() && token >= date.start() - NEAR && BEGAN.at(tokens, token);
        }
        return offensive && began;
    }
}
