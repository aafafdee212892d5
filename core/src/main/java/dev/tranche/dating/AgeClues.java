package dev.tranche.dating;

import dev.tranche.lexicon.Entry;
import dev.tranche.lexicon.Match;
import dev.tranche.mention.OrdinalWords;
import dev.tranche.mention.Words;
import dev.tranche.text.Sentence;
import dev.tranche.text.Span;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Clues from how long ago an event with a known day took place: "two years after the treaty", "the fifth anniversary of
 * the referendum", "three years ago, the border war broke out".
 *
 * <pre>
 * after       = count unit ("after" | "since" | "following") … event
 * ago         = count unit "ago" ["today"] … event
 * anniversary = (ordinal | count ["-" "year"]) "anniversary" "of" … event
 * </pre>
 */
final class AgeClues {

    private static final Words AFTER = Words.of("after since following");
    private static final Words SINCE = Words.of("since");
    private static final Words AGO = Words.of("ago");
    private static final Words TODAY = Words.of("today");
    private static final Words THE = Words.of("the");
    private static final Words A = Words.of("a an");
    private static final Words OTHER = Words.of("next first last coming less final another every");
    private static final Words NEAR = Words.of("nearly almost approaching about around");
    private static final Words OVER = Words.of("than over");
    private static final Words ANNIVERSARY = Words.of("anniversary");

    /** Kinds of recurring event, whose name does not say which one was meant. */
    private static final Set<String> RECURRING =
            Set.of("holiday", "anniversary", "deadline", "ministerial", "assembly");

    private static final int AFTER_REACH = 7;
    private static final int AGO_REACH = 14;
    private static final int ORDINAL_REACH = 3;
    private static final int MOST_YEARS = 60;
    private static final int MOST_DAYS = 4000;
    private static final int SURE_DAYS = 2;
    private static final int LONGEST_DAYS = 31;

    private final DatedText dated;
    private final Tokens tokens;
    private final Wars wars;
    private final List<Match> events;
    private @Nullable List<Target> targets;
    private final List<Reason> reasons = new ArrayList<>();

    /** Words that name something whose first day is known; several days if several things share the name. */
    private record Target(int start, int end, List<LocalDate> days, boolean war) {}

    private AgeClues(Wars wars, List<Match> events, DatedText dated) {
        this.wars = wars;
        this.events = events;
        this.dated = dated;
        this.tokens = dated.text().tokens();
    }

    /**
     * Reads the clues of a text.
     *
     * @param known clues already read: what they say about a war's length is not repeated
     */
    static List<Reason> read(Wars wars, List<Match> events, DatedText dated, List<Reason> known) {
        AgeClues clues = new AgeClues(wars, events, dated);
        for (int token = 1; token < clues.tokens.size(); token++) {
            int code = DateWords.code(clues.tokens, token);
            if (code != 0 && DateWords.kind(code) == DateWords.Kind.UNIT) {
                clues.counted(token, Unit.values()[DateWords.value(code)]);
            } else if (ANNIVERSARY.at(clues.tokens, token)) {
                clues.anniversary(token);
            }
        }
        return clues.reasons.isEmpty()
                ? List.of()
                : clues.reasons.stream()
                        .filter(reason -> known.stream().noneMatch(other -> repeats(reason, other)))
                        .toList();
    }

    private static boolean repeats(Reason reason, Reason other) {
        boolean age = other.rule().startsWith("war.duration") || other.rule().startsWith("war.anniversary");
        return age
                && other.span().isPresent()
                && reason.span().orElseThrow().overlaps(other.span().get());
    }

    /** Few reports need them. */
    private List<Target> targets() {
        List<Target> found = targets;
        if (found == null) {
            found = read();
            targets = found;
        }
        return found;
    }

    private List<Target> read() {
        List<Target> found = new ArrayList<>();
        for (Match match : events) {
            List<Entry.Event> named = EventClues.events(match);
            Entry.Event event = named.isEmpty() ? null : named.get(0);
            if (event != null && named.size() == 1 && !RECURRING.contains(event.kind()) && isShort(event)) {
                found.add(new Target(
                        match.start(),
                        match.end(),
                        List.of(LocalDate.parse(event.from())),
                        event.kind().equals("invasion")));
            }
        }
        for (int token = 0; token < tokens.size(); token++) {
            PhraseList.Found<War> war = wars.names().at(tokens, token);
            if (!war.meanings().isEmpty()) {
                List<LocalDate> days = war.meanings().stream().map(War::from).toList();
                found.add(new Target(token, war.end(), days, true));
            }
        }
        return found;
    }

