package dev.tranche.dating;

import dev.tranche.dating.Reason.Strength;
import dev.tranche.mention.Words;
import dev.tranche.text.Sentence;
import dev.tranche.text.Span;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Clues that need nothing but the calendar: stated dates, datelines, years that have passed, addresses of pages. */
final class CalendarClues {

    private static final Words LABEL =
            Words.of("date dated published posted updated released issued publication opublikowano data");
    private static final int HEAD_TOKENS = 60;
    private static final int DATELINE_TOKENS = 14;
    private static final int LINE_TOKENS = 9;
    private static final int PAST_DAYS = 320;
    private static final int AROUND_DAYS = 190;
    private static final int LINK_DAYS = 30;

    private final DatedText dated;
    private final Tokens tokens;
    private final List<Reason> reasons = new ArrayList<>();

    private CalendarClues(DatedText dated) {
        this.dated = dated;
        this.tokens = dated.text().tokens();
    }

    static List<Reason> read(DatedText dated) {
        CalendarClues clues = new CalendarClues(dated);
        for (int i = 0; i < dated.expressions().size(); i++) {
            clues.clue(i);
        }
        clues.latestLink();
        return clues.reasons;
    }

    private void clue(int index) {
        DateExpression date = dated.expressions().get(index);
        switch (date.symbol()) {
            case Symbol.Absolute(StatedDate days) -> absolute(index, date, days);
            case Symbol.MonthDay(int month, int day) -> {
                if (isDateline(date)) {
                    add("dateline", Strength.CERTAIN, yearly(month, day, 0, 1), date);
                }
            }
            case Symbol.WeekdayOn(DayOfWeek weekday, Symbol.MonthDay day) -> weekday(index, date, weekday, day);
            case Symbol.Month(int month, Symbol.Which which) -> {
                if (which == Symbol.Which.BARE && dated.tense(index) == Tense.PAST && isAlone(date)) {
                    add("month.past", Strength.USUAL, MONTHS.get(month - 1), date);
                }
            }
            case Symbol.Between(Symbol first, Symbol last)
            when last instanceof Symbol.Absolute(StatedDate days) -> {
                if (dated.tense(index) == Tense.PAST && first instanceof Symbol.Absolute) {
                    since("date.past", days, date);
                }
            }
            case Symbol.PartOf(Part ignored, Symbol whole)
            when whole instanceof Symbol.Absolute -> {
                if (dated.tense(index) == Tense.PAST && date.relation() == Relation.WITHIN) {
                    Resolver.resolve(date.symbol(), DaySet.FIRST, Tense.PAST, Optional.empty())
                            .ifPresent(days -> since("date.past", days, date));
                }
            }
            default -> {}
        }
    }

    /** A month that no year of its sentence places is told within ten months of its end. */
    private boolean isAlone(DateExpression date) {
        Sentence sentence = dated.text().sentenceOf(date.start());
        for (int i = dated.firstFrom(sentence.start()); i < dated.expressions().size(); i++) {
            DateExpression other = dated.expressions().get(i);
            if (other.start() >= sentence.end()) {
                return true;
            }
            if (other.symbol() instanceof Symbol.Absolute || other.symbol() instanceof Symbol.Anchored) {
                return false;
            }
        }
        return true;
    }

    private static final int TOLD_MONTHS = 11;
    private static final List<DaySet> MONTHS =
            IntStream.rangeClosed(1, 12).mapToObj(CalendarClues::told).toList();

    private static DaySet told(int month) {
        DaySet days = DaySet.NONE;
        for (int year = DaySet.FIRST.getYear() - 1; year <= DaySet.LAST.getYear(); year++) {
            LocalDate first = LocalDate.of(year, month, 1);
            days = days.or(DaySet.between(first, first.plusMonths(TOLD_MONTHS).minusDays(1)));
        }
        return days;
    }

