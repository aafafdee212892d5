package dev.tranche.timeline;

import java.util.Collection;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Members grouped by a name, so that each is compared only with those of its own lane.
 *
 * @param <M> the members
 */
final class Lanes<M> {

    private final Comparator<M> order;
    private final Function<M, String> name;
    private final TreeMap<String, Lane<M>> byName = new TreeMap<>();

    /**
     * Starts without lanes.
     *
     * @param order the order of members in each lane
     * @param name the name of a member's lane; must not change while the member is known
     */
    Lanes(Comparator<M> order, Function<M, String> name) {
        this.order = order;
        this.name = name;
    }

    /**
     * The members with one name.
     *
     * @param all all members
     * @param founders the members that founded a group
     */
    record Lane<M>(Ranked<M> all, Ranked<M> founders) {

        /** Notes whether a member founds a group. */
        void founds(M member, boolean isFounder) {
            if (isFounder) {
                founders.add(member);
            } else {
                founders.remove(member);
            }
        }
    }

    /** Returns the lane of a member, opening it for its first member. */
    Lane<M> of(M member) {
        return byName.computeIfAbsent(
                name.apply(member), absent -> new Lane<>(new Ranked<>(order), new Ranked<>(order)));
    }

    /** Returns all lanes by name. */
    Collection<Lane<M>> all() {
        return byName.values();
    }
}
