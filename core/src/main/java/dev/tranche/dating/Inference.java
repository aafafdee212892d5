package dev.tranche.dating;

import dev.tranche.dating.Publication.Basis;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.Match;
import dev.tranche.mention.MarkedText;
import dev.tranche.problem.Problem;
import dev.tranche.problem.ProblemCode;
import dev.tranche.problem.Problems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Infers the day of publication from all clues of a text together: each makes some days likelier than others, and a
 * clue that contradicts the rest is outweighed. Safe to share between threads; its caches do not affect results.
 */
final class Inference {

    /** The share of the mass that an interval holds, in hundredths. */
    static final int STATED_PERCENT = 97;

    /** Rules by which a report states its own day, including rules whose names extend these. */
    private static final List<String> STATING = List.of("stated", "dateline", "asof");

    private static final int STATED_DAYS = 3;

    /** Days that recur at least this often between 1970 and 2040 recur in nearly every year, 29 February aside. */
    private static final int LEAST_RECURRENCES = 60;

    /** A longer interval is computed without regard to weekdays. */
    private static final int SHORT_DAYS = 500;

    private static final int HALF_WEEK = 3;

    /** The most weighings cached; those of more clues hardly recur and are not cached. */
    private static final int MOST_WEIGHINGS = 5_000;

    private static final int FEW_CLUES = 6;

    /** The most sets of days with gaps cached with their losses; one of weekdays takes about 150 kB. */
    private static final int MOST_GAPS = 500;

    /** The same for sets without gaps, which take less than 1 kB each. */
    private static final int MOST_STRETCHES = 3_000;

    /** The most clues listed. */
    private static final int MOST_CLUES = 40;

    private final Lexicon lexicon;
    private final PackageCalendar packages;
    private final Wars wars;
    private final FormalClues.Bodies bodies;
    private final ReportKind.Signs signs;
    private final Shapes shapes;
    private final LocalDate newest;
    private final Posterior.Prior prior;
    private final Map<Given, Weighing> weighings = new ConcurrentHashMap<>();
    private final Map<Named, Losses> keptGaps = new ConcurrentHashMap<>();
    private final Map<Named, Losses> keptStretches = new ConcurrentHashMap<>();

    private Inference(Lexicon lexicon, Shapes shapes) {
        this.lexicon = lexicon;
        this.packages = PackageCalendar.of();
        this.wars = Wars.of(lexicon);
        this.bodies = FormalClues.Bodies.of(lexicon);
        this.signs = ReportKind.Signs.of(lexicon);
        this.shapes = shapes;
        this.newest = newest(lexicon);
        this.prior = Posterior.Prior.of(newest);
    }

    /** Returns the newest first day of any event in the lexicon. */
    private static LocalDate newest(Lexicon lexicon) {
        return lexicon.eventPhrases().values().stream()
                .map(event -> LocalDate.parse(event.from()))
                .max(Comparator.naturalOrder())
                .orElse(DaySet.LAST);
    }

    /** Returns the newest day in the lexicon. */
    LocalDate newest() {
        return newest;
    }

    static Inference of(Lexicon lexicon) {
        return new Inference(lexicon, Shapes.of(lexicon));
    }

    /** What the words of a report say about its day, before it is weighed. */
    record Clues(ReportKind kind, List<Reason> reasons) {}

    /** Collects the clues of a text. */
    Clues clues(DatedText dated) {
        MarkedText text = dated.text();
        Set<War> spokenOf = wars.spokenOf(text);
        List<Match> events = lexicon.findEvents(text.tokens());
        BitSet names = new BitSet();
        events.forEach(event -> names.set(event.start(), event.end()));
        List<Reason> reasons = new ArrayList<>(CalendarClues.read(dated, spokenOf, names));
        reasons.addAll(FormalClues.read(bodies, dated));
        reasons.addAll(WarClues.read(wars, dated, spokenOf));
        reasons.addAll(WarThreats.read(wars, text));
        reasons.addAll(EventClues.read(events, dated));
        reasons.addAll(AgeClues.read(wars, events, dated, reasons));
        reasons.addAll(SumClues.read(packages, dated));
        reasons.addAll(OfficeClues.read(lexicon, text));
        reasons.addAll(OpeningClues.read(dated));
        reasons.addAll(WeekdayClues.read(dated));
        return new Clues(signs.kind(text), reasons);
    }

