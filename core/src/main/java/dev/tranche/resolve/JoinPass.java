package dev.tranche.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Joins each group to a stronger one that it meets, in order of strength.
 *
 * <p>The pass keeps its state. When groups are added or removed, only those are processed again whose places hold
 * something different from before; the result is that of a pass over all groups from scratch.
 */
final class JoinPass {

    /** The most groups of one place that are compared with a group. */
    private static final int MOST_COMPARED = 64;

    /** Before the first rank. */
    private static final int START = -1;

    /** Ranks are being reassigned, so nothing can be queued by rank. */
    private static final int RANKING = -2;

    private final Join join;
    private final Comparator<Node> order;
    private List<Node> nodes = new ArrayList<>();
    private final Map<Group, Node> byGroup = new HashMap<>();
    private final Map<Place, Block> blocks = new HashMap<>();
    private final Map<Place, List<Node>> homes = new HashMap<>();

    private final Set<Place> dirty = new HashSet<>();
    private final Set<Node> touched = new HashSet<>();
    private final PriorityQueue<Node> queue = new PriorityQueue<>(Comparator.comparingInt(node -> node.rank));
    private final Set<Group> gone = new HashSet<>();
    private final List<Node> orphans = new ArrayList<>();
    private int now = START;
    private boolean first = true;

    JoinPass(Join join) {
        this.join = join;
        this.order = (one, two) -> join.order().compare(one.input, two.input);
    }

    /**
     * Groups removed and added.
     *
     * @param out groups removed
     * @param in groups added
     */
    record Change(Collection<Group> out, Collection<Group> in) {

        boolean isNone() {
            return out.isEmpty() && in.isEmpty();
        }
    }

    /** Takes a change of the input groups and returns the resulting change of the output groups. */
    Change update(Change change) {
        if (change.isNone()) {
            return change;
        }
        now = RANKING;
        List<Node> leaving = change.out().stream().map(this::node).toList();
        leaving.forEach(this::leave);
        List<Node> coming = new ArrayList<>();
        for (Group group : change.in()) {
            Node node = new Node(group, join.home(group));
            coming.add(node);
            byGroup.put(group, node);
            homes.computeIfAbsent(node.home, key -> new ArrayList<>(2)).add(node);
        }
        rank(leaving, coming);
        now = START;
        coming.forEach(this::call);
        orphans.stream().filter(node -> byGroup.get(node.input) == node).forEach(this::call);
        orphans.clear();
        dirty.forEach(this::callReaders);
        while (!queue.isEmpty()) {
            look(queue.remove());
        }
        return settle();
    }

    private Node node(Group group) {
        Node node = byGroup.get(group);
        if (node == null) {
            throw new IllegalStateException("a group that never came in cannot go");
        }
        return node;
    }

    private void rank(List<Node> leaving, List<Node> coming) {
        Set<Node> out = new HashSet<>(leaving);
        coming.sort(order);
        List<Node> merged = new ArrayList<>(nodes.size() + coming.size());
        int next = 0;
        for (Node node : nodes) {
            if (out.contains(node)) {
                continue;
            }
            while (next < coming.size() && order.compare(coming.get(next), node) < 0) {
                merged.add(coming.get(next++));
            }
            merged.add(node);
        }
        merged.addAll(coming.subList(next, coming.size()));
        nodes = merged;
        for (int i = 0; i < nodes.size(); i++) {
            nodes.get(i).rank = i;
        }
    }

    private void leave(Node node) {
        byGroup.remove(node.input);
        List<Node> home = homes.getOrDefault(node.home, List.of());
        home.remove(node);
        withdraw(node);
        if (node.isRoot()) {
            node.result.ifPresent(gone::add);
            touched.remove(node);
            orphan(node);
        } else {
            Node root = node.target.get();
            root.part(node);
            touch(root);
        }
    }

    /** Removes what a node put into places. */
    private void withdraw(Node node) {
        for (Place place : node.entered) {
            Block block = blocks.get(place);
            if (block != null) {
                block.remove(node);
                if (block.isEmpty()) {
                    blocks.remove(place);
                }
            }
            soil(place);
        }
        node.entered = List.of();
    }

