package dev.tranche.dating;

import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Clues from how long a war has lasted: "day 259 of the invasion", "nearly 10 months of war".
 *
 * <p>The words must be about a war that the report mentions; if it mentions several, each is a possibility.
 */
final class WarClues {

    private static final Words DAY = Words.of("day dzień");
    private static final Words NEAR = Words.of("nearly almost approaching");
    private static final Words OVER = Words.of("than over");
    private static final Words JOIN = Words.of("of in into after since old long month-long");
    private static final Words AFTER = Words.of("after since");
    private static final Words OTHER = Words.of("next first last coming less final another");
    private static final Words A = Words.of("a an");
    private static final Words AGO = Words.of("ago");
    private static final Words PLACE = Words.of("in on against of w na z");
    private static final int DAY_LETTERS = 3;
    private static final int POLISH_DAY_LETTERS = 5;
    private static final int WINDOW = 6;
    private static final int LONGEST_DAYS = 4000;
    private static final int ROUND_DAYS = 50;
    private static final int BEFORE = 10;

    /** More wars than this allow too many days to be worth weighing. */
    private static final int MOST_WARS = 4;

    private final MarkedText text;
    private final Tokens tokens;
    private final Wars wars;
    private final Set<War> spokenOf;
    private @Nullable Set<War> ownNames;
    private final List<Reason> reasons = new ArrayList<>();

    private WarClues(Wars wars, MarkedText text, Set<War> spokenOf) {
        this.wars = wars;
        this.text = text;
        this.tokens = text.tokens();
        this.spokenOf = spokenOf;
    }

    static List<Reason> read(Wars wars, DatedText dated, Set<War> spokenOf) {
        if (spokenOf.isEmpty()) {
            return List.of();
        }
        WarClues clues = new WarClues(wars, dated.text(), spokenOf);
        WarNames names = new WarNames(clues, dated, wars);
        for (int token = 0; token < clues.tokens.size(); token++) {
            names.named(token);
            if (TRIGGERS.at(clues.tokens, token)) {
                clues.at(token, names);
            }
        }
        for (int i = 0; i < dated.expressions().size(); i++) {
            names.month(i);
        }
        return clues.reasons;
    }

    /** Words without which a text says nothing about a war's length. */
    private static final Words TRIGGERS =
            Words.of("anniversary rocznica rocznicę rocznicy day dzień days week weeks month months year years");

    private void at(int token, WarNames names) {
        int code = DateWords.code(tokens, token);
        int length = tokens.end(token) - tokens.start(token);
        if ((length == DAY_LETTERS || length == POLISH_DAY_LETTERS) && DAY.at(tokens, token)) {
            countedDay(token);
        }
        names.anniversary(token);
        if (code != 0 && DateWords.kind(code) == DateWords.Kind.UNIT) {
            Unit unit = Unit.values()[DateWords.value(code)];
            duration(token, unit);
            names.ordinalUnit(token, unit);
        }
    }

    MarkedText text() {
        return text;
    }

    Set<War> spokenOf() {
        return spokenOf;
    }

