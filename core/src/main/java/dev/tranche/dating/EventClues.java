package dev.tranche.dating;

import dev.tranche.lexicon.Entry;
import dev.tranche.lexicon.Match;
import dev.tranche.mention.Words;
import dev.tranche.text.Sentence;
import dev.tranche.text.Span;
import dev.tranche.text.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Clues from public events of the calendar: how a date beside the event, or its tense, places the report. */
final class EventClues {

    private static final Words AHEAD = Words.of("upcoming forthcoming next coming awaited");
    private static final Words AHEAD_OF = Words.of("ahead");
    private static final Words OF = Words.of("of");
    private static final Words BEFORE = Words.of("before");
    private static final Words THREAT = Words.of(
            "fear fears feared possible potential threat threatened threatening imminent pretext prevent avert deter"
                    + " looming averting");
    private static final Words AFTER = Words.of("since after following");
    private static final Words WHICH = Words.of("which that was were to scheduled due set planned");
    private static final Words HELD =
            Words.of("held place convene convenes begin begins open opens meet scheduled signed passed announced"
                    + " approved adopted launched enacted unveiled");
    private static final Set<String> GATHERED = Set.of("summit", "conference", "ministerial");
    private static final int HELD_REACH = 12;
    private static final int NEAR = 2;
    private static final int OPENING_REACH = 25;
    private static final int AHEAD_DAYS = 150;
    private static final int THREAT_DAYS = 200;
    private static final int VISIT_DAYS = 2;
    private static final int LEAD_SENTENCES = 5;
    private static final int MOST_ALTERNATIVES = 40;

    private final DatedText dated;
    private final Tokens tokens;
    private final List<Reason> reasons = new ArrayList<>();
    private final Map<String, Reason> best = new HashMap<>();

    private EventClues(DatedText dated) {
        this.dated = dated;
        this.tokens = dated.text().tokens();
    }

    static List<Reason> read(List<Match> named, DatedText dated) {
        EventClues clues = new EventClues(dated);
        for (Match match : named) {
            List<Entry.Event> events = events(match);
            if (!events.isEmpty() && events.size() <= MOST_ALTERNATIVES) {
                int before = clues.reasons.size();
                clues.event(match, events);
                clues.keepBest(before, events);
            }
        }
        return clues.reasons;
    }

    /** Returns the events that a phrase may name. */
    static List<Entry.Event> events(Match match) {
        List<Entry.Event> events = new ArrayList<>();
        for (Entry entry : match.entries()) {
            if (entry instanceof Entry.Event event) {
                events.add(event);
            }
        }
        return events;
    }

    /** Naming an event repeatedly adds nothing: the most informative mention counts, the first of equals. */
    private void keepBest(int added, List<Entry.Event> events) {
        while (reasons.size() > added) {
            Reason reason = reasons.removeLast();
            String first = events.get(0).id();
            Reason known = best.get(first);
            if (known == null || telling(reason.rule()) > telling(known.rule())) {
                reasons.remove(known);
                reasons.add(reason);
                best.put(first, reason);
                return;
            }
        }
    }

    private static int telling(String rule) {
        if (rule.startsWith("event.past")) {
            return 0;
        }
        return rule.startsWith("event.ahead") || rule.startsWith("event.lead") ? 1 : 2;
    }

