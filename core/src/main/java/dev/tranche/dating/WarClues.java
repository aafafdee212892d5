package dev.tranche.dating;

import dev.tranche.dating.Reason.Strength;
import dev.tranche.lexicon.Entry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Clues from how long the war has gone on: "day 259 of the invasion", "nearly 10 months of war". */
final class WarClues {

    private static final String START = "invasion-2022";
    private static final String FIRST_START = "crimea-annexation-2014";
    /**
     * When the war began.
     *
     * @param full first day of the full-scale invasion
     * @param first first day of the war in the east
     */
    record Starts(LocalDate full, LocalDate first) {

        /** Returns the days that the calendar of events gives; days beyond all time where it lacks them. */
        static Starts of(Lexicon lexicon) {
            return new Starts(day(lexicon, START), day(lexicon, FIRST_START));
        }

        private static LocalDate day(Lexicon lexicon, String event) {
            return lexicon.event(event)
                    .map(Entry.Event::from)
                    .map(LocalDate::parse)
                    .orElse(DaySet.LAST.plusDays(1));
        }
    }

    private static final Words WAR = Words.of("war invasion fighting conflict invaded inwazji wojny inwazja offensive");
    private static final Words DAY = Words.of("day dzień");
    private static final Words NEAR = Words.of("nearly almost approaching");
    private static final Words OVER = Words.of("than over");
    private static final Words JOIN = Words.of("of into after since old long month-long");
    private static final Words AFTER = Words.of("after since");
    private static final Words OTHER = Words.of("next first last coming less final another");
    private static final Words A = Words.of("a an");
    private static final Words SHIFT = Words.of("after");
    private static final Words AGO = Words.of("ago");
    private static final int DAY_LETTERS = 3;
    private static final int POLISH_DAY_LETTERS = 5;
    private static final int WINDOW = 6;
    private static final int LONGEST_DAYS = 4000;
    private static final int LONGEST_COUNT = 5;
    private static final int ROUND_DAYS = 50;
    private static final int BEFORE = 10;

    private final MarkedText text;
    private final Tokens tokens;
    private final LocalDate start;
    private final LocalDate firstStart;
    private final List<Reason> reasons = new ArrayList<>();

    private WarClues(MarkedText text, LocalDate start, LocalDate firstStart) {
        this.text = text;
        this.tokens = text.tokens();
        this.start = start;
        this.firstStart = firstStart;
    }

    static List<Reason> read(Starts starts, DatedText dated) {
        MarkedText text = dated.text();
        Tokens tokens = text.tokens();
        WarClues clues = new WarClues(text, starts.full(), starts.first());
        boolean concerned = false;
        boolean named = false;
        for (int token = 0; token < tokens.size(); token++) {
            if (!TRIGGERS.at(tokens, token)) {
                continue;
            }
            if (!concerned && !isConcerned(text)) {
                return List.of();
            }
            concerned = true;
            clues.at(token);
            named = named || WarNames.named(text, token, starts.full(), clues.reasons);
        }
        for (int i = 0; concerned && i < dated.expressions().size(); i++) {
            WarNames.month(dated, i, starts.full(), clues.reasons);
        }
        return clues.reasons;
    }

    /** Words without which a text says nothing of the war's name or length. */
    private static final Words TRIGGERS = Words.of(
            "war wojna wojny wojnie wojną invasion invaded invading inwazji inwazja anniversary rocznica rocznicę"
                    + " rocznicy day dzień days week weeks month months year years");

    private static boolean isConcerned(MarkedText text) {
        for (ActorMention actor : text.actors()) {
            if (actor.code().equals("UA")) {
                return true;
            }
        }
        for (int token = 0; token < text.tokens().size(); token++) {
            if (WarNames.isForeign(text.tokens(), token)) {
                return true;
            }
        }
        return false;
    }

    private void at(int token) {
        int code = DateWords.code(tokens, token);
        int length = tokens.end(token) - tokens.start(token);
        if ((length == DAY_LETTERS || length == POLISH_DAY_LETTERS) && DAY.at(tokens, token)) {
            countedDay(token);
        }
        WarNames.anniversary(text, token, start, reasons);
        if (code != 0 && DateWords.kind(code) == DateWords.Kind.UNIT) {
            Unit unit = Unit.values()[DateWords.value(code)];
            duration(token, unit);
            WarNames.ordinalUnit(text, token, unit, start, reasons);
        }
    }

    /** "Day 250 of the invasion", "the war's 250th day", "250. dzień inwazji". */
    private void countedDay(int day) {
        int number = number(day + 1);
        int first = day;
        int last = day + 1;
        if (number <= 0) {
            int before = day - 1;
            boolean ending = before > 0 && (!tokens.isWord(before) || tokens.end(before) - tokens.start(before) == 2);
            number = ending ? number(before - 1) : 0;
            first = before - 1;
            last = day;
        }
        if (number > 1 && number < LONGEST_DAYS && isNearWar(first, last + 1)) {
            LocalDate on = start.plusDays(number - 1L);
            add("war.day", Strength.CERTAIN, DaySet.between(on.minusDays(1), on.plusDays(2)), first, last);
        }
    }

