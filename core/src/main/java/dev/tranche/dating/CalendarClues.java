package dev.tranche.dating;

import dev.tranche.mention.Words;
import dev.tranche.text.Sentence;
import dev.tranche.text.Span;
import dev.tranche.text.Tokens;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Clues from the calendar alone: stated dates, datelines, the most recent past days, the nearest days
 * ahead, days and months without a year.
 *
 * <p>Of all days of one kind only the two latest count; the others say little about the day of the report.
 */
final class CalendarClues {

    private static final Words DUE =
            Words.of("for to beginning starting coming from planned predictions towards toward into through");
    private static final Words IN = Words.of("in on the");
    private static final Words AS = Words.of("as");
    private static final Words OF_AT = Words.of("of at");
    private static final Words TODAY = Words.of("today");
    private static final Words BEGAN = Words.of(
            "began begun broke erupted started launched invaded outbreak beginning start zaczęła wybuchła rozpoczęła");
    private static final Words CHANGED = Words.of("amended updated corrected modified changed revised");
    private static final Words ARTICLE = Words.of("a an the");
    private static final int LEAD_SENTENCES = 4;
    private static final int MONTH_DAYS = 100;
    private static final int YEAR_DAYS = 400;

    /** A year named this often is the subject of the report. */
    private static final int OFTEN = 3;

    /** Days and months without a year beyond this many only repeat the first. */
    private static final int MOST_YEARLY = 3;

    private final DatedText dated;
    private final Tokens tokens;
    private final HeadDates heads;
    private final Set<War> wars;

    private final Set<LocalDate> ranked = new HashSet<>();
    private final Set<DaySet> told = new HashSet<>();
    private final Map<Integer, Integer> mentions = new HashMap<>();
    private final List<Reason> reasons = new ArrayList<>();
    private final Map<String, List<Named>> named = new HashMap<>();
    private final Map<String, Integer> yearly = new HashMap<>();

    /** Does the report speak of "this year", so that a year it names by number is probably another? */
    private boolean thisYear;

    /** A calendar date with what determines its rank. */
    private record Named(LocalDate from, LocalDate to, DateExpression date, boolean lead) {}

    private CalendarClues(DatedText dated, Set<War> wars) {
        this.dated = dated;
        this.wars = wars;
        this.tokens = dated.text().tokens();
        this.heads = new HeadDates(dated);
    }

    static List<Reason> read(DatedText dated, Set<War> wars, BitSet names) {
        CalendarClues clues = new CalendarClues(dated, wars);
        clues.count();
        for (int i = 0; i < dated.expressions().size(); i++) {
            if (!names.get(dated.expressions().get(i).start())) {
                clues.clue(i);
            }
        }
        for (DateExpression year : NamedYears.find(dated)) {
            if (!names.get(year.start()) && year.symbol() instanceof Symbol.Absolute(StatedDate days)) {
                clues.put("year.named", year, days);
            }
        }
        clues.rank("caption", true);
        clues.rank("year.title", true);
        clues.rank("year.often", true);
        clues.rank("past", true);
        clues.rank("bare", true);
        clues.rank("known", true);
        clues.rank("since", true);
        clues.rank("fiscal", true);
        clues.rank("ahead", false);
        clues.rank("year.named", true);
        clues.rank("post", true);
        clues.rank("link", true);
        return clues.reasons;
    }

    /** Counts how often each year is named as a whole. */
    private void count() {
        for (DateExpression date : dated.expressions()) {
            if (date.symbol() instanceof Symbol.Absolute(StatedDate days) && isYear(days)) {
                mentions.merge(days.from().orElseThrow().getYear(), 1, Integer::sum);
            }
            thisYear |= isThisYear(date.symbol());
        }
    }

    private static boolean isThisYear(Symbol symbol) {
        return switch (symbol) {
            case Symbol.Period(Unit unit, int least, int most) -> unit == Unit.YEAR && least == 0 && most == 0;
            case Symbol.PartOf(Part ignored, Symbol whole) -> isThisYear(whole);
            default -> false;
        };
    }

    private static boolean isYear(StatedDate days) {
        return days.isClosed() && days.granularity() == Granularity.YEAR;
    }

    private void clue(int index) {
        DateExpression date = dated.expressions().get(index);
        switch (date.symbol()) {
            case Symbol.Absolute(StatedDate days) -> absolute(index, date, days);
            case Symbol.MonthDay day -> {
                if (heads.isDateline(date)) {
                    add("dateline.day", YearlyDays.day(day.month(), day.day()), date);
                } else {
                    yearly("monthday", index, date, YearlyDays.day(day.month(), day.day()));
                }
            }
            case Symbol.WeekdayOn(DayOfWeek weekday, Symbol.MonthDay day) -> {
                DaySet days = YearlyDays.day(day.month(), day.day()).and(DaySet.on(Set.of(weekday)));
                if (heads.isDateline(date)) {
                    add("dateline.day", days, date);
                } else {
                    yearly("weekday.day", index, date, days);
                }
            }
            case Symbol.Month(int month, Symbol.Which which) -> {
                if (which == Symbol.Which.BARE && isAlone(date)) {
                    yearly("month", index, date, YearlyDays.month(month));
                }
            }
            case Symbol.Between(Symbol first, Symbol last)
            when last instanceof Symbol.Absolute(StatedDate days) -> {
                if (first instanceof Symbol.Absolute) {
                    family(index, date, days);
                }
            }
            case Symbol.PartOf(Part ignored, Symbol whole)
            when whole instanceof Symbol.Absolute ->
                Resolver.resolve(date.symbol(), DaySet.FIRST, Tense.PAST, Optional.empty())
                        .ifPresent(days -> family(index, date, days));
            default -> {}
        }
    }

