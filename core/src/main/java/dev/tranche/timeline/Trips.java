package dev.tranche.timeline;

import dev.tranche.dating.StatedDate;
import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.EncounterKind;
import dev.tranche.encounter.EncounterStage;
import dev.tranche.encounter.Participant;
import dev.tranche.encounter.Place;
import dev.tranche.text.DocumentId;
import dev.tranche.text.Evidence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Places meetings held on a trip under the visit, so that one trip is one row, and a meeting that was a call under the
 * call.
 *
 * <p>A meeting belongs to the visit of a participant if the days allow and it is with the hosts: in the state
 * visited, with somebody from that state, or with somebody named in a report of the visit. A meeting without a place is
 * the call that another report mentions between the same two on the same days. The nearest visit is chosen; if two fit,
 * it stays separate.
 */
final class Trips {

    /** The most days by which a meeting may fall outside the reported days of the visit. */
    private static final int BESIDE = 2;

    private final List<Searched<TimelineEvent>> events;
    private final Map<String, List<Integer>> visits = new HashMap<>();
    private final Map<String, List<Integer>> calls = new HashMap<>();

    private Trips(List<Searched<TimelineEvent>> events) {
        this.events = events;
    }

    /** Returns encounters in their order, with those held on a trip inside the visit. */
    static List<Searched<TimelineEvent>> nested(List<Searched<TimelineEvent>> events) {
        return new Trips(events).nested();
    }