    Publication infer(DatedText dated, Problems problems) {
        Clues clues = clues(dated);
        if (clues.reasons().isEmpty()) {
            return Publication.UNKNOWN;
        }
        for (Reason reason : clues.reasons()) {
            if (!recurs(reason)) {
                return weigh(dated, clues, problems);
            }
        }
        return recurring(dated, clues);
    }

    /** Does a clue name days in nearly every year, so that it cannot tell one year from another? */
    private static boolean recurs(Reason reason) {
        return reason.anchor().stretches().length > 2 * LEAST_RECURRENCES;
    }

    /** Recurring clues alone yield no interval, so none is computed. */
    private static Publication recurring(DatedText dated, Clues clues) {
        List<Clue> listed = clues.reasons().stream()
                .limit(MOST_CLUES)
                .map(reason -> new Clue(
                        reason.rule(),
                        reason.span().map(dated.text().document()::evidence),
                        reason.days().hull(),
                        true))
                .toList();
        return new Publication(StatedDate.UNKNOWN, Basis.UNKNOWN, listed);
    }

    ReportKind kind(MarkedText text) {
        return signs.kind(text);
    }

    List<StatedDate> intervals(DatedText dated, List<Integer> percents) {
        Clues clues = clues(dated);
        if (clues.reasons().isEmpty()) {
            return List.of();
        }
        Posterior posterior = posterior(likelihoods(clues));
        return percents.stream().map(posterior::interval).toList();
    }

    /** A clue and the result of weighing it. */
    private record Weighed(Reason reason, boolean used, int weight) {}

    /**
     * The combined result of the clues of a report; depends only on its kind, the rules and the days they name.
     *
     * @param used for each clue, whether it agrees with the likeliest day
     * @param weights for each clue, how strongly it favours that day
     */
    private record Weighing(int mode, StatedDate date, List<Boolean> used, List<Integer> weights) {}

    /** What the losses of a clue depend on. */
    private record Named(DaySet days, Shape shape) {}

    /** What a weighing depends on. */
    private record Given(ReportKind kind, List<String> rules, List<DaySet> anchors) {}

    /** Many reports name only the same war and the same persons; the result is computed once. */
    private Weighing weighing(Clues clues) {
        List<String> rules = new ArrayList<>();
        List<DaySet> anchors = new ArrayList<>();
        for (Reason reason : clues.reasons()) {
            rules.add(reason.rule());
            anchors.add(reason.anchor());
        }
        Given given = new Given(clues.kind(), rules, anchors);
        Weighing known = weighings.get(given);
        if (known != null) {
            return known;
        }
        List<Likelihood> likelihoods = likelihoods(clues);
        Posterior posterior = posterior(likelihoods);
        int mode = onWeekday(posterior.mode(), likelihoods);
        Weighing made = new Weighing(
                mode,
                posterior.interval(STATED_PERCENT),
                likelihoods.stream().map(each -> !each.isAgainst(mode)).toList(),
                likelihoods.stream().map(each -> each.tenthsOfBits(mode)).toList());
        if (weighings.size() < MOST_WEIGHINGS && clues.reasons().size() <= FEW_CLUES) {
            weighings.put(given, made);
        }
        return made;
    }

