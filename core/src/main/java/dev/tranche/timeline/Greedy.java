package dev.tranche.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Members in a fixed order, each of which joins a group of earlier members or founds one.
 *
 * <p>When members are added or removed, only those whose choice may change choose again; each chooses once, in order,
 * when everything before it is settled. So the groups are those of a pass over all members from the first to the last.
 *
 * @param <M> the members
 */
abstract class Greedy<M extends Greedy.Member<M>> {

    private final Comparator<M> order;
    private final Map<String, TreeSet<M>> bound = new HashMap<>();
    private int size;

    /** Starts without groups. */
    Greedy(Comparator<M> order) {
        this.order = order;
    }

    /** A member of a group, once it has chosen. */
    abstract static class Member<M extends Member<M>> {

        private @Nullable Group<M> group;

        /** Returns its group. */
        Group<M> group() {
            if (group == null) {
                throw new IllegalStateException("a member that has not chosen yet");
            }
            return group;
        }

        boolean isFounder() {
            return group != null && group.founder().equals(this);
        }

        /** Returns with whom people decided that it belongs; null if they did not. */
        @Nullable
        Bond bond() {
            return null;
        }

        /** Is it apart from everything that shares no bond with it? */
        final boolean isApart() {
            Bond bond = bond();
            return bond != null && bond.apart();
        }
    }

    /** Members that belong together; compared by identity. */
    static final class Group<M extends Member<M>> {

        private final List<M> members = new ArrayList<>(1);

        /** Returns the members in their order; none for a dissolved group. */
        List<M> members() {
            return members;
        }

        M founder() {
            return members.getFirst();
        }

        boolean isGone() {
            return members.isEmpty();
        }

        /** May others join by their own choice? */
        boolean isOpen() {
            return !((Member<M>) founder()).isApart();
        }
    }

    /** Makes a member known to later ones. */
    abstract void enter(M member);

    /** Makes later ones forget a member. */
    abstract void forget(M member);

    /** Returns the open group of earlier members that a member joins; null for one that founds its own. */
    abstract @Nullable Group<M> choose(M member);

    /** Adds all later members whose choice may change because a member joined, left or founded a group. */
    abstract void mark(M member, List<M> group, Set<M> open);

    /** Called when a member becomes the founder of a group or ceases to be one. */
    void founds(M member, boolean isFounder) {}

    final boolean isBefore(M one, M two) {
        return order.compare(one, two) < 0;
    }

    final Comparator<M> order() {
        return order;
    }

    /**
     * Removes some members and adds others.
     *
     * @return the groups that are new, changed or gone
     */
    final Set<Group<M>> update(Collection<M> gone, Collection<M> come) {
        boolean first = size == 0;
        size += come.size() - gone.size();
        Set<Group<M>> touched = new LinkedHashSet<>();
        TreeSet<M> open = new TreeSet<>(order);
        gone.forEach(this::forget);
        gone.forEach(this::unbind);
        come.forEach(this::enter);
        come.forEach(this::bind);
        for (M member : gone) {
            // If its founder left before it, its group is already gone.
            Group<M> before = ((Member<M>) member).group;
            if (before != null) {
                leave(member, before, open, touched);
            }
            mark(member, before == null ? List.of() : before.members(), open);
            markBound(member, open);
        }
        // A member marked before it left must not choose again.
        open.removeAll(gone);
        open.addAll(come);
        for (M member = open.pollFirst(); member != null; member = open.pollFirst()) {
            settle(member, open, touched, first);
        }
        return touched;
    }

    private void settle(M member, NavigableSet<M> open, Set<Group<M>> touched, boolean first) {
        Group<M> before = ((Member<M>) member).group;
        Group<M> now = joined(member);
        if (now == null ? member.isFounder() : now == before) {
            return;
        }
        if (before != null) {
            leave(member, before, open, touched);
        }
        Group<M> joined = now == null ? new Group<>() : now;
        int place = Collections.binarySearch(joined.members, member, order);
        joined.members.add(place < 0 ? -place - 1 : place, member);
        ((Member<M>) member).group = joined;
        touched.add(joined);
        if (now == null) {
            founds(member, true);
        }
        // If all are added for the first time, all later ones choose anyway.
        if (!first) {
            if (before != null) {
                mark(member, before.members(), open);
            }
            mark(member, joined.members(), open);
            markBound(member, open);
        }
    }

    /** A member with a bond follows the first one with that bond, which alone chooses. */
    private @Nullable Group<M> joined(M member) {
        Bond bond = ((Member<M>) member).bond();
        if (bond == null) {
            return choose(member);
        }
        M first = bound.getOrDefault(bond.label(), new TreeSet<>(order)).first();
        if (isBefore(first, member)) {
            return first.group();
        }
        return bond.apart() ? null : choose(member);
    }

    private void bind(M member) {
        Bond bond = ((Member<M>) member).bond();
        if (bond != null) {
            bound.computeIfAbsent(bond.label(), absent -> new TreeSet<>(order)).add(member);
        }
    }

    private void unbind(M member) {
        Bond bond = ((Member<M>) member).bond();
        if (bond == null) {
            return;
        }
        TreeSet<M> all = bound.getOrDefault(bond.label(), new TreeSet<>(order));
        all.remove(member);
        if (all.isEmpty()) {
            bound.remove(bond.label());
        }
    }

    /** Those with the same bond follow the first of them. */
    private void markBound(M member, Set<M> open) {
        Bond bond = ((Member<M>) member).bond();
        TreeSet<M> all = bond == null ? null : bound.get(bond.label());
        if (all != null) {
            open.addAll(all.tailSet(member, false));
        }
    }

    /** Without its founder, a group dissolves and its members choose again. */
    private void leave(M member, Group<M> from, Set<M> open, Set<Group<M>> touched) {
        touched.add(from);
        ((Member<M>) member).group = null;
        if (!from.founder().equals(member)) {
            from.members.remove(Collections.binarySearch(from.members, member, order));
            return;
        }
        founds(member, false);
        List<M> rest = List.copyOf(from.members.subList(1, from.members.size()));
        from.members.clear();
        for (M other : rest) {
            ((Member<M>) other).group = null;
            open.add(other);
        }
        if (!rest.isEmpty()) {
            mark(member, rest, open);
        }
    }
}
