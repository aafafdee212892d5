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
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Ties groups of encounters that are one trip, one conference, one meeting or one call, told before, during and after it.
 *
 * <p>Reports of one trip give its days differently: planned, on the way, held, looked back upon. So groups of one kind that
 * share who matters and lie a few days apart are one, as long as place and counted number allow. Which groups are tied does
 * not depend on the order in which they come.
 */
final class EncounterTies {

    /** The most groups before another that are looked at; a person's days hold fewer. */
    private static final int MOST_BACK = 40;

    private final List<Group> groups;
    private final int[] parents;
    private final Map<String, List<Integer>> byKey = new TreeMap<>();

    /** What a group of encounters says together. */
    private record Group(
            List<Encounter> encounters,
            EncounterKind kind,
            LocalDate from,
            LocalDate to,
            Set<String> mains,
            Set<String> names,
            Set<String> countries,
            Set<String> places,
            Set<Ordinal> ordinals,
            boolean cancelled) {}

    private EncounterTies(List<Group> groups) {
        this.groups = groups;
        this.parents = new int[groups.size()];
        Arrays.setAll(parents, i -> i);
    }

    /** Returns the groups, those that are one together; those without narrow days stay as they are. */
    static List<List<Encounter>> tie(List<List<Encounter>> groups) {
        List<List<Encounter>> tied = new ArrayList<>();
        List<Group> narrow = new ArrayList<>();
        List<List<Encounter>> open = new ArrayList<>();
        for (List<Encounter> group : groups) {
            Optional<Group> of = group(group, closed(group));
            of.ifPresentOrElse(narrow::add, () -> open.add(group));
        }
        narrow.sort(Comparator.comparing(Group::from).thenComparing(Group::to));
        EncounterTies ties = new EncounterTies(narrow);
        ties.seek();
        Map<Integer, List<List<Encounter>>> joined = new TreeMap<>();
        for (List<Encounter> group : open) {
            Optional<Integer> root = group(group, window(group)).flatMap(ties::onlyOne);
            root.ifPresentOrElse(
                    at -> joined.computeIfAbsent(at, absent -> new ArrayList<>())
                            .add(group),
                    () -> tied.add(group));
        }
        tied.addAll(ties.result(joined));
        return tied;
    }

    private static Optional<StatedDate> closed(List<Encounter> encounters) {
        return encounters.stream()
                .map(Encounter::date)
                .filter(EncounterGroups::narrow)
                .min(Comparator.comparingLong(date -> date.to().orElseThrow().toEpochDay()
                        - date.from().orElseThrow().toEpochDay()));
    }

    /** "By the 21st" and "from the 20th on" mean the week beside the end that is known. */
    private static Optional<StatedDate> window(List<Encounter> encounters) {
        StatedDate date = encounters.getFirst().date();
        if (date.from().isPresent() == date.to().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                date.to().isPresent()
                        ? StatedDate.between(
                                date.to().get().minusDays(EncounterGroups.NEAR),
                                date.to().get())
                        : StatedDate.between(
                                date.from().orElseThrow(),
                                date.from().orElseThrow().plusDays(EncounterGroups.NEAR)));
    }

    /** Returns the only encounter that an open one can be; where there are several, nobody knows which is meant. */
    private Optional<Integer> onlyOne(Group open) {
        Set<Integer> roots = new TreeSet<>();
        for (String key : keys(open)) {
            for (int other : byKey.getOrDefault(key, List.of())) {
                Group group = groups.get(other);
                boolean meets = !group.from().isAfter(open.to()) && !group.to().isBefore(open.from());
                if (meets && areOne(group, open)) {
                    roots.add(root(other));
                }
            }
        }
        return roots.size() == 1 ? Optional.of(roots.iterator().next()) : Optional.empty();
    }