    private Publication weigh(DatedText dated, Clues clues, Problems problems) {
        Weighing weighing = weighing(clues);
        int mode = weighing.mode();
        List<Weighed> weighed = new ArrayList<>();
        for (int i = 0; i < clues.reasons().size(); i++) {
            weighed.add(new Weighed(
                    clues.reasons().get(i),
                    weighing.used().get(i),
                    weighing.weights().get(i)));
        }
        weighed.sort(Comparator.comparingInt(Weighed::weight).reversed());
        StatedDate date = weighing.date();
        List<Clue> listed = new ArrayList<>();
        for (Weighed each : weighed) {
            if (!each.used()) {
                conflict(each.reason(), DaySet.day(mode).toString(), problems);
            }
            if (listed.size() < MOST_CLUES) {
                listed.add(new Clue(
                        each.reason().rule(),
                        each.reason().span().map(dated.text().document()::evidence),
                        each.reason().days().hull(),
                        each.used(),
                        each.weight()));
            }
        }
        if (date.isUnknown()) {
            return new Publication(StatedDate.UNKNOWN, Basis.UNKNOWN, listed);
        }
        boolean stated = date.isClosed()
                && DaySet.between(date.from().orElseThrow(), date.to().orElseThrow())
                                .size()
                        <= STATED_DAYS
                && weighed.stream().anyMatch(each -> each.used() && states(each.reason()));
        return new Publication(date, stated ? Basis.STATED : Basis.INFERRED, listed, Optional.of(DaySet.day(mode)));
    }

    /** Weekdays move the ends of a long interval by some days at most, and so count in short ones only. */
    private Posterior posterior(List<Likelihood> clues) {
        List<Likelihood> others = new ArrayList<>();
        for (Likelihood clue : clues) {
            if (!clue.losses().isWeekly()) {
                others.add(clue);
            }
        }
        Posterior without = Posterior.of(others, prior);
        return others.size() < clues.size() && without.length(STATED_PERCENT) <= SHORT_DAYS
                ? Posterior.of(clues, prior)
                : without;
    }

    /**
     * Returns the likeliest of the days around another, weekdays included; the nearest and earliest if there are
     * several.
     */
    private static int onWeekday(int day, List<Likelihood> clues) {
        if (clues.stream().noneMatch(clue -> clue.losses().isWeekly())) {
            return day;
        }
        int best = day;
        int least = Integer.MAX_VALUE;
        for (int distance = 0; distance <= 2 * HALF_WEEK; distance++) {
            int away = distance % 2 == 0 ? distance / 2 : -(distance + 1) / 2;
            int at = Math.clamp((long) day + away, 0, DaySet.DAYS - 1);
            int loss = 0;
            for (Likelihood clue : clues) {
                loss += clue.counted(at);
            }
            if (loss < least) {
                best = at;
                least = loss;
            }
        }
        return best;
    }

    /** Returns what each clue says about every day, in the order of the clues. */
    private List<Likelihood> likelihoods(Clues clues) {
        List<Losses> losses = new ArrayList<>();
        for (Reason reason : clues.reasons()) {
            losses.add(losses(reason.anchor(), shapes.shape(reason.rule(), clues.kind())));
        }
        return Likelihood.together(losses);
    }

    /** Many reports name the same weekdays, events, wars and terms of office. */
    private Losses losses(DaySet anchor, Shape shape) {
        Map<Named, Losses> kept = anchor.isStretch() ? keptStretches : keptGaps;
        Named key = new Named(anchor, shape);
        Losses known = kept.get(key);
        if (known != null) {
            return known;
        }
        Losses made = Losses.of(anchor, shape);
        if (kept.size() < (anchor.isStretch() ? MOST_STRETCHES : MOST_GAPS)) {
            kept.put(key, made);
        }
        return made;
    }

    private static boolean states(Reason reason) {
        return STATING.stream()
                .anyMatch(rule -> reason.rule().equals(rule) || reason.rule().startsWith(rule + "."));
    }

    private static void conflict(Reason reason, String likeliest, Problems problems) {
        String message = "The clue " + reason.rule() + " allows "
                + reason.days().hull().edtf() + ", which contradicts what the other clues allow (most likely "
                + likeliest + "); it is not used.";
        problems.add(
                reason.span().isPresent()
                        ? Problem.at(
                                ProblemCode.CONFLICT, message, reason.span().get())
                        : Problem.of(ProblemCode.CONFLICT, message));
    }
}
