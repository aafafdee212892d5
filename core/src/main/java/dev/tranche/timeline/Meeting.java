package dev.tranche.timeline;

import dev.tranche.dating.StatedDate;
import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.EncounterKind;
import dev.tranche.encounter.EncounterStage;
import dev.tranche.encounter.Ordinal;
import dev.tranche.encounter.Participant;
import dev.tranche.encounter.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The combined content of a group of encounters.
 *
 * @param kind how they meet
 * @param isClosed is a day known, not only the beginning or the end? For a group without either end, all days are far
 *     away
 * @param from the first day
 * @param to the last day
 * @param mains names of the main participants
 * @param offices single-person offices that they hold, with the state
 * @param names names of all participants
 * @param countries codes of their states
 * @param places codes of the states in which they meet
 * @param ordinals their numbers in series
 * @param cancelled does every report say it is cancelled?
 */
record Meeting(
        EncounterKind kind,
        boolean isClosed,
        LocalDate from,
        LocalDate to,
        Set<String> mains,
        Set<String> offices,
        Set<String> names,
        Set<String> countries,
        Set<String> places,
        Set<Ordinal> ordinals,
        boolean cancelled) {

    /** The most days by which reports may differ about one trip, conference, meeting or call. */
    static final int MOST_DAYS = 4;

    static Meeting of(List<Encounter> encounters) {
        Optional<StatedDate> closed = encounters.stream()
                .map(Encounter::date)
                .filter(EncounterFold::narrow)
                .min(Comparator.comparingLong(date -> date.to().orElseThrow().toEpochDay()
                        - date.from().orElseThrow().toEpochDay()))
                .or(() -> between(encounters));
        Optional<StatedDate> days =
                closed.or(() -> EncounterFold.window(encounters.getFirst().date()));
        Set<String> mains = new TreeSet<>();
        Set<String> offices = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        Set<String> countries = new TreeSet<>();
        Set<String> places = new TreeSet<>();
        Set<Ordinal> ordinals = new HashSet<>();
        for (Encounter each : encounters) {
            Participant main = each.participants().getFirst();
            main.name().ifPresent(mains::add);
            Alike.office(main).ifPresent(offices::add);
            for (Participant one : each.participants()) {
                one.name().ifPresent(names::add);
                one.country().ifPresent(countries::add);
            }
            each.place().flatMap(Place::country).ifPresent(places::add);
            each.ordinal().ifPresent(ordinals::add);
        }
        return new Meeting(
                encounters.getFirst().kind(),
                closed.isPresent(),
                days.flatMap(StatedDate::from).orElse(LocalDate.EPOCH),
                days.flatMap(StatedDate::to).orElse(LocalDate.EPOCH.minusDays(1)),
                mains,
                offices,
                names,
                countries,
                places,
                ordinals,
                encounters.stream().allMatch(each -> each.stage() == EncounterStage.CANCELLED));
    }

    /** An encounter planned from one day and past by another took place between the two. */
    private static Optional<StatedDate> between(List<Encounter> encounters) {
        Optional<LocalDate> from =
                encounters.stream().flatMap(each -> each.date().from().stream()).max(Comparator.naturalOrder());
        Optional<LocalDate> to =
                encounters.stream().flatMap(each -> each.date().to().stream()).min(Comparator.naturalOrder());
        boolean known = from.isPresent() && to.isPresent() && !to.get().isBefore(from.get());
        return known
                ? Optional.of(StatedDate.between(from.get(), to.get())).filter(EncounterFold::narrow)
                : Optional.empty();
    }

    /** Returns keys, at least one of which is shared by groups of the same encounter; none for a group without days. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        if (to.isBefore(from)) {
            return keys;
        }
        Set<String> who = kind == EncounterKind.VISIT ? mains : names;
        who.forEach(name -> keys.add(kind + " " + name));
        if (kind == EncounterKind.VISIT) {
            offices.forEach(office -> keys.add(kind + " " + office));
        }
        if (kind == EncounterKind.CONFERENCE) {
            places.forEach(place -> keys.add(kind + " in " + place));
        }
        return keys;
    }

    boolean meets(Meeting other) {
        return !from.isAfter(other.to) && !to.isBefore(other.from);
    }

    boolean isOne(Meeting other) {
        long gap = Math.max(from.toEpochDay() - other.to.toEpochDay(), other.from.toEpochDay() - to.toEpochDay());
        // Two parties do not meet twice on one day: a different place belongs to something else.
        boolean once = gap <= 0 && (kind == EncounterKind.MEETING || kind == EncounterKind.CALL);
        boolean placed =
                once || places.isEmpty() || other.places.isEmpty() || !Collections.disjoint(places, other.places);
        if (!placed || cancelled != other.cancelled || counted(other)) {
            return false;
        }
        return gap <= days()
                && switch (kind) {
                    case VISIT -> !Collections.disjoint(mains, other.mains) || isNamelessOf(other);
                    case CONFERENCE ->
                        !Collections.disjoint(places, other.places) || !Collections.disjoint(names, other.names);
                    case MEETING, CALL -> shared(other) > 1 || oneSideAgrees(other);
                };
    }

    /** "The Norwegian prime minister", named in one report but not in the other, in one state on one day. */
    private boolean isNamelessOf(Meeting other) {
        return (mains.isEmpty() || other.mains.isEmpty())
                && !Collections.disjoint(offices, other.offices)
                && !Collections.disjoint(places, other.places);
    }

    private int days() {
        return switch (kind) {
            case VISIT -> 3;
            case CONFERENCE -> MOST_DAYS;
            case MEETING, CALL -> 1;
        };
    }

    private boolean counted(Meeting other) {
        return ordinals.stream()
                .anyMatch(own ->
                        other.ordinals.stream().anyMatch(two -> own.since().equals(two.since()) && own.n() != two.n()));
    }

    /** One partner has the same name, the other the same state. */
    private boolean oneSideAgrees(Meeting other) {
        return shared(other) == 1 && countries.size() == 2 && countries.equals(other.countries);
    }

    private int shared(Meeting other) {
        int shared = 0;
        for (String name : names) {
            shared += other.names.contains(name) ? 1 : 0;
        }
        return shared;
    }
}