    /** Does no other year of the sentence date this month? */
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

    /** A day or month named again adds nothing, whatever the tense. */
    private void yearly(String kind, int index, DateExpression date, DaySet days) {
        if (!told.add(days)) {
            return;
        }
        String rule = kind + "." + tense(index, date);
        int count = yearly.merge(rule, 1, Integer::sum);
        if (count <= MOST_YEARLY) {
            add(rule + (isLead(date) ? ".lead" : ""), days, date);
        }
    }

    private String tense(int index, DateExpression date) {
        if (date.relation() == Relation.SINCE
                || date.relation() == Relation.AFTER && dated.tense(index) != Tense.FUTURE) {
            return "since";
        }
        if (isDue(date)) {
            return "bare";
        }
        return switch (dated.tense(index)) {
            case PAST -> "past";
            case FUTURE -> "ahead";
            case UNKNOWN -> "bare";
        };
    }

    private boolean isLead(DateExpression date) {
        return dated.text().sentenceIndex(date.start()) < LEAD_SENTENCES;
    }

    private void absolute(int index, DateExpression date, StatedDate days) {
        LocalDate from = days.from().orElse(DaySet.FIRST);
        if (days.to().isEmpty() || from.isBefore(DaySet.FIRST) || from.isAfter(DaySet.LAST)) {
            return;
        }
        if (heads.isInAddress(date) || heads.isPost(date)) {
            put(heads.isPost(date) ? "post" : "link", date, days);
            return;
        }
        if (days.isOneDay() && oneDay(date, from)) {
            return;
        }
        family(index, date, days);
    }

    private boolean oneDay(DateExpression date, LocalDate day) {
        DaySet on = DaySet.between(day, day);
        if (CHANGED.at(tokens, date.start() - 1)
                || IN.at(tokens, date.start() - 1) && CHANGED.at(tokens, date.start() - 2)) {
            add("changed", DaySet.until(day), on, date);
            return true;
        }
        if (heads.isDateline(date)) {
            add("dateline", on, date);
            return true;
        }
        if (heads.isStatement(date)) {
            add("stated", on, date);
            return true;
        }
        boolean now = OF_AT.at(tokens, date.start() - 1) && AS.at(tokens, date.start() - 2)
                || TODAY.at(tokens, date.start() - 1)
                || TODAY.at(tokens, date.start() - 2) && tokens.isSign(date.start() - 1, ',');
        if (now) {
            add("asof", on, date);
        }
        return now;
    }

    /**
     * Sorts a date into past, ahead or neither; kept apart are years that say more (in a headline, or named again and
     * again) and dates that say less (the year of a known war, a fiscal year, the beginning of a comparison).
     */
    private void family(int index, DateExpression date, StatedDate days) {
        if (date.relation() == Relation.BEFORE || warBegan(date, days)) {
            return;
        }
        if (heads.isCaption(date)) {
            put("caption", date, days);
            return;
        }
        boolean named = isYear(days) && isAttribute(date);
        boolean ahead = !named
                && (date.relation() == Relation.UNTIL || tense(index, date).equals("ahead"));
        if (isFiscal(date)) {
            put(tense(index, date).equals("ahead") ? "ahead" : "fiscal", date, days);
        } else if (isKnown(date, days)) {
            put("known", date, days);
        } else if (date.relation() == Relation.SINCE) {
            put("since", date, days);
        } else if (isYear(days) && dated.text().sentenceOf(date.start()).title()) {
            put("year.title", date, days);
        } else if (!ahead
                && isYear(days)
                && mentions.getOrDefault(days.from().orElseThrow().getYear(), 0) >= OFTEN) {
            put("year.often", date, days);
        } else if (named) {
            put("year.named", date, days);
        } else {
            String tense = ahead ? "ahead" : tense(index, date);
            put(tense.equals("since") ? "past" : tense, date, days);
        }
    }

    /** "The 2015 accord", "resolution 40 (2015)": such a year belongs to a name, and no verb tells its tense. */
    private boolean isAttribute(DateExpression date) {
        boolean bracketed = tokens.isSign(date.start() - 1, '(') && tokens.isSign(date.end(), ')');
        return bracketed || ARTICLE.at(tokens, date.start() - 1) && tokens.isWord(date.end());
    }