    private List<Searched<TimelineEvent>> nested() {
        for (int i = 0; i < events.size(); i++) {
            know(i);
        }
        TreeMap<Integer, Integer> outer = new TreeMap<>();
        Map<Integer, List<Integer>> inner = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            int row = rowOf(told(i));
            if (row >= 0) {
                outer.put(i, row);
                inner.computeIfAbsent(row, absent -> new ArrayList<>(1)).add(i);
            }
        }
        if (outer.isEmpty()) {
            return events;
        }
        List<Searched<TimelineEvent>> rows = new ArrayList<>(events.size() - outer.size());
        for (int i = 0; i < events.size(); i++) {
            if (!outer.containsKey(i)) {
                List<Integer> within = inner.get(i);
                rows.add(within == null ? events.get(i) : Timeline.searched(whole(i, within)));
            }
        }
        rows.sort(
                Comparator.comparing((Searched<TimelineEvent> row) -> row.told().encounter(), Timeline.ORDER));
        return rows;
    }

    private void know(int i) {
        Encounter told = told(i);
        if (told.stage() == EncounterStage.CANCELLED) {
            return;
        }
        if (told.kind() == EncounterKind.CALL) {
            told.participants().forEach(one -> one.name().ifPresent(name -> add(calls, name, i)));
        }
        if (told.kind() == EncounterKind.VISIT && country(told).isPresent()) {
            keys(told.participants().getFirst()).forEach(key -> add(visits, key, i));
        }
    }

    private static void add(Map<String, List<Integer>> index, String key, int i) {
        index.computeIfAbsent(key, absent -> new ArrayList<>(1)).add(i);
    }

    /** The name and the office of one person: reports may omit either. */
    private static List<String> keys(Participant who) {
        List<String> keys = new ArrayList<>(2);
        who.name().ifPresent(keys::add);
        Alike.office(who).ifPresent(keys::add);
        return keys;
    }

    private Encounter told(int i) {
        return events.get(i).told().encounter();
    }

    private static Optional<String> country(Encounter encounter) {
        return encounter.place().flatMap(Place::country);
    }

    /** Returns the index of the only visit on which it was held, or call that it was, or -1. */
    private int rowOf(Encounter meeting) {
        boolean meets = meeting.kind() == EncounterKind.MEETING || meeting.kind() == EncounterKind.CONFERENCE;
        if (!meets || meeting.stage() == EncounterStage.CANCELLED) {
            return -1;
        }
        TreeSet<Integer> found = new TreeSet<>();
        for (int beside = 0; beside <= BESIDE && found.isEmpty(); beside++) {
            found.addAll(visitsOf(meeting, beside));
        }
        boolean call = found.isEmpty()
                && meeting.kind() == EncounterKind.MEETING
                && meeting.place().isEmpty();
        for (Participant one : call ? meeting.participants() : List.<Participant>of()) {
            for (int i : calls.getOrDefault(one.name().orElse(""), List.of())) {
                if (meet(told(i).date(), meeting.date(), 0) && shared(told(i), meeting) > 1) {
                    found.add(i);
                }
            }
        }
        return found.size() == 1 ? found.first() : -1;
    }

    private Set<Integer> visitsOf(Encounter meeting, int beside) {
        Set<Integer> found = new TreeSet<>();
        for (Participant one : meeting.participants()) {
            for (String key : one.name().isPresent() ? List.of(one.name().get()) : keys(one)) {
                for (int i : visits.getOrDefault(key, List.of())) {
                    if (isOn(told(i), one, meeting, beside)) {
                        found.add(i);
                    }
                }
            }
        }
        return found;
    }

    private static long shared(Encounter one, Encounter other) {
        return one.participants().stream()
                .filter(each -> each.name().isPresent()
                        && other.participants().stream()
                                .anyMatch(theirs -> theirs.name().equals(each.name())))
                .count();
    }

    private static boolean isOn(Encounter visit, Participant guest, Encounter meeting, int beside) {
        String state = country(visit).orElse("");
        boolean abroad = guest.country().filter(own -> !own.equals(state)).isPresent();
        boolean elsewhere = meeting.place().isPresent()
                && !meeting.place().get().mayBe(visit.place().orElseThrow());
        boolean there = country(meeting).filter(state::equals).isPresent();
        if (!meet(visit.date(), meeting.date(), beside)) {
            return false;
        }
        boolean summit = meeting.kind() == EncounterKind.CONFERENCE;
        for (Participant other : meeting.participants()) {
            boolean host = abroad && other.country().filter(state::equals).isPresent();
            boolean named = other.name().isPresent()
                    && visit.participants().stream()
                            .anyMatch(each -> each.name().equals(other.name()));
            boolean held = summit ? host && !elsewhere : host || there && abroad || named && !elsewhere;
            if (!other.equals(guest) && held) {
                return true;
            }
        }
        return false;
    }

    private static boolean meet(StatedDate visit, StatedDate meeting, int beside) {
        Optional<StatedDate> one = days(visit);
        Optional<StatedDate> two = days(meeting);
        if (one.isEmpty() || two.isEmpty()) {
            return false;
        }
        LocalDate from = one.get().from().orElseThrow().minusDays(beside);
        LocalDate to = one.get().to().orElseThrow().plusDays(beside);
        return !two.get().from().orElseThrow().isAfter(to)
                && !two.get().to().orElseThrow().isBefore(from);
    }

    private static Optional<StatedDate> days(StatedDate date) {
        return EncounterFold.narrow(date) ? Optional.of(date) : EncounterFold.window(date);
    }

    private TimelineEvent whole(int at, List<Integer> within) {
        TimelineEvent row = events.get(at).told();
        Encounter told = row.encounter();
        List<Participant> participants = new ArrayList<>(told.participants());
        TreeSet<DocumentId> reports = new TreeSet<>(row.reports());
        List<Evidence> evidence = new ArrayList<>(row.evidence());
        List<Encounter> held = new ArrayList<>(row.held());
        StatedDate date = told.date();
        for (int i : within) {
            TimelineEvent meeting = events.get(i).told();
            Timeline.join(participants, meeting.encounter().participants());
            reports.addAll(meeting.reports());
            evidence.addAll(meeting.evidence());
            if (told.kind() == EncounterKind.VISIT) {
                held.add(meeting.encounter());
            }
            date = EncounterFold.narrow(date)
                    ? date
                    : Timeline.narrower(date, meeting.encounter().date());
        }
        Encounter whole = new Encounter(
                told.kind(), participants, told.place(), date, told.stage(), told.ordinal(), told.evidence());
        return new TimelineEvent(whole, List.copyOf(reports), evidence, held);
    }
}