    private boolean isNearWar(int first, int end) {
        for (int token = Math.max(0, first - WINDOW); token < Math.min(tokens.size(), end + WINDOW); token++) {
            if (WAR.at(tokens, token)) {
                return true;
            }
        }
        return false;
    }

    private int number(int token) {
        if (token < 0 || token >= tokens.size()) {
            return 0;
        }
        int code = DateWords.code(tokens, token);
        if (code != 0) {
            return DateWords.kind(code) == DateWords.Kind.NUMBER ? DateWords.value(code) : 0;
        }
        if (tokens.kind(token) != TokenKind.NUMBER || tokens.end(token) - tokens.start(token) > LONGEST_COUNT) {
            return 0;
        }
        String digits = tokens.string(token).replace(",", "");
        return !digits.isEmpty() && digits.length() <= 4 && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.parseInt(digits)
                : 0;
    }

    private void duration(int unitAt, Unit unit) {
        boolean dash = unitAt > 0 && tokens.isSign(unitAt - 1, '-');
        int countAt = dash ? unitAt - 2 : unitAt - 1;
        int count = number(countAt);
        boolean other = OTHER.at(tokens, countAt - 1) || OTHER.at(tokens, countAt - 2);
        if (count < 1
                || other
                || count == 1 && A.at(tokens, countAt)
                || unit != Unit.WEEK && unit != Unit.MONTH && unit != Unit.YEAR && unit != Unit.DAY
                || unit == Unit.DAY && (count < ROUND_DAYS || count > LONGEST_DAYS)
                || !isOfWar(unitAt, unit, dash) && !lasts(countAt, unitAt)) {
            return;
        }
        boolean near = NEAR.at(tokens, countAt - 1) || dash && NEAR.at(tokens, countAt - 2);
        boolean over = OVER.at(tokens, countAt - 1);
        DaySet days = span(unit, count, near || dash && tokens.isSign(Math.max(0, countAt - 1), '-'), over);
        if (days.isEmpty()) {
            return;
        }
        add("war.duration", Strength.TERM, days, near || over ? countAt - 1 : countAt, unitAt);
    }

    /** Is the war's own length told: "months of war", "months into Russia's invasion", "a 10-month-old war"? */
    private boolean isOfWar(int unitAt, Unit unit, boolean dash) {
        int next = unitAt + 1;
        if (dash) {
            int at = next < tokens.size() && tokens.isSign(next, '-') ? next + 2 : next;
            return WAR.at(tokens, at);
        }
        if (!JOIN.at(tokens, next)) {
            return false;
        }
        boolean shifts = SHIFT.at(tokens, next) || unit == Unit.WEEK && AFTER.at(tokens, next);
        if (shifts && isShift(unitAt)) {
            return false;
        }
        int limit = Math.min(tokens.size(), next + (AFTER.at(tokens, next) ? WINDOW + 1 : 4));
        for (int token = next + 1; token < limit; token++) {
            if (tokens.isSign(token, ',') || tokens.isSign(token, '.')) {
                return false;
            }
            if (WAR.at(tokens, token)) {
                return true;
            }
        }
        return false;
    }

    /** "The war has lasted eleven months", "the war passed the nine-month mark". */
    private boolean lasts(int countAt, int unitAt) {
        int first = Math.max(text.sentenceOf(unitAt).start(), countAt - BEFORE);
        boolean lasting = false;
        for (int token = countAt - 1; token >= first; token--) {
            if (tokens.isSign(token, ',') || tokens.isSign(token, '.')) {
                return false;
            }
            lasting |= LASTS.at(tokens, token);
            if (lasting && LASTED.at(tokens, token)) {
                return true;
            }
        }
        return false;
    }

    private static final Words LASTS = Words.of("for passed passes reached reaches lasted raged entered dragged");
    private static final Words LASTED = Words.of("war invasion");

    /** "He left three weeks after the invasion" tells of another day than today; "months after … still" does not. */
    private boolean isShift(int unitAt) {
        return text.sentenceOf(unitAt).start() < unitAt - WINDOW && !AGO.at(tokens, unitAt + 1);
    }

    private DaySet span(Unit unit, int count, boolean near, boolean over) {
        return span(start, unit, count, near, over)
                .or(unit == Unit.YEAR ? span(firstStart, unit, count, near, over) : DaySet.NONE);
    }

    private static DaySet span(LocalDate start, Unit unit, int count, boolean near, boolean over) {
        LocalDate full = unit.plus(start, count);
        int unitDays =
                unit == Unit.DAY ? Math.max(3, count / 20) : unit == Unit.WEEK ? 7 : unit == Unit.MONTH ? 30 : 365;
        int below = over || unit == Unit.YEAR ? unitDays / 2 : unitDays;
        int above = near ? unitDays / 4 : unitDays;
        return DaySet.between(full.minusDays(below), full.plusDays(above));
    }

    private void add(String rule, Strength strength, @Nullable DaySet days, int first, int last) {
        if (days != null && !days.isEmpty()) {
            reasons.add(new Reason(rule, strength, days, Optional.of(tokens.span(Math.max(0, first), last))));
        }
    }
}