    private boolean isFiscal(DateExpression date) {
        for (int token = date.start(); token < date.end(); token++) {
            int code = DateWords.code(tokens, token);
            if (code != 0
                    && (DateWords.kind(code) == DateWords.Kind.FISCAL
                            || DateWords.kind(code) == DateWords.Kind.FISCAL_CODE)) {
                return true;
            }
        }
        return false;
    }

    /** The year in which a war in the report began is mentioned for decades. */
    private boolean isKnown(DateExpression date, StatedDate days) {
        if (!isYear(days)) {
            return false;
        }
        for (War war : wars) {
            boolean began = war.from().getYear() == days.from().orElseThrow().getYear();
            if (began && (war.to().isPresent() || isBeside(war, date))) {
                return true;
            }
        }
        return false;
    }

    private boolean isBeside(War war, DateExpression date) {
        Sentence sentence = dated.text().sentenceOf(date.start());
        boolean named = false;
        boolean began = date.relation() == Relation.SINCE;
        for (int token = sentence.start(); token < sentence.end(); token++) {
            named |= war.words().at(tokens, token);
            began |= BEGAN.at(tokens, token);
        }
        return named && began;
    }

    /** The first day of a war is mentioned for years, so it says only that the report is later. */
    private boolean warBegan(DateExpression date, StatedDate days) {
        for (War war : wars) {
            LocalDate from = days.from().orElse(DaySet.FIRST);
            LocalDate to = days.to().orElse(DaySet.LAST);
            boolean holds = !war.from().isBefore(from) && !war.from().isAfter(to);
            boolean exact = !from.plusMonths(2).isBefore(to) || date.relation() == Relation.SINCE;
            if (holds && exact && war.to().isEmpty()) {
                add("war.began", DaySet.since(from), DaySet.between(from, from), date);
                return true;
            }
        }
        return false;
    }

    /** "For 2023", "to May 2023", "beginning in 2023" refer to something due, whatever the verb. */
    private boolean isDue(DateExpression date) {
        int before = date.start() - 1;
        return DUE.at(tokens, before) || IN.at(tokens, before) && DUE.at(tokens, before - 1);
    }

    private void put(String family, DateExpression date, StatedDate days) {
        LocalDate from = days.from().orElse(DaySet.FIRST);
        LocalDate to = days.to().orElse(DaySet.LAST);
        if (from.isAfter(DaySet.LAST) || from.isBefore(DaySet.FIRST) || to.isAfter(from.plusDays(YEAR_DAYS))) {
            return;
        }
        named.computeIfAbsent(family, absent -> new ArrayList<>()).add(new Named(from, to, date, isLead(date)));
    }

    /**
     * Adds the newest date of a family, or the nearest one ahead, and the one after it. A date that another family
     * already gave adds nothing.
     */
    private void rank(String family, boolean newest) {
        if (!named.containsKey(family)) {
            return;
        }
        List<Named> all = named.getOrDefault(family, List.of()).stream()
                .filter(each -> !ranked.contains(each.from()))
                .toList();
        Named best = null;
        Named second = null;
        for (Named each : all) {
            if (best == null || better(each, best, newest)) {
                second = best != null && !overlap(best, each) ? best : second;
                best = each;
            } else if (!overlap(each, best) && (second == null || better(each, second, newest))) {
                second = each;
            }
        }
        if (best != null) {
            rank(family, best);
        }
        if (second != null) {
            rank(family + "2", second);
        }
    }

    private static boolean overlap(Named one, Named other) {
        return !one.from().isAfter(other.to()) && !other.from().isAfter(one.to());
    }

    private static boolean better(Named one, Named other, boolean newest) {
        LocalDate a = newest ? one.from() : other.to();
        LocalDate b = newest ? other.from() : one.to();
        int order = a.compareTo(b);
        return order > 0 || order == 0 && one.to().isBefore(other.to());
    }

    private void rank(String family, Named date) {
        ranked.add(date.from());
        long length = date.to().toEpochDay() - date.from().toEpochDay();
        if (family.startsWith("year.")) {
            add(family, DaySet.between(date.from(), date.to()), date.date());
            return;
        }
        String fine = length == 0 ? ".day" : length <= MONTH_DAYS ? ".month" : ".year";
        boolean ahead = family.startsWith("ahead");
        boolean apart = thisYear && fine.equals(".year");
        add(
                family + fine + (apart ? ".apart" : date.lead() ? ".lead" : ""),
                ahead ? DaySet.until(date.to()) : DaySet.since(date.from()),
                DaySet.between(date.from(), date.to()),
                date.date());
    }

    private void add(String rule, DaySet days, DateExpression date) {
        add(rule, days, days, date);
    }

    private void add(String rule, DaySet days, DaySet anchor, DateExpression date) {
        if (!days.isEmpty() && !anchor.isEmpty()) {
            reasons.add(new Reason(rule, days, anchor, Optional.of(span(tokens, date))));
        }
    }

    static Span span(Tokens tokens, DateExpression date) {
        return tokens.span(date.start(), date.end() - 1);
    }
}
