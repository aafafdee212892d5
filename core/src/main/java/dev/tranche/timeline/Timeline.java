package dev.tranche.timeline;

import dev.tranche.dating.StatedDate;
import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.EncounterStage;
import dev.tranche.encounter.Ordinal;
import dev.tranche.encounter.Participant;
import dev.tranche.encounter.Place;
import dev.tranche.extract.Extraction;
import dev.tranche.text.DocumentId;
import dev.tranche.text.Evidence;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The encounters of many reports, each once, and the gaps that their ordinals show.
 *
 * <p>Two reports tell of one encounter when kind and main participant agree, partners and place do not contradict, and
 * their dates overlap within {@value EncounterGroups#WIDEST} days. An encounter with an open date joins the only one of the
 * {@value EncounterGroups#NEAR} days beside its known end that agrees in both main parties, or in guest and town; else open and wider
 * dates join nothing, so that repeated visits stay apart. Briefings of the press are left out: they are no encounters
 * between parties. The result does not depend on the order of the reports.
 *
 * @param events the encounters by their first day; those without one last
 * @param gaps what the ordinals miss
 */
public record Timeline(List<TimelineEvent> events, List<OrdinalGap> gaps) {

    private static final Comparator<Encounter> ORDER = Comparator.comparing((Encounter each) ->
                    each.date().from().or(() -> each.date().to()).orElse(LocalDate.MAX))
            .thenComparing(each -> each.evidence().document().value())
            .thenComparing(each -> each.evidence().span())
            .thenComparing(Encounter::kind);

    /** Copies the lists. */
    public Timeline {
        events = List.copyOf(events);
        gaps = List.copyOf(gaps);
    }

    /** Merges the encounters of reports. */
    public static Timeline of(List<Extraction> reports) {
        List<Encounter> all = new ArrayList<>();
        for (Extraction report : reports) {
            all.addAll(report.story().encounters());
        }
        return ofEncounters(all);
    }

    /** Merges encounters, for example those of a book. */
    public static Timeline ofEncounters(List<Encounter> encounters) {
        List<Encounter> sorted = encounters.stream()
                .filter(each -> !each.isPressBriefing() && isOfStates(each))
                .distinct()
                .sorted(ORDER)
                .toList();
        List<TimelineEvent> events = EncounterTies.tie(EncounterGroups.of(sorted)).stream()
                .map(group -> group.stream().sorted(ORDER).toList())
                .map(Timeline::event)
                .sorted(Comparator.comparing(TimelineEvent::encounter, ORDER))
                .toList();
        return new Timeline(events, gaps(events));
    }

    /** Somebody who stands for a state or body is among them: a match, a shipment or a photographer is no encounter. */
    private static boolean isOfStates(Encounter encounter) {
        return encounter.participants().stream().anyMatch(one -> one.country().isPresent());
    }

    /** Returns the so many encounters that most reports tell, still by their days; all gaps stay. */
    public Timeline mostTold(int most) {
        List<TimelineEvent> told = events.stream()
                .sorted(Comparator.comparingInt(
                        (TimelineEvent event) -> -event.reports().size()))
                .limit(most)
                .sorted(Comparator.comparing(TimelineEvent::encounter, ORDER))
                .toList();
        return new Timeline(told, gaps);
    }

    private static TimelineEvent event(List<Encounter> group) {
        Encounter first = group.get(0);
        StatedDate date = first.date();
        EncounterStage stage = first.stage();
        Optional<Place> place = first.place();
        Optional<Ordinal> ordinal = first.ordinal();
        List<Participant> participants = new ArrayList<>(first.participants());
        TreeSet<String> reports = new TreeSet<>();
        List<Evidence> evidence = new ArrayList<>();
        for (Encounter each : group) {
            date = narrower(date, each.date());
            stage = further(stage, each.stage());
            place = place.isPresent() ? place : each.place();
            boolean based = ordinal.isEmpty()
                    || ordinal.get().since().isEmpty()
                            && each.ordinal().isPresent()
                            && each.ordinal().get().since().isPresent();
            ordinal = based && each.ordinal().isPresent() ? each.ordinal() : ordinal;
            for (Participant participant : each.participants()) {
                if (participants.stream().noneMatch(known -> known.equals(participant) || known.mayBe(participant))) {
                    participants.add(participant);
                }
            }
            reports.add(each.evidence().document().value());
            evidence.add(each.evidence());
        }
        Encounter merged = new Encounter(first.kind(), participants, place, date, stage, ordinal, first.evidence());
        return new TimelineEvent(merged, reports.stream().map(DocumentId::new).toList(), evidence);
    }

    private static StatedDate narrower(StatedDate one, StatedDate other) {
        boolean ends = !EncounterGroups.narrow(one)
                && !EncounterGroups.narrow(other)
                && one.from().isPresent() != one.to().isPresent()
                && other.from().isPresent() == one.to().isPresent()
                && other.to().isPresent() == one.from().isPresent();
        if (ends) {
            LocalDate from = one.from().or(other::from).orElseThrow();
            LocalDate to = one.to().or(other::to).orElseThrow();
            return to.isBefore(from) ? one : StatedDate.between(from, to);
        }
        boolean finer = EncounterGroups.narrow(other)
                && (!EncounterGroups.narrow(one)
                        || ChronoUnit.DAYS.between(
                                        other.from().orElseThrow(), other.to().orElseThrow())
                                < ChronoUnit.DAYS.between(
                                        one.from().orElseThrow(), one.to().orElseThrow()));
        return finer ? other : one;
    }

    /** What one report plans another tells as past. */
    private static EncounterStage further(EncounterStage one, EncounterStage other) {
        List<EncounterStage> ladder =
                List.of(EncounterStage.PLANNED, EncounterStage.ONGOING, EncounterStage.PAST, EncounterStage.CANCELLED);
        return ladder.indexOf(one) >= ladder.indexOf(other) ? one : other;
    }

    /** Counts each row by who, kind and state, and names the numbers between those that are told. */
    private static List<OrdinalGap> gaps(List<TimelineEvent> events) {
        TreeMap<String, TreeMap<Integer, TimelineEvent>> rows = new TreeMap<>();
        for (TimelineEvent event : events) {
            Encounter encounter = event.encounter();
            boolean based = encounter.ordinal().isPresent()
                    && encounter.ordinal().get().since().isPresent();
            if (based) {
                String country = encounter.place().flatMap(Place::country).orElse("");
                String base = encounter.ordinal().orElseThrow().since().orElseThrow();
                String key = encounter.participants().get(0).shown() + "|" + encounter.kind() + "|" + country + "|"
                        + base.substring(0, Math.min(base.length(), "2022-02".length()));
                rows.computeIfAbsent(key, absent -> new TreeMap<>())
                        .putIfAbsent(encounter.ordinal().orElseThrow().n(), event);
            }
        }
        List<OrdinalGap> gaps = new ArrayList<>();
        rows.values().forEach(row -> addGaps(row, gaps));
        gaps.removeIf(gap -> untold(gap, events) <= 0);
        return gaps;
    }

    /** Returns how many numbers of a gap no row of the list can be: rows of the same who, kind and place have no number. */
    private static int untold(OrdinalGap gap, List<TimelineEvent> events) {
        int told = (int) events.stream()
                .map(TimelineEvent::encounter)
                .filter(each -> each.ordinal().isEmpty()
                        && each.stage() != EncounterStage.CANCELLED
                        && each.kind().slug().equals(gap.kind())
                        && each.participants().getFirst().shown().equals(gap.who())
                        && (gap.place().isEmpty()
                                || each.place().isEmpty()
                                || each.place()
                                        .get()
                                        .mayBe(new Place(
                                                gap.place(), each.place().get().country())))
                        && within(each.date(), gap.window()))
                .count();
        return gap.numbers().size() - told;
    }

    private static boolean within(StatedDate date, StatedDate window) {
        Optional<LocalDate> first = date.from().or(date::to);
        Optional<LocalDate> last = date.to().or(date::from);
        return first.isPresent()
                && last.isPresent()
                && window.from().filter(day -> last.get().isBefore(day)).isEmpty()
                && window.to().filter(day -> first.get().isAfter(day)).isEmpty();
    }

    private static void addGaps(TreeMap<Integer, TimelineEvent> row, List<OrdinalGap> gaps) {
        int last = 0;
        Optional<LocalDate> after = Optional.empty();
        for (TimelineEvent event : row.values()) {
            Encounter encounter = event.encounter();
            int n = encounter.ordinal().orElseThrow().n();
            Optional<LocalDate> start = last == 0 ? base(encounter.ordinal().orElseThrow()) : after;
            if (n > last + 1) {
                List<Integer> missing = new ArrayList<>();
                for (int number = last + 1; number < n; number++) {
                    missing.add(number);
                }
                Optional<LocalDate> end = encounter.date().to().map(day -> day.minusDays(1));
                boolean order = start.isEmpty() || end.isEmpty() || !end.get().isBefore(start.get());
                gaps.add(new OrdinalGap(
                        encounter.participants().get(0).shown(),
                        encounter.kind().slug(),
                        encounter.place().map(Place::name).orElse(""),
                        missing,
                        order ? new StatedDate(start, end) : StatedDate.UNKNOWN));
            }
            last = n;
            after = encounter.date().from().map(day -> day.plusDays(1));
        }
    }

    private static Optional<LocalDate> base(Ordinal ordinal) {
        return ordinal.since().map(since -> switch (since.length()) {
            case 4 -> LocalDate.parse(since + "-01-01");
            case 7 -> LocalDate.parse(since + "-01");
            default -> LocalDate.parse(since);
        });
    }
}