    /** Does the word at a token name a war that the report mentions? */
    boolean isWar(int token) {
        for (War war : spokenOf) {
            if (war.words().at(tokens, token)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the wars that words near a token may refer to: those named by the place or name after it, else by
     * what precedes it, else all in the report for which the word is used.
     */
    Set<War> near(int warAt) {
        Set<War> named = new LinkedHashSet<>();
        for (int token = Math.max(0, warAt - WINDOW); token <= warAt; token++) {
            PhraseList.Found<War> found = wars.names().at(tokens, token);
            if (found.end() > warAt) {
                named.addAll(found.meanings());
            }
        }
        if (!named.isEmpty()) {
            return byWord(named, warAt);
        }
        ActorMention behind = PLACE.at(tokens, warAt + 1) ? text.actorAt(warAt + 2) : null;
        Set<War> there = behind == null ? Set.of() : fought(behind.code(), true);
        if (behind != null && !behind.code().isEmpty()) {
            return byWord(there, warAt);
        }
        boolean genitive = warAt > 1 && tokens.kind(warAt - 1) == TokenKind.GENITIVE;
        ActorMention owner = text.actorAt(genitive ? warAt - 2 : warAt - 1);
        Set<War> owned = owner == null ? Set.of() : fought(owner.code(), false);
        Set<War> likely = byWord(owned.isEmpty() ? ownNames() : owned, warAt);
        return likely.isEmpty() ? byWord(spokenOf, warAt) : likely;
    }

    /** Few reports need them. */
    private Set<War> ownNames() {
        Set<War> names = ownNames;
        if (names == null) {
            names = wars.named(text);
            ownNames = names;
        }
        return names;
    }

    private Set<War> fought(String code, boolean placeOnly) {
        Set<War> found = new LinkedHashSet<>();
        for (War war : spokenOf) {
            if (war.places().contains(code) || !placeOnly && war.parties().contains(code)) {
                found.add(war);
            }
        }
        return found;
    }

    private Set<War> byWord(Set<War> candidates, int warAt) {
        Set<War> found = new LinkedHashSet<>();
        for (War war : candidates) {
            if (war.words().at(tokens, warAt)) {
                found.add(war);
            }
        }
        return found;
    }

    /** "Day 250 of the invasion", "the war's 250th day", "250. dzień inwazji"; "the Six-Day War" is a name. */
    private void countedDay(int day) {
        int number = Counts.at(tokens, day + 1);
        int first = day;
        int last = day + 1;
        if (number <= 0) {
            int before = day - 1;
            boolean ending = before > 0 && (!tokens.isWord(before) || tokens.end(before) - tokens.start(before) == 2);
            boolean named = before > 0 && tokens.isSign(before, '-');
            number = ending && !named ? Counts.at(tokens, before - 1) : 0;
            first = before - 1;
            last = day;
        }
        int war = number > 1 && number < LONGEST_DAYS ? nearWar(first, last + 1) : -1;
        if (war >= 0) {
            int count = number;
            add("war.day", near(war), each -> counted(each, count), first, last);
        }
    }

    private static DaySet counted(War war, int number) {
        LocalDate day = war.from().plusDays(number - 1L);
        boolean over = war.to().isPresent() && day.isAfter(war.to().get());
        return over ? DaySet.NONE : DaySet.between(day.minusDays(1), day.plusDays(2));
    }

    private int nearWar(int first, int end) {
        for (int token = end; token < Math.min(tokens.size(), end + WINDOW); token++) {
            if (isWar(token)) {
                return token;
            }
        }
        for (int token = end - 1; token >= Math.max(0, first - WINDOW); token--) {
            if (isWar(token)) {
                return token;
            }
        }
        return -1;
    }

    /** Years are also counted from an older war in the same place, whatever the newer one is called. */
    private void duration(int unitAt, Unit unit) {
        boolean dash = unitAt > 0 && tokens.isSign(unitAt - 1, '-');
        int countAt = dash ? unitAt - 2 : unitAt - 1;
        int count = Counts.at(tokens, countAt);
        boolean other = OTHER.at(tokens, countAt - 1) || OTHER.at(tokens, countAt - 2);
        if (count < 1
                || other
                || count == 1 && A.at(tokens, countAt)
                || unit != Unit.WEEK && unit != Unit.MONTH && unit != Unit.YEAR && unit != Unit.DAY
                || unit == Unit.DAY && (count < ROUND_DAYS || count > LONGEST_DAYS)) {
            return;
        }
        int war = ofWar(unitAt, unit, dash);
        war = war < 0 ? lasting(countAt, unitAt) : war;
        if (war < 0) {
            return;
        }
        boolean near = NEAR.at(tokens, countAt - 1) || dash && NEAR.at(tokens, countAt - 2);
        boolean over = OVER.at(tokens, countAt - 1);
        boolean rounded = near || dash && tokens.isSign(Math.max(0, countAt - 1), '-');
        add(
                "war.duration",
                unit == Unit.YEAR ? byWord(spokenOf, war) : near(war),
                each -> span(each.from(), unit, count, rounded, over),
                near || over ? countAt - 1 : countAt,
                unitAt);
    }

    /**
     * Returns the word whose duration is stated: "months of war", "months into Russia's invasion", "10-month-old war".
     */
    private int ofWar(int unitAt, Unit unit, boolean dash) {
        int next = unitAt + 1;
        if (dash) {
            int at = next < tokens.size() && tokens.isSign(next, '-') ? next + 2 : next;
            return isWar(at) ? at : -1;
        }
        if (!JOIN.at(tokens, next)) {
            return -1;
        }
        boolean shifts = unit == Unit.WEEK && AFTER.at(tokens, next) || AFTER.at(tokens, next) && isAfterOnly(next);
        if (shifts && isShift(unitAt)) {
            return -1;
        }
        int limit = Math.min(tokens.size(), next + (AFTER.at(tokens, next) ? WINDOW + 1 : 4));
        for (int token = next + 1; token < limit; token++) {
            if (tokens.isSign(token, ',') || tokens.isSign(token, '.')) {
                return -1;
            }
            if (isWar(token) || INVADED.at(tokens, token)) {
                return token;
            }
        }
        return -1;
    }

    private static final Words INVADED = Words.of("invaded");
    private static final Words SHIFT = Words.of("after");

    private boolean isAfterOnly(int token) {
        return SHIFT.at(tokens, token);
    }

    /** Returns the war of "the war has lasted eleven months", "the war passed the nine-month mark", else -1. */
    private int lasting(int countAt, int unitAt) {
        int first = Math.max(text.sentenceOf(unitAt).start(), countAt - BEFORE);
        boolean lasting = false;
        for (int token = countAt - 1; token >= first; token--) {
            if (tokens.isSign(token, ',') || tokens.isSign(token, '.')) {
                return -1;
            }
            lasting |= LASTS.at(tokens, token);
            if (lasting && isWar(token)) {
                return token;
            }
        }
        return -1;
    }

    private static final Words LASTS = Words.of("for passed passes reached reaches lasted raged entered dragged");

    /** "He left three weeks after the invasion" refers to a day other than today; "months after … still" does not. */
    private boolean isShift(int unitAt) {
        return text.sentenceOf(unitAt).start() < unitAt - WINDOW && !AGO.at(tokens, unitAt + 1);
    }

    static DaySet span(LocalDate start, Unit unit, int count, boolean near, boolean over) {
        LocalDate full = unit.plus(start, count);
        int unitDays =
                unit == Unit.DAY ? Math.max(3, count / 20) : unit == Unit.WEEK ? 7 : unit == Unit.MONTH ? 30 : 365;
        int below = over || unit == Unit.YEAR ? unitDays / 2 : unitDays;
        int above = near ? unitDays / 4 : unitDays;
        return DaySet.between(full.minusDays(below), full.plusDays(above));
    }

    /** Adds the days that words allow for each war they may refer to that lasted until those days. */
    void add(String rule, Set<War> possible, Function<War, DaySet> days, int first, int last) {
        if (possible.size() > MOST_WARS) {
            return;
        }
        DaySet all = DaySet.NONE;
        for (War war : possible) {
            DaySet ofWar = days.apply(war);
            boolean reached = !ofWar.isEmpty() && war.reaches(DaySet.day(ofWar.stretches()[0]));
            all = reached ? all.or(ofWar) : all;
        }
        if (!all.isEmpty()) {
            reasons.add(new Reason(rule, all, Optional.of(tokens.span(Math.max(0, first), last))));
        }
    }

    void add(Reason reason) {
        reasons.add(reason);
    }
}