    private void event(Match match, List<Entry.Event> events) {
        Span span = tokens.span(match.start(), match.end() - 1);
        String kind = events.get(0).kind();
        boolean invasion = events.get(0).kind().equals("invasion");
        if (invasion && isThreatened(match)) {
            add("event.threat", around(events, THREAT_DAYS, 0), around(events, 0, 0), span);
            return;
        }
        boolean recurs = events.get(0).kind().equals("attack");
        int beside = recurs || isOwnDay(kind, match) ? -1 : beside(dated, match.start(), match.end(), NEAR, 1);
        boolean sudden = invasion || kind.equals("attack") || kind.equals("battle");
        beside = beside < 0 && !sudden ? opening(match) : beside;
        beside = beside < 0 && !sudden ? held(match) : beside;
        beside = beside < 0 && invasion ? began(match) : beside;
        beside = beside < 0 && sudden ? inside(match) : beside;
        boolean ahead = !sudden && isAhead(match, beside);
        if (beside >= 0) {
            DateExpression date = dated.expressions().get(beside);
            DaySet days = DaySet.NONE;
            boolean later = !sudden && (ahead || dated.tense(beside) == Tense.FUTURE);
            for (Entry.Event event : events) {
                days = days.or(placed(date, later, event));
                days = GATHERED.contains(kind) && isOfYear(date) ? days.or(placed(date, !later, event)) : days;
            }
            if (!days.isEmpty()) {
                boolean absolute = date.symbol() instanceof Symbol.Absolute;
                add(
                        absolute ? "event.date.absolute" : "event.date",
                        days,
                        absolute ? around(events, 0, 0) : days,
                        span.union(CalendarClues.span(tokens, date)));
                return;
            }
        }
        if (ahead || isBefore(match) && !sudden) {
            add("event.ahead", around(events, AHEAD_DAYS, 0), around(events, 0, 0), span);
            return;
        }
        if (!EventNews.read(dated, match, events, span, reasons)) {
            plain(match, events, span);
        }
    }

    /** A day or month of a meeting is past or ahead whatever the verb: "invited them to the summit in July". */
    private static boolean isOfYear(DateExpression date) {
        return date.symbol() instanceof Symbol.Month || date.symbol() instanceof Symbol.MonthDay;
    }

    /** "The Remembrance Day service on Sunday", "the General Assembly on Monday": another day than that of the event. */
    private boolean isOwnDay(String kind, Match match) {
        int beside = kind.equals("holiday") || kind.equals("assembly")
                ? beside(dated, match.start(), match.end(), NEAR, 1)
                : -1;
        return beside >= 0 && dated.expressions().get(beside).symbol() instanceof Symbol.Weekday;
    }

    /** Returns the past week, month … with which the event's sentence opens, or -1: "Last month he opened the …". */
    private int opening(Match match) {
        Sentence sentence = dated.text().sentenceOf(match.start());
        int opening = -1;
        for (int i = dated.firstFrom(sentence.start()); i < dated.expressions().size(); i++) {
            DateExpression date = dated.expressions().get(i);
            if (date.start() >= match.start()) {
                break;
            }
            boolean opens = opening < 0 && date.start() - sentence.start() <= 2;
            boolean past = date.symbol() instanceof Symbol.Period(Unit ignored, int least, int most)
                    && most < 0
                    && least == most;
            if (!opens || !past || isGenitive(tokens, date.end()) || match.start() - date.end() > OPENING_REACH) {
                return -1;
            }
            opening = i;
        }
        return opening;
    }

    /** Returns the date of "which will be held in Rome next week", "was signed last month" after the event, or -1. */
    private int held(Match match) {
        int end = dated.text().sentenceOf(match.start()).end();
        int at = tokens.isSign(Math.min(match.end(), tokens.size() - 1), ',') ? match.end() + 1 : match.end();
        if (at >= end || !WHICH.at(tokens, at)) {
            return -1;
        }
        for (int i = dated.firstFrom(at + 1); i < dated.expressions().size(); i++) {
            DateExpression date = dated.expressions().get(i);
            boolean near = date.start() < Math.min(end, at + HELD_REACH);
            boolean held = false;
            for (int token = at; near && token < date.start(); token++) {
                held |= HELD.at(tokens, token);
            }
            return held ? i : -1;
        }
        return -1;
    }

