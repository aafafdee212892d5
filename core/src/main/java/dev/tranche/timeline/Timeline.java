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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The encounters of many reports, each once, and the gaps shown by their ordinals.
 *
 * <p>Two reports describe one encounter if kind and main participant agree, partners and place do not contradict, and
 * their dates overlap within {@value EncounterFold#WIDEST} days. An encounter with an open date joins the only one of the
 * {@value EncounterFold#NEAR} days around its known end that agrees in both main parties, or in guest and town;
 * otherwise open and wider dates join nothing, so that repeated visits stay separate. Meetings held on a trip are part
 * of the visit. Press briefings are left out: they are not encounters between parties. The result does not depend on
 * the order of the reports.
 *
 * @param events the encounters by their first day; those without one last
 * @param gaps the gaps in the ordinals
 */
public record Timeline(List<TimelineEvent> events, List<OrdinalGap> gaps) {

    static final Comparator<Encounter> ORDER = Comparator.comparing((Encounter each) ->
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
        return ofTellers(Teller.all(reports));
    }

    /** Merges encounters, for example those of a book. */
    public static Timeline ofEncounters(List<Encounter> encounters) {
        Map<DocumentId, List<Encounter>> reports = new LinkedHashMap<>();
        encounters.forEach(each -> reports.computeIfAbsent(each.evidence().document(), absent -> new ArrayList<>())
                .add(each));
        List<Teller> tellers = new ArrayList<>();
        reports.forEach((id, told) -> tellers.add(
                new Teller(id.value(), id, StatedDate.UNKNOWN, told, List.of(), List.of(), List.of(), List.of())));
        return ofTellers(tellers);
    }

    private static Timeline ofTellers(List<Teller> tellers) {
        TieFold ties = new TieFold();
        ties.take(new EncounterFold().take(List.of(), tellers));
        List<Searched<TimelineEvent>> shown = ties.shown();
        return new Timeline(
                Trips.nested(shown).stream().map(Searched::told).toList(),
                gaps(shown.stream().map(Searched::told).toList()));
    }

    /** Returns the given number of encounters with the most reports, still by day; all gaps are kept. */
    public Timeline mostTold(int most) {
        List<TimelineEvent> told = events.stream()
                .sorted(Comparator.comparingInt(
                        (TimelineEvent event) -> -event.reports().size()))
                .limit(most)
                .sorted(Comparator.comparing(TimelineEvent::encounter, ORDER))
                .toList();
        return new Timeline(told, gaps);
    }

    /** Returns the merged event of encounters in order. */
    static Searched<TimelineEvent> merged(List<Encounter> group) {
        return searched(event(group));
    }

    /** Returns an event with its searchable words: participants, their offices, the place, the quotes. */
    public static Searched<TimelineEvent> searched(TimelineEvent event) {
        StringBuilder text = new StringBuilder();
        for (Participant each : event.encounter().participants()) {
            text.append(each.name().orElse(""))
                    .append('\n')
                    .append(each.office())
                    .append('\n');
        }
        event.encounter().place().ifPresent(place -> text.append(place.name()).append('\n'));
        event.evidence().forEach(words -> text.append(words.quote()).append('\n'));
        return Searched.of(event, text.toString());
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
            join(participants, each.participants());
            reports.add(each.evidence().document().value());
            evidence.add(each.evidence());
        }
        Encounter merged = new Encounter(first.kind(), participants, place, date, stage, ordinal, first.evidence());
        return new TimelineEvent(merged, reports.stream().map(DocumentId::new).toList(), evidence);
    }

    /** Adds those not yet among the known ones. */
    static void join(List<Participant> known, List<Participant> others) {
        for (Participant other : others) {
            if (known.stream().noneMatch(each -> each.equals(other) || each.mayBe(other))) {
                known.add(other);
            }
        }
    }

    static StatedDate narrower(StatedDate one, StatedDate other) {
        boolean ends = !EncounterFold.narrow(one)
                && !EncounterFold.narrow(other)
                && one.from().isPresent() != one.to().isPresent()
                && other.from().isPresent() == one.to().isPresent()
                && other.to().isPresent() == one.from().isPresent();
        if (ends) {
            LocalDate from = one.from().or(other::from).orElseThrow();
            LocalDate to = one.to().or(other::to).orElseThrow();
            return to.isBefore(from) ? one : StatedDate.between(from, to);
        }
        boolean finer = EncounterFold.narrow(other)
                && (!EncounterFold.narrow(one)
                        || ChronoUnit.DAYS.between(
                                        other.from().orElseThrow(), other.to().orElseThrow())
                                < ChronoUnit.DAYS.between(
                                        one.from().orElseThrow(), one.to().orElseThrow()));
        return finer ? other : one;
    }

    /** One report's plan may be another's past event. */
    private static EncounterStage further(EncounterStage one, EncounterStage other) {
        List<EncounterStage> ladder =
                List.of(EncounterStage.PLANNED, EncounterStage.ONGOING, EncounterStage.PAST, EncounterStage.CANCELLED);
        return ladder.indexOf(one) >= ladder.indexOf(other) ? one : other;
    }

    /** Groups each series by party, kind and state, and lists the numbers missing between those reported. */
    static List<OrdinalGap> gaps(List<TimelineEvent> events) {
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
        Map<String, List<Encounter>> unnumbered = new HashMap<>();
        gaps.forEach(gap -> unnumbered.put(gap.kind() + "|" + gap.who(), new ArrayList<>()));
        for (TimelineEvent event : gaps.isEmpty() ? List.<TimelineEvent>of() : events) {
            Encounter each = event.encounter();
            List<Encounter> row = each.ordinal().isPresent() || each.stage() == EncounterStage.CANCELLED
                    ? null
                    : unnumbered.get(each.kind().slug() + "|"
                            + each.participants().getFirst().shown());
            if (row != null) {
                row.add(each);
            }
        }
        gaps.removeIf(gap -> untold(gap, unnumbered.getOrDefault(gap.kind() + "|" + gap.who(), List.of())) <= 0);
        return gaps;
    }

    /**
     * Returns how many numbers of a gap remain when the unnumbered encounters of the same party and kind that may fill
     * it are subtracted.
     */
    private static int untold(OrdinalGap gap, List<Encounter> unnumbered) {
        int told = (int) unnumbered.stream()
                .filter(each -> (gap.place().isEmpty()
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
