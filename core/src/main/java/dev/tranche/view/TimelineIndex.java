package dev.tranche.view;

import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.EncounterKind;
import dev.tranche.encounter.Participant;
import dev.tranche.encounter.Place;
import dev.tranche.text.Evidence;
import dev.tranche.timeline.Timeline;
import dev.tranche.timeline.TimelineEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The encounters of a book, ready to be filtered. Immutable. */
public final class TimelineIndex {

    private final Timeline timeline;
    private final List<String> words;

    private TimelineIndex(Timeline timeline) {
        this.timeline = timeline;
        this.words = timeline.events().stream().map(TimelineIndex::searched).toList();
    }

    /** Builds the index. */
    public static TimelineIndex of(Timeline timeline) {
        return new TimelineIndex(timeline);
    }

    private static String searched(TimelineEvent event) {
        StringBuilder text = new StringBuilder();
        for (Participant each : event.encounter().participants()) {
            text.append(each.name().orElse(""))
                    .append('\n')
                    .append(each.office())
                    .append('\n');
        }
        event.encounter().place().ifPresent(place -> text.append(place.name()).append('\n'));
        event.evidence().stream()
                .map(Evidence::quote)
                .forEach(quote -> text.append(quote).append('\n'));
        return Words.fold(text.toString());
    }

    /** Returns the whole timeline. */
    public Timeline timeline() {
        return timeline;
    }

    /** Returns the encounters asked for, in order of time, those without a day last; what is empty asks for nothing. */
    public List<TimelineEvent> find(
            Optional<EncounterKind> kind,
            Optional<String> country,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            String looked) {
        List<String> wanted = Words.of(looked);
        List<TimelineEvent> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Encounter encounter = timeline.events().get(i).encounter();
            boolean fits = (kind.isEmpty() || kind.get() == encounter.kind())
                    && (country.isEmpty()
                            || encounter.participants().stream()
                                    .anyMatch(each -> each.country().equals(country)));
            if (fits && Days.meet(encounter.date(), from, to) && Words.allIn(words.get(i), wanted)) {
                found.add(timeline.events().get(i));
            }
        }
        return found;
    }

    /**
     * How often people met in a place.
     *
     * @param place the place
     * @param encounters how many encounters
     */
    public record Meetings(Place place, int encounters) {}

    /** Returns the places of encounters within days, the one of most encounters first. */
    public List<Meetings> places(Optional<LocalDate> from, Optional<LocalDate> to) {
        Map<String, Meetings> places = new TreeMap<>();
        for (TimelineEvent event : find(Optional.empty(), Optional.empty(), from, to, "")) {
            event.encounter()
                    .place()
                    .ifPresent(place -> places.merge(
                            place.name() + "|" + place.country().orElse(""),
                            new Meetings(place, 1),
                            (one, two) -> new Meetings(one.place(), one.encounters() + 1)));
        }
        return places.values().stream()
                .sorted(Comparator.comparingInt((Meetings one) -> -one.encounters())
                        .thenComparing(one -> one.place().name()))
                .toList();
    }
}
