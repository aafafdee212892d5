package dev.tranche.timeline;

import dev.tranche.timeline.EncounterFold.Told;
import dev.tranche.timeline.Greedy.Group;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Ties groups of encounters that are one trip, one conference, one meeting or one call, reported before, during and
 * after it, as groups are added and removed.
 *
 * <p>Reports of one trip give its days differently: planned, under way, completed, in retrospect. So groups of one kind
 * that share the main parties and are a few days apart are one, as long as place and number allow. Which groups are
 * tied does not depend on the order in which they are added.
 */
final class TieFold {

    /** The most groups before another that are examined; a person's days hold fewer. */
    private static final int MOST_BACK = 40;

    /** Groups whose first days are further apart are never the same. */
    private static final long FARTHEST = EncounterFold.WIDEST + Meeting.MOST_DAYS;

    private static final Comparator<Node> ORDER = Comparator.comparing((Node node) -> node.meeting.from())
            .thenComparing(node -> node.meeting.to())
            .thenComparing(node -> node.told.getFirst(), EncounterFold.ORDER);

    private static final Comparator<Knot> SHOWN = Comparator.comparing(
                    (Knot knot) -> knot.event().encounter(), Timeline.ORDER)
            .thenComparing(knot -> knot.told.getFirst(), EncounterFold.ORDER);

    private final Map<Group<Told>, Node> nodes = new HashMap<>();
    private final Map<String, Ranked<Node>> closedByKey = new HashMap<>();
    private final Map<String, Set<Node>> openByKey = new HashMap<>();
    private final Ranked<Knot> shown = new Ranked<>(SHOWN);

    /** A group of encounters that may be tied to others. */
    private static final class Node {
        private final Meeting meeting;
        private final List<Told> told;
        private final Set<String> keys;
        private @Nullable Knot knot;

        Node(Group<Told> group) {
            this.meeting = Meeting.of(group.members().stream().map(Told::alike).toList());
            this.told = List.copyOf(group.members());
            // What people split off is tied to nothing.
            this.keys = group.isOpen() ? new LinkedHashSet<>(meeting.keys()) : Set.of();
        }
    }

    /** One encounter: tied groups, and open ones that can only be part of it; or a single open group. */
    private static final class Knot {
        private final List<Node> closed = new ArrayList<>(1);
        private final Set<Node> open = new LinkedHashSet<>(1);
        private List<Told> told = List.of();
        private @Nullable Searched<TimelineEvent> merged;

        TimelineEvent event() {
            return Objects.requireNonNull(merged).told();
        }

        void merge() {
            List<Told> all = new ArrayList<>();
            closed.forEach(node -> all.addAll(node.told));
            open.forEach(node -> all.addAll(node.told));
            all.sort(Comparator.comparing(Told::encounter, Timeline.ORDER).thenComparing(EncounterFold.ORDER));
            told = all;
            merged = Timeline.merged(all.stream().map(Told::encounter).toList());
        }
    }

    /** What an update changes. */
    private final class Update {
        private final Set<Node> stale = new LinkedHashSet<>();
        private final Set<Node> asked = new LinkedHashSet<>();
        private final Set<Knot> gone = new LinkedHashSet<>();
        private final Set<Knot> come = new LinkedHashSet<>();

        /** Undoes a shown knot; its groups have to be tied again. */
        private void undo(@Nullable Knot knot) {
            if (knot == null || !gone.add(knot)) {
                return;
            }
            stale.addAll(knot.closed);
            asked.addAll(knot.open);
        }

        private void take(Node node) {
            undo(node.knot);
            stale.remove(node);
            asked.remove(node);
            for (String key : node.keys) {
                if (node.meeting.isClosed()) {
                    Ranked<Node> all = closed(key);
                    all.remove(node);
                    crowd(all, node);
                    if (all.list().isEmpty()) {
                        closedByKey.remove(key);
                    }
                    asked.addAll(openByKey.getOrDefault(key, Set.of()));
                } else {
                    openByKey.getOrDefault(key, new HashSet<>()).remove(node);
                }
            }
        }

        private void enter(Node node) {
            for (String key : node.keys) {
                if (node.meeting.isClosed()) {
                    closed(key).add(node);
                    crowd(closed(key), node);
                    asked.addAll(openByKey.getOrDefault(key, Set.of()));
                } else {
                    openByKey
                            .computeIfAbsent(key, absent -> new LinkedHashSet<>())
                            .add(node);
                }
            }
            (node.meeting.isClosed() ? stale : asked).add(node);
        }

        /** Where many groups are close, adding or removing one moves others out of each other's reach or into it. */
        private void crowd(Ranked<Node> all, Node node) {
            List<Node> near = new ArrayList<>();
            around(all, node, Integer.MAX_VALUE, 2 * FARTHEST, near::add);
            if (near.size() >= MOST_BACK) {
                stale.addAll(near);
            }
        }