    /** Returns the date of "invasion began in February", "invaded Ukraine earlier this year" after the event, or -1. */
    private int began(Match match) {
        int end = Math.min(dated.text().sentenceOf(match.start()).end(), match.end() + BEGAN_REACH);
        int at = match.end();
        while (at < end && (BEGAN.at(tokens, at) || dated.text().actorAt(at) != null)) {
            at++;
        }
        for (int i = dated.firstFrom(match.end()); i < dated.expressions().size(); i++) {
            DateExpression date = dated.expressions().get(i);
            if (date.start() > at || date.start() >= end) {
                return -1;
            }
            if (date.start() == at) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the month in the name of the event, or -1: "the February invasion". */
    private int inside(Match match) {
        for (int i = dated.firstFrom(match.start()); i < dated.expressions().size(); i++) {
            DateExpression date = dated.expressions().get(i);
            if (date.start() >= match.end()) {
                return -1;
            }
            if (isOfYear(date)) {
                return i;
            }
        }
        return -1;
    }

    private static final Words BEGAN =
            Words.of("began begun started launched broke out of in on late early mid the was were which that had");
    private static final int BEGAN_REACH = 9;

    /**
     * Without a date beside it, an event implies that the report is from its time or later; a visit in the lead is
     * news.
     */
    private void plain(Match match, List<Entry.Event> events, Span span) {
        boolean lead = dated.text().sentenceIndex(match.start()) < LEAD_SENTENCES;
        String kind = events.get(0).kind();
        if (lead && kind.equals("visit")) {
            add("event.news", around(events, 1, VISIT_DAYS), around(events, 0, 0), span);
            return;
        }
        LocalDate first = day(events.get(0).from());
        for (Entry.Event event : events) {
            LocalDate from = day(event.from());
            first = from.isBefore(first) ? from : first;
        }
        add("event.past." + kind + (lead ? ".lead" : ""), DaySet.since(first), around(events, 0, 0), span);
    }

    /** Returns the days of writing for which the words beside an event name one of its days. */
    static DaySet placed(DateExpression date, boolean ahead, Entry.Event event) {
        return placed(date, ahead, day(event.from()), day(event.to()));
    }

    static DaySet placed(DateExpression date, boolean ahead, LocalDate from, LocalDate to) {
        DaySet days = fitting(date, ahead, from, to);
        boolean told = !ahead
                && !(date.symbol() instanceof Symbol.Weekday)
                && !(date.symbol() instanceof Symbol.Period(Unit ignored, int ignoredLeast, int most) && most >= 0);
        return told ? days.and(DaySet.since(from.minusDays(1))) : days;
    }

    private static DaySet fitting(DateExpression date, boolean ahead, LocalDate from, LocalDate to) {
        Tense tense = ahead ? Tense.FUTURE : Tense.PAST;
        return switch (date.symbol()) {
            case Symbol.Absolute(StatedDate days) -> {
                boolean overlaps = days.from().map(d -> !d.isAfter(to)).orElse(true)
                        && days.to().map(d -> !d.isBefore(from)).orElse(true);
                yield !overlaps || ahead || date.relation() != Relation.WITHIN ? DaySet.NONE : DaySet.since(from);
            }
            case Symbol.Month ignored -> Fitting.days(date.symbol(), tense, from, to);
            case Symbol.MonthDay ignored -> Fitting.days(date.symbol(), tense, from, to);
            case Symbol.Weekday ignored -> {
                DaySet days = Fitting.days(date.symbol(), Tense.PAST, from, to);
                yield ahead ? days.or(Fitting.days(date.symbol(), Tense.FUTURE, from, to)) : days;
            }
            case Symbol.Period(Unit unit, int least, int most) ->
                unit == Unit.DAY && least == 0
                        ? DaySet.between(from.minusDays(1), to.plusDays(1))
                        : Fitting.days(date.symbol(), tense(least, most, tense), from, to);
            case Symbol.Within ignored -> Fitting.days(date.symbol(), tense, from, to);
            case Symbol.PartOf(Part ignoredPart, Symbol whole) ->
                whole instanceof Symbol.Absolute ? DaySet.NONE : Fitting.days(date.symbol(), tense, from, to);
            default -> DaySet.NONE;
        };
    }

    private static Tense tense(int least, int most, Tense tense) {
        return most < 0 ? Tense.PAST : least > 0 ? Tense.FUTURE : tense;
    }

    static DaySet around(List<Entry.Event> events, int before, int after) {
        List<DaySet> days = new ArrayList<>();
        for (Entry.Event event : events) {
            days.add(DaySet.between(
                    day(event.from()).minusDays(before), day(event.to()).plusDays(after)));
        }
        return DaySet.any(days);
    }

    /** Returns a day of the table, written YYYY-MM-DD. */
    private static LocalDate day(String written) {
        return LocalDate.of(
                Integer.parseInt(written, 0, 4, 10),
                Integer.parseInt(written, 5, 7, 10),
                Integer.parseInt(written, 8, written.length(), 10));
    }

    /** Returns the date nearest to the tokens in their sentence with neither comma nor verb between, or -1. */
    static int beside(DatedText dated, int start, int end, int after, int before) {
        Tokens tokens = dated.text().tokens();
        Sentence sentence = dated.text().sentenceOf(start);
        int best = -1;
        int nearest = Integer.MAX_VALUE;
        for (int i = dated.firstFrom(sentence.start()); i < dated.expressions().size(); i++) {
            DateExpression date = dated.expressions().get(i);
            if (date.start() >= sentence.end()) {
                break;
            }
            boolean inside = date.start() >= start && date.end() <= end;
            if (date.start() < sentence.start() || inside) {
                continue;
            }
            boolean behind = date.start() >= end;
            int distance = behind ? date.start() - end : start - date.end() - (isGenitive(tokens, date.end()) ? 1 : 0);
            distance -= behind && distance >= PLACE_TOKENS && PLACE.at(tokens, end) && tokens.isCapital(end + 1)
                    ? PLACE_TOKENS
                    : 0;
            boolean near = distance <= (behind ? after : before)
                    && TenseReader.isOneGroup(tokens, behind ? end : date.end(), behind ? date.start() : start);
            if (near && distance < nearest) {
                nearest = distance;
                best = i;
            }
        }
        return best;
    }

    private static final Words PLACE = Words.of("in at");
    private static final int PLACE_TOKENS = 2;

    private static boolean isGenitive(Tokens tokens, int token) {
        return token < tokens.size() && tokens.kind(token) == dev.tranche.text.TokenKind.GENITIVE;
    }

    private boolean isAhead(Match match, int beside) {
        Sentence sentence = dated.text().sentenceOf(match.start());
        for (int token = Math.max(sentence.start(), match.start() - 4); token < match.start(); token++) {
            boolean adjacent = token == match.start() - 1 && AHEAD.at(tokens, token);
            boolean aheadOf = AHEAD_OF.at(tokens, token) && OF.at(tokens, token + 1);
            if (adjacent || aheadOf) {
                return true;
            }
            if (AFTER.at(tokens, token)) {
                return false;
            }
        }
        Tense tense = TenseReader.read(tokens, sentence, match.start(), match.end());
        boolean later = beside >= 0
                && dated.expressions().get(beside).symbol() instanceof Symbol.PartOf(Part part, Symbol ignored)
                && part == Part.LATER;
        return later || beside >= 0 && tense == Tense.FUTURE && dated.tense(beside) == Tense.FUTURE;
    }

    private boolean isBefore(Match match) {
        return BEFORE.at(tokens, match.start() - 1) || BEFORE.at(tokens, match.start() - 2);
    }

    private boolean isThreatened(Match match) {
        for (int token = match.start(); token < match.end(); token++) {
            if (isGenitive(tokens, token)) {
                return false;
            }
        }
        Sentence sentence = dated.text().sentenceOf(match.start());
        for (int token = Math.max(sentence.start(), match.start() - 4); token < match.start(); token++) {
            if (THREAT.at(tokens, token)) {
                return true;
            }
        }
        return false;
    }

    private void add(String rule, DaySet days, DaySet anchor, Span span) {
        if (!days.isEmpty() && !anchor.isEmpty()) {
            reasons.add(new Reason(rule, days, anchor, Optional.of(span)));
        }
    }
}
