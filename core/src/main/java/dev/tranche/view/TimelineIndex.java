package dev.tranche.view;

import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.EncounterKind;
import dev.tranche.encounter.Place;
import dev.tranche.lexicon.Gazetteer;
import dev.tranche.timeline.OrdinalGap;
import dev.tranche.timeline.Searched;
import dev.tranche.timeline.Timeline;
import dev.tranche.timeline.TimelineEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The encounters of a book, ready to be filtered. Immutable. */
public final class TimelineIndex {

    private final Timeline timeline;
    private final List<Searched<TimelineEvent>> events;
    private final Later<SortedMap<String, Integer>> countries = Later.by(this::counted);

    private TimelineIndex(Timeline timeline, List<Searched<TimelineEvent>> events) {
        this.timeline = timeline;
        this.events = List.copyOf(events);
    }

    /** Builds the index. */
    public static TimelineIndex of(Timeline timeline) {
        return new TimelineIndex(
                timeline, timeline.events().stream().map(Timeline::searched).toList());
    }

    /** Builds the index of events that are in order and have their searchable words. */
    static TimelineIndex of(List<Searched<TimelineEvent>> events, List<OrdinalGap> gaps) {
        return new TimelineIndex(new Timeline(Lists.mapped(events, Searched::told), gaps), events);
    }

    /** Returns the whole timeline. */
    public Timeline timeline() {
        return timeline;
    }

    /** Returns the codes of the states and bodies that take part, each with its number of encounters. */
    public SortedMap<String, Integer> countries() {
        return countries.get();
    }

    private SortedMap<String, Integer> counted() {
        return Lists.counted(events.stream()
                .flatMap(event -> event.told().encounter().participants().stream()
                        .flatMap(each -> each.country().stream())
                        .distinct()));
    }

    /**
     * Returns the matching encounters in chronological order, those without a day last; empty parts are ignored.
     *
     * @param kind a kind; a visit on which a meeting was held is found as a meeting too
     * @param countries codes of the states or bodies, at least one of which takes part
     * @param looked words of participants, their offices, the place or the quotes
     */
    public List<TimelineEvent> find(
            Optional<EncounterKind> kind,
            Set<String> countries,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            String looked) {
        List<String> wanted = Words.of(looked);
        List<TimelineEvent> found = new ArrayList<>();
        for (Searched<TimelineEvent> event : events) {
            Encounter encounter = event.told().encounter();
            boolean fits = (kind.isEmpty() || event.told().isOf(kind.get()))
                    && (countries.isEmpty()
                            || encounter.participants().stream()
                                    .anyMatch(each -> each.country()
                                            .filter(countries::contains)
                                            .isPresent()));
            if (fits && Days.meet(encounter.date(), from, to) && Words.allIn(event.words(), wanted)) {
                found.add(event.told());
            }
        }
        return found;
    }

    /**
     * The number of encounters in a place.
     *
     * @param name the town if known, else the place in a report's words
     * @param country code of its state, where known
     * @param town its position; empty if it is not a known town
     * @param encounters number of encounters
     */
    public record Meetings(String name, Optional<String> country, Optional<Gazetteer.Town> town, int encounters) {

        private static Meetings of(Place place) {
            Optional<Gazetteer.Town> town =
                    place.spot().filter(Gazetteer.Spot::isExact).map(Gazetteer.Spot::town);
            return new Meetings(
                    town.map(Gazetteer.Town::name).orElse(place.name()),
                    town.map(Gazetteer.Town::country).or(place::country),
                    town,
                    1);
        }
    }

    /** Returns the places of encounters within days, the one with the most encounters first. */
    public List<Meetings> places(Optional<LocalDate> from, Optional<LocalDate> to) {
        Map<String, Meetings> places = new TreeMap<>();
        for (TimelineEvent event : find(Optional.empty(), Set.of(), from, to, "")) {
            event.encounter()
                    .place()
                    .map(Meetings::of)
                    .ifPresent(met -> places.merge(
                            met.name() + "|" + met.country().orElse(""),
                            met,
                            (one, two) -> new Meetings(one.name(), one.country(), one.town(), one.encounters() + 1)));
        }
        return places.values().stream()
                .sorted(Comparator.comparingInt((Meetings one) -> -one.encounters())
                        .thenComparing(Meetings::name))
                .toList();
    }
}