        private void tie() {
            Deque<Node> queue = new ArrayDeque<>(stale);
            Set<Node> done = new HashSet<>();
            while (!queue.isEmpty()) {
                Node start = queue.poll();
                if (!done.contains(start)) {
                    spread(start, done, queue);
                }
            }
        }

        private void spread(Node start, Set<Node> done, Deque<Node> queue) {
            Knot knot = new Knot();
            Deque<Node> next = new ArrayDeque<>(List.of(start));
            done.add(start);
            while (!next.isEmpty()) {
                Node node = next.poll();
                Knot before = node.knot;
                if (before != null && gone.add(before)) {
                    queue.addAll(before.closed);
                    asked.addAll(before.open);
                }
                node.knot = knot;
                knot.closed.add(node);
                for (String key : node.keys) {
                    around(closed(key), node, MOST_BACK, FARTHEST, other -> {
                        if (!done.contains(other) && other.meeting.isOne(node.meeting)) {
                            done.add(other);
                            next.add(other);
                        }
                    });
                    asked.addAll(openByKey.getOrDefault(key, Set.of()));
                }
            }
            come.add(knot);
        }

        private void ask() {
            for (Node open : asked) {
                Knot before = open.knot;
                Knot target = onlyOne(open);
                boolean own = before != null && before.closed.isEmpty() && !gone.contains(before);
                if (target == null ? own : before == target && !gone.contains(target)) {
                    continue;
                }
                if (before != null && !gone.contains(before)) {
                    before.open.remove(open);
                    renew(before);
                }
                Knot joined = target == null ? new Knot() : target;
                joined.open.add(open);
                open.knot = joined;
                renew(joined);
            }
        }

        /** Schedules a knot to be merged again. */
        private void renew(Knot knot) {
            if (come.contains(knot)) {
                return;
            }
            Knot other = new Knot();
            other.closed.addAll(knot.closed);
            other.open.addAll(knot.open);
            if (knot.merged != null) {
                gone.add(knot);
            }
            if (other.closed.isEmpty() && other.open.isEmpty()) {
                return;
            }
            other.closed.forEach(node -> node.knot = other);
            other.open.forEach(node -> node.knot = other);
            come.add(other);
        }

        private void show() {
            gone.removeIf(knot -> knot.merged == null);
            come.removeIf(gone::contains);
            come.forEach(Knot::merge);
            shown.update(gone, come);
        }
    }

    private Ranked<Node> closed(String key) {
        return closedByKey.computeIfAbsent(key, absent -> new Ranked<>(ORDER));
    }

    /** Visits the closed groups of a key around one: at most this many before and after it whose days are close enough. */
    private static void around(Ranked<Node> all, Node node, int most, long days, Consumer<Node> visitor) {
        int place = all.place(node);
        List<Node> list = all.list();
        long from = node.meeting.from().toEpochDay();
        for (int i = place - 1; i >= Math.max(0, (long) place - most); i--) {
            if (from - list.get(i).meeting.from().toEpochDay() > days) {
                break;
            }
            visitor.accept(list.get(i));
        }
        int next = place < list.size() && list.get(place) == node ? place + 1 : place;
        long end = node.meeting.to().toEpochDay();
        for (int i = next; i < Math.min(list.size(), (long) next + most); i++) {
            if (list.get(i).meeting.from().toEpochDay() - end > days) {
                break;
            }
            visitor.accept(list.get(i));
        }
    }

    /**
     * Returns the only encounter that an open one can be; null if there are several, since it is unknown which is
     * meant.
     */
    private @Nullable Knot onlyOne(Node open) {
        Set<Knot> knots = new HashSet<>();
        for (String key : open.keys) {
            Ranked<Node> all = closedByKey.get(key);
            if (all != null) {
                around(all, open, Integer.MAX_VALUE, FARTHEST, other -> {
                    if (other.meeting.meets(open.meeting) && other.meeting.isOne(open.meeting)) {
                        knots.add(Objects.requireNonNull(other.knot));
                    }
                });
            }
        }
        return knots.size() == 1 ? knots.iterator().next() : null;
    }

    /** Updates groups that are new, changed or gone. */
    void take(Collection<Group<Told>> touched) {
        Update update = new Update();
        for (Group<Told> group : touched) {
            Node before = nodes.remove(group);
            if (before != null) {
                update.take(before);
            }
        }
        for (Group<Told> group : touched) {
            if (!group.isGone()) {
                Node node = new Node(group);
                nodes.put(group, node);
                update.enter(node);
            }
        }
        update.tie();
        update.ask();
        update.show();
    }

    /** Returns the encounters in order. */
    List<Searched<TimelineEvent>> shown() {
        return shown.list().stream()
                .map(knot -> Objects.requireNonNull(knot.merged))
                .toList();
    }
}