    private void absolute(int index, DateExpression date, StatedDate days) {
        LocalDate from = days.from().orElse(DaySet.FIRST);
        if (days.to().isEmpty() || from.isBefore(DaySet.FIRST) || from.isAfter(DaySet.LAST)) {
            return;
        }
        if (isInAddress(date) || isPost(date)) {
            since("address", days, date);
            return;
        }
        if (days.isOneDay() && isDateline(date)) {
            add("dateline", Strength.STATED, DaySet.between(from, from.plusDays(1)), date);
            return;
        }
        if (days.isOneDay() && isStatement(date)) {
            add("stated", Strength.STATED, DaySet.between(from, from), date);
            return;
        }
        boolean reaches = date.relation() == Relation.WITHIN || date.relation() == Relation.SINCE;
        Tense tense = dated.tense(index);
        boolean since = date.relation() == Relation.SINCE;
        boolean until = date.relation() == Relation.UNTIL && tense == Tense.FUTURE;
        if (until && days.to().get().isAfter(DaySet.FIRST)) {
            add("date.due", Strength.USUAL, DaySet.until(days.to().get()), date);
        }
        if (reaches && !isDue(date) && (tense == Tense.PAST || since)) {
            since("date.past", days, date);
        }
    }

    /** "For 2023", "to May 2023", "beginning in 2023" tell of something due whatever the verb. */
    private boolean isDue(DateExpression date) {
        int before = date.start() - 1;
        return DUE.at(tokens, before) || IN.at(tokens, before) && DUE.at(tokens, before - 1);
    }

    private static final Words DUE =
            Words.of("for to beginning starting coming from planned predictions towards toward into");
    private static final Words IN = Words.of("in on the");

    private void since(String rule, StatedDate days, DateExpression date) {
        LocalDate from = days.from().orElse(DaySet.FIRST);
        if (from.isAfter(DaySet.FIRST) && !from.isAfter(DaySet.LAST)) {
            add(rule, Strength.CALENDAR, DaySet.since(from), date);
        }
    }

    private void weekday(int index, DateExpression date, DayOfWeek weekday, Symbol.MonthDay day) {
        boolean dateline = isDateline(date);
        Tense tense = dated.tense(index);
        DaySet days = DaySet.NONE;
        for (int year = DaySet.FIRST.getYear(); year <= DaySet.LAST.getYear(); year++) {
            YearMonth month = YearMonth.of(year, day.month());
            if (!month.isValidDay(day.day()) || month.atDay(day.day()).getDayOfWeek() != weekday) {
                continue;
            }
            LocalDate on = month.atDay(day.day());
            int before = tense == Tense.FUTURE ? PAST_DAYS : tense == Tense.PAST ? 0 : AROUND_DAYS;
            int after = tense == Tense.FUTURE ? 0 : tense == Tense.PAST ? PAST_DAYS : AROUND_DAYS;
            days = days.or(
                    dateline
                            ? DaySet.between(on, on.plusDays(1))
                            : DaySet.between(on.minusDays(before), on.plusDays(after)));
        }
        add(dateline ? "dateline" : "weekday.day", dateline ? Strength.CERTAIN : Strength.CALENDAR, days, date);
    }

    private static DaySet yearly(int month, int day, int before, int after) {
        DaySet days = DaySet.NONE;
        for (int year = DaySet.FIRST.getYear(); year <= DaySet.LAST.getYear(); year++) {
            YearMonth of = YearMonth.of(year, month);
            if (of.isValidDay(day)) {
                LocalDate on = of.atDay(day);
                days = days.or(DaySet.between(on.minusDays(before), on.plusDays(after)));
            }
        }
        return days;
    }

