package dev.tranche.timeline;

import dev.tranche.dating.StatedDate;
import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.EncounterKind;
import dev.tranche.encounter.EncounterStage;
import dev.tranche.encounter.Participant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Encounters of many reports, those that tell of one together; found by kind and days. */
final class EncounterGroups {

    /** The widest date in days by which encounters of two reports are joined. */
    static final int WIDEST = 10;

    /** Days beside the known end of an open date in which it may have been. */
    static final int NEAR = 7;

    private static final int BUCKET_DAYS = 10;

    private final List<List<Encounter>> groups = new ArrayList<>();
    private final Map<String, TreeSet<Integer>> byDays = new HashMap<>();

    /** Groups encounters that are given in a fixed order. */
    static List<List<Encounter>> of(List<Encounter> sorted) {
        EncounterGroups groups = new EncounterGroups();
        sorted.stream().filter(each -> narrow(each.date())).forEach(groups::join);
        sorted.stream().filter(each -> !narrow(each.date())).forEach(groups::joinOpen);
        return groups.groups;
    }

    private void join(Encounter encounter) {
        StatedDate date = encounter.date();
        for (int index : near(encounter.kind(), date)) {
            if (groups.get(index).stream().allMatch(other -> same(encounter, other))) {
                add(index, encounter, date);
                return;
            }
        }
        add(start(), encounter, date);
    }

    /** An open date joins what it must mean: the only group near its known end that agrees in all that counts. */
    private void joinOpen(Encounter encounter) {
        Optional<StatedDate> window = window(encounter.date());
        if (window.isEmpty()) {
            add(start(), encounter, StatedDate.UNKNOWN);
            return;
        }
        List<Integer> fitting = new ArrayList<>();
        for (int index : near(encounter.kind(), window.get())) {
            if (mayMean(encounter, window.get(), groups.get(index))) {
                fitting.add(index);
            }
        }
        add(fitting.size() == 1 ? fitting.get(0) : start(), encounter, window.get());
    }

    private int start() {
        groups.add(new ArrayList<>());
        return groups.size() - 1;
    }

    private void add(int index, Encounter encounter, StatedDate days) {
        groups.get(index).add(encounter);
        keys(encounter.kind(), days)
                .forEach(key ->
                        byDays.computeIfAbsent(key, absent -> new TreeSet<>()).add(index));
    }

    private Set<Integer> near(EncounterKind kind, StatedDate days) {
        TreeSet<Integer> near = new TreeSet<>();
        keys(kind, days).forEach(key -> near.addAll(byDays.getOrDefault(key, new TreeSet<>())));
        return near;
    }

    private static List<String> keys(EncounterKind kind, StatedDate days) {
        List<String> keys = new ArrayList<>();
        if (days.from().isPresent() && days.to().isPresent()) {
            long last = Math.floorDiv(days.to().get().toEpochDay(), BUCKET_DAYS);
            for (long at = Math.floorDiv(days.from().get().toEpochDay(), BUCKET_DAYS); at <= last; at++) {
                keys.add(kind + " " + at);
            }
        }
        return keys;
    }

    private static Optional<StatedDate> window(StatedDate date) {
        if (date.from().isPresent() == date.to().isPresent()) {
            return Optional.empty();
        }
        LocalDate end = date.to().or(date::from).orElseThrow();
        return Optional.of(
                date.to().isPresent()
                        ? StatedDate.between(end.minusDays(NEAR), end)
                        : StatedDate.between(end, end.plusDays(NEAR)));
    }

    private static boolean mayMean(Encounter open, StatedDate window, List<Encounter> group) {
        boolean closed = group.stream().anyMatch(other -> narrow(other.date()));
        return group.stream().allMatch(other -> isSure(open, other))
                && group.stream()
                        .filter(other -> !closed || narrow(other.date()))
                        .allMatch(other -> narrow(other.date())
                                ? close(window, other.date())
                                : mayMeet(open.date(), other.date()));
    }

    /** "By the 21st" and "from the 20th on" may be one day; so may two that were by days close to one another. */
    private static boolean mayMeet(StatedDate one, StatedDate other) {
        Optional<LocalDate> from = one.from().or(other::from);
        Optional<LocalDate> to = one.to().or(other::to);
        if (from.isPresent() && to.isPresent()) {
            long days = ChronoUnit.DAYS.between(from.get(), to.get());
            return days >= 0 && days <= NEAR;
        }
        return one.equals(other);
    }

    /** Do two of different reports name the same main parties, or a visit the same guest and the same place? */
    private static boolean isSure(Encounter one, Encounter other) {
        boolean cancelled = (one.stage() == EncounterStage.CANCELLED) != (other.stage() == EncounterStage.CANCELLED);
        boolean reported = one.evidence().document().equals(other.evidence().document());
        if (reported || cancelled || !agree(one, other)) {
            return false;
        }
        long named = one.participants().stream()
                .filter(each -> each.name().isPresent()
                        && other.participants().stream()
                                .anyMatch(theirs -> theirs.name().equals(each.name())))
                .count();
        return switch (one.kind()) {
            case VISIT -> named > 0 && one.place().isPresent() && other.place().isPresent();
            case CONFERENCE -> named > 0;
            case MEETING, CALL -> named > 1;
        };
    }

    private static boolean same(Encounter one, Encounter other) {
        return one.kind() == other.kind() && close(one.date(), other.date()) && agree(one, other);
    }

    private static boolean agree(Encounter one, Encounter other) {
        boolean counted = one.ordinal().isPresent()
                && other.ordinal().isPresent()
                && one.ordinal().get().since().equals(other.ordinal().get().since())
                && one.ordinal().get().n() != other.ordinal().get().n();
        boolean placed = one.place().isEmpty()
                || other.place().isEmpty()
                || one.place().get().mayBe(other.place().get());
        if (counted || !placed) {
            return false;
        }
        if (one.kind() == EncounterKind.VISIT
                || one.participants().size() < 2
                || other.participants().size() < 2) {
            return one.participants().get(0).mayBe(other.participants().get(0));
        }
        return shared(one.participants(), other.participants()) > 1;
    }

    private static long shared(List<Participant> ones, List<Participant> others) {
        return ones.stream()
                .filter(each -> others.stream().anyMatch(each::mayBe))
                .count();
    }

    private static boolean close(StatedDate one, StatedDate other) {
        return narrow(one)
                && narrow(other)
                && !one.from().orElseThrow().isAfter(other.to().orElseThrow())
                && !other.from().orElseThrow().isAfter(one.to().orElseThrow());
    }

    /** Is a date closed and at most {@value #WIDEST} days wide? */
    static boolean narrow(StatedDate date) {
        return date.from().isPresent()
                && date.to().isPresent()
                && ChronoUnit.DAYS.between(date.from().get(), date.to().get()) <= WIDEST;
    }
}