    /** Groups joined to a node that is no longer a root have to look again. */
    private void orphan(Node root) {
        for (Node member : List.copyOf(root.members)) {
            withdraw(member);
            member.target = Optional.empty();
            member.forced = true;
            call(member);
        }
        root.members = List.of();
        root.freeze();
    }

    /** Notes that a root has changed: groups that meet it later have to look again. */
    private void touch(Node root) {
        root.touched = true;
        touched.add(root);
        root.entered.forEach(this::soil);
        for (Node member : root.members) {
            member.entered.forEach(this::soil);
        }
    }

    private void soil(Place place) {
        if (!first && dirty.add(place) && now > START) {
            callReaders(place);
        }
    }

    private void callReaders(Place place) {
        for (Place home : join.homesThatRead(place)) {
            homes.getOrDefault(home, List.of()).forEach(this::call);
        }
    }

    private void call(Node node) {
        if (now == RANKING) {
            orphans.add(node);
        } else if (!node.queued && node.rank > now) {
            node.queued = true;
            queue.add(node);
        }
    }

    private void look(Node node) {
        node.queued = false;
        now = node.rank;
        List<Place> reads = join.reads(node.input);
        if (!node.forced && reads.stream().noneMatch(dirty::contains)) {
            return;
        }
        Optional<Node> target = target(node, reads);
        boolean moved = node.forced || !target.equals(node.target);
        Optional<Node> before = node.target;
        if (moved) {
            withdraw(node);
            if (!node.forced) {
                before.ifPresent(root -> {
                    root.part(node);
                    touch(root);
                });
                if (before.isEmpty()) {
                    node.result.ifPresent(gone::add);
                    node.result = Optional.empty();
                    touched.remove(node);
                    orphan(node);
                }
            }
            node.forced = false;
            node.target = target;
            target.ifPresent(root -> {
                root.join(node);
                touch(root);
            });
        }
        List<Place> enters = join.enters(
                target.map(root -> root.at(node.rank + 1)).orElse(node.input), node.input, target.isEmpty());
        if (moved || !enters.equals(node.entered)) {
            withdraw(node);
            node.entered = enters;
            for (Place place : enters) {
                blocks.computeIfAbsent(place, Block::new).add(node);
                soil(place);
            }
            touch(target.orElse(node));
        }
    }

    private Optional<Node> target(Node node, List<Place> reads) {
        Group group = node.input;
        Optional<Node> best = Optional.empty();
        int agreeing = 0;
        for (Place place : reads) {
            Block block = blocks.get(place);
            if (block == null) {
                continue;
            }
            for (Node other : block.before(node.rank, MOST_COMPARED)) {
                if (best.filter(chosen -> chosen == other).isPresent()) {
                    continue;
                }
                Group met = other.at(node.rank);
                if (!join.fits(group, met)) {
                    continue;
                }
                agreeing++;
                if (best.isEmpty() || join.isBetter(group, met, best.get().at(node.rank))) {
                    best = Optional.of(other);
                }
                if (join.takesFirst()) {
                    return best;
                }
            }
        }
        return join.wantsOne() && agreeing > 1 ? Optional.empty() : best;
    }

    /** Returns the changes and clears them. */
    private Change settle() {
        List<Group> come = new ArrayList<>();
        for (Node node : touched) {
            node.touched = false;
            if (!node.isRoot()) {
                continue;
            }
            Group whole = node.whole();
            node.freeze();
            if (node.result
                    .filter(before -> before == whole || before.isAs(whole))
                    .isPresent()) {
                continue;
            }
            node.result.ifPresent(gone::add);
            node.result = Optional.of(whole);
            come.add(whole);
        }
        come.sort(Group.strongestFirst());
        List<Group> went = new ArrayList<>(gone);
        // Groups removed and added again are unchanged.
        Set<Group> back = new HashSet<>(come);
        back.retainAll(gone);
        went.removeAll(back);
        come.removeAll(back);
        touched.clear();
        dirty.clear();
        gone.clear();
        first = false;
        return new Change(went, come);
    }
}