    /** A place in front, possibly with a country, and a colon, dash or agency behind. */
    private boolean isDateline(DateExpression date) {
        Sentence sentence = dated.text().sentenceOf(date.start());
        boolean early =
                date.start() < HEAD_TOKENS + DATELINE_TOKENS && date.start() - sentence.start() <= DATELINE_TOKENS;
        int next = date.end();
        if (!early || next >= tokens.size() || !isDatelineEnd(next) || date.start() == sentence.start()) {
            return false;
        }
        int from = Math.max(sentence.start(), date.start() - 4);
        boolean place = false;
        for (int token = from; token < date.start(); token++) {
            if (tokens.isWord(token)) {
                place = tokens.isCapital(token);
                if (!place) {
                    return false;
                }
            }
        }
        return place;
    }

    private boolean isDatelineEnd(int token) {
        return tokens.isSign(token, ':')
                || tokens.isSign(token, '-')
                || tokens.isSign(token, '\u2013')
                || tokens.isSign(token, '\u2014')
                || tokens.isSign(token, '(') && tokens.isCapital(Math.min(token + 1, tokens.size() - 1));
    }

    /** A date behind a label, or alone in a line, at the head or foot of the report. */
    private boolean isStatement(DateExpression date) {
        boolean head = date.start() < HEAD_TOKENS;
        boolean foot = date.end() > tokens.size() - HEAD_TOKENS;
        if (!head && !foot) {
            return false;
        }
        int before = date.start() - 1;
        boolean colon = before > 0 && tokens.isSign(before, ':');
        if (LABEL.at(tokens, colon ? before - 1 : before)) {
            return colon || head;
        }
        Sentence sentence = dated.text().sentenceOf(date.start());
        boolean alone = sentence.paragraphStart()
                && sentence.end() - sentence.start() <= Math.min(LINE_TOKENS, date.end() - date.start() + 3);
        boolean otherWords = false;
        for (int token = sentence.start(); token < sentence.end(); token++) {
            boolean own = token >= date.start() && token < date.end();
            otherWords |= !own && tokens.isWord(token) && !LABEL.at(tokens, token);
        }
        return alone && !otherWords;
    }

    /** A post that is quoted with its author's account and its day: "(@harbour_watch) March 3, 2024". */
    private boolean isPost(DateExpression date) {
        if (date.start() < 3 || !tokens.isSign(date.start() - 1, ')')) {
            return false;
        }
        for (int token = date.start() - 2; token >= Math.max(0, date.start() - POST_TOKENS); token--) {
            if (tokens.text().charAt(tokens.start(token)) == '@') {
                return true;
            }
        }
        return false;
    }

    private static final int POST_TOKENS = 7;

    private boolean isInAddress(DateExpression date) {
        String text = tokens.text();
        int at = tokens.start(date.start());
        int slashes = 0;
        while (at > 0 && !Character.isWhitespace(text.charAt(at - 1)) && text.charAt(at - 1) != '(') {
            at--;
            slashes += text.charAt(at) == '/' ? 1 : 0;
        }
        return slashes >= 2 && tokens.kind(date.start()) == TokenKind.NUMBER;
    }

    /** The newest page that a text links to is rarely older than a month. */
    private void latestLink() {
        Optional<DateExpression> latest = Optional.empty();
        LocalDate day = DaySet.FIRST;
        for (DateExpression date : dated.expressions()) {
            if (date.symbol() instanceof Symbol.Absolute(StatedDate days)
                    && days.isOneDay()
                    && (isInAddress(date) || isPost(date))
                    && days.from().orElseThrow().isAfter(day)) {
                latest = Optional.of(date);
                day = days.from().get();
            }
        }
        if (latest.isPresent() && !day.isAfter(DaySet.LAST)) {
            add("address.recent", Strength.USUAL, DaySet.between(day, day.plusDays(LINK_DAYS)), latest.get());
        }
    }

    private void add(String rule, Strength strength, DaySet days, DateExpression date) {
        if (!days.isEmpty()) {
            reasons.add(new Reason(rule, strength, days, Optional.of(span(tokens, date))));
        }
    }

    static Span span(Tokens tokens, DateExpression date) {
        return tokens.span(date.start(), date.end() - 1);
    }
}