    /** What lasts for years did not happen on one day. */
    private static boolean isShort(Entry.Event event) {
        return !LocalDate.parse(event.from()).plusDays(LONGEST_DAYS).isBefore(LocalDate.parse(event.to()));
    }

    /** Returns the first of the targets that begins between two tokens. */
    private Optional<Target> target(int from, int end) {
        Target first = null;
        for (Target target : targets()) {
            boolean inside = target.start() >= from && target.start() < end;
            first = inside && (first == null || target.start() < first.start()) ? target : first;
        }
        return Optional.ofNullable(first);
    }

    private void counted(int unitAt, Unit unit) {
        boolean spans = unit == Unit.DAY || unit == Unit.WEEK || unit == Unit.MONTH || unit == Unit.YEAR;
        boolean after = AFTER.at(tokens, unitAt + 1);
        if (!spans || !after && !AGO.at(tokens, unitAt + 1)) {
            return;
        }
        if (after && (unit == Unit.DAY || unit == Unit.WEEK) && !SINCE.at(tokens, unitAt + 1)) {
            return;
        }
        boolean many = tokens.text().charAt(tokens.end(unitAt) - 1) == 's';
        boolean one = !many && (A.at(tokens, unitAt - 1) || after && THE.at(tokens, unitAt - 1));
        int count = one ? 1 : Counts.at(tokens, unitAt - 1);
        if (count < 1 || count > MOST_DAYS || OTHER.at(tokens, unitAt - 2)) {
            return;
        }
        Sentence sentence = dated.text().sentenceOf(unitAt);
        int reach = Math.min(sentence.end(), unitAt + 2 + (after ? AFTER_REACH : AGO_REACH));
        Optional<Target> target = target(unitAt + 2, reach);
        if (target.isEmpty() || !isAlone(unitAt + 2, target.get().start())) {
            return;
        }
        boolean today = TODAY.at(tokens, unitAt + 2);
        boolean near = NEAR.at(tokens, unitAt - 2);
        boolean over = OVER.at(tokens, unitAt - 2);
        DaySet days = DaySet.NONE;
        for (LocalDate day : target.get().days()) {
            LocalDate full = unit.plus(day, count);
            days = days.or(today ? DaySet.between(full, full) : WarClues.span(day, unit, count, near, over));
        }
        int first = one || !near && !over ? unitAt - 1 : unitAt - 2;
        add(today ? "age.today" : "age." + unit.name().toLowerCase(java.util.Locale.ROOT), days, first, unitAt + 1);
    }

    /** Is there no other date in between? */
    private boolean isAlone(int from, int end) {
        int next = dated.firstFrom(from);
        boolean today = TODAY.at(tokens, from);
        return next >= dated.expressions().size()
                || dated.expressions().get(next).start() >= end
                || today && dated.expressions().get(next).end() <= from + 1;
    }

    private void anniversary(int token) {
        Sentence sentence = dated.text().sentenceOf(token);
        int years = 0;
        for (int at = token - 1; at >= Math.max(sentence.start(), token - ORDINAL_REACH) && years == 0; at--) {
            int word = OrdinalWords.at(tokens, at);
            years = word > 0 ? word : Counts.at(tokens, at);
        }
        if (years < 1 || years > MOST_YEARS) {
            return;
        }
        Optional<Target> target = target(token + 1, Math.min(sentence.end(), token + AFTER_REACH));
        if (target.isEmpty()) {
            target = owner(sentence, token);
        }
        if (target.isEmpty() || target.get().war()) {
            return;
        }
        DaySet days = DaySet.NONE;
        for (LocalDate day : target.get().days()) {
            LocalDate full = day.plusYears(years);
            days = days.or(DaySet.between(full.minusDays(SURE_DAYS), full.plusDays(SURE_DAYS)));
        }
        add("age.anniversary", days, token, token);
    }

    /** "The treaty's fifth anniversary". */
    private Optional<Target> owner(Sentence sentence, int token) {
        for (Target target : targets()) {
            boolean near = target.start() >= sentence.start() && target.end() < token && token - target.end() <= 4;
            if (near && tokens.kind(target.end()) == TokenKind.GENITIVE) {
                return Optional.of(target);
            }
        }
        return Optional.empty();
    }

    private void add(String rule, DaySet days, int first, int last) {
        if (days.isEmpty()) {
            return;
        }
        Span span = tokens.span(Math.max(0, first), last);
        if (reasons.stream().noneMatch(reason -> reason.days().equals(days))) {
            reasons.add(new Reason(rule, days, Optional.of(span)));
        }
    }
}