    private static Optional<Group> group(List<Encounter> encounters, Optional<StatedDate> days) {
        if (days.isEmpty()) {
            return Optional.empty();
        }
        Set<String> mains = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        Set<String> countries = new TreeSet<>();
        Set<String> places = new TreeSet<>();
        Set<Ordinal> ordinals = new java.util.HashSet<>();
        for (Encounter each : encounters) {
            each.participants().getFirst().name().ifPresent(mains::add);
            for (Participant one : each.participants()) {
                one.name().ifPresent(names::add);
                one.country().ifPresent(countries::add);
            }
            each.place().flatMap(Place::country).ifPresent(places::add);
            each.ordinal().ifPresent(ordinals::add);
        }
        return Optional.of(new Group(
                encounters,
                encounters.getFirst().kind(),
                days.get().from().orElseThrow(),
                days.get().to().orElseThrow(),
                mains,
                names,
                countries,
                places,
                ordinals,
                encounters.stream().allMatch(each -> each.stage() == EncounterStage.CANCELLED)));
    }

    private void seek() {
        for (int i = 0; i < groups.size(); i++) {
            for (String key : keys(groups.get(i))) {
                List<Integer> known = byKey.computeIfAbsent(key, absent -> new ArrayList<>());
                for (int k = known.size() - 1; k >= 0 && k >= known.size() - MOST_BACK; k--) {
                    int other = known.get(k);
                    if (areOne(groups.get(other), groups.get(i))) {
                        join(other, i);
                    }
                }
                known.add(i);
            }
        }
    }

    private static List<String> keys(Group group) {
        List<String> keys = new ArrayList<>();
        Set<String> who = group.kind() == EncounterKind.VISIT ? group.mains() : group.names();
        who.forEach(name -> keys.add(group.kind() + " " + name));
        if (group.kind() == EncounterKind.CONFERENCE) {
            group.places().forEach(place -> keys.add(group.kind() + " in " + place));
        }
        return keys;
    }

    private static boolean areOne(Group one, Group two) {
        boolean placed =
                one.places().isEmpty() || two.places().isEmpty() || !Collections.disjoint(one.places(), two.places());
        if (!placed || one.cancelled() != two.cancelled() || counted(one, two)) {
            return false;
        }
        long gap = Math.max(
                one.from().toEpochDay() - two.to().toEpochDay(),
                two.from().toEpochDay() - one.to().toEpochDay());
        return gap <= days(one.kind())
                && switch (one.kind()) {
                    case VISIT -> !Collections.disjoint(one.mains(), two.mains());
                    case CONFERENCE ->
                        !Collections.disjoint(one.places(), two.places())
                                || !Collections.disjoint(one.names(), two.names());
                    case MEETING, CALL -> shared(one.names(), two.names()) > 1 || oneSideAgrees(one, two);
                };
    }

    /** Reports differ by so many days about one trip, conference, meeting or call. */
    private static int days(EncounterKind kind) {
        return switch (kind) {
            case VISIT -> 3;
            case CONFERENCE -> 4;
            case MEETING -> 1;
            case CALL -> 1;
        };
    }

    private static boolean counted(Group one, Group two) {
        return one.ordinals().stream()
                .anyMatch(own -> two.ordinals().stream()
                        .anyMatch(other -> own.since().equals(other.since()) && own.n() != other.n()));
    }

    /** One partner has the same name, the other the same state. */
    private static boolean oneSideAgrees(Group one, Group two) {
        return shared(one.names(), two.names()) == 1
                && one.countries().size() == 2
                && one.countries().equals(two.countries());
    }

    private static int shared(Set<String> ones, Set<String> others) {
        int shared = 0;
        for (String name : ones) {
            shared += others.contains(name) ? 1 : 0;
        }
        return shared;
    }

    private int root(int i) {
        int root = i;
        while (parents[root] != root) {
            root = parents[root];
        }
        parents[i] = root;
        return root;
    }

    private void join(int one, int two) {
        int a = root(one);
        int b = root(two);
        parents[Math.max(a, b)] = Math.min(a, b);
    }

    private List<List<Encounter>> result(Map<Integer, List<List<Encounter>>> joined) {
        Map<Integer, List<Encounter>> tied = new TreeMap<>();
        for (int i = 0; i < groups.size(); i++) {
            tied.computeIfAbsent(root(i), absent -> new ArrayList<>())
                    .addAll(groups.get(i).encounters());
        }
        joined.forEach((at, open) -> open.forEach(
                group -> tied.computeIfAbsent(at, absent -> new ArrayList<>()).addAll(group)));
        return List.copyOf(tied.values());
    }
}
