package dev.tranche.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Decisions in the order in which they take effect, and which of them count: those that no later one undoes. */
public final class Decisions {

    private final List<Decision> all;
    private final List<Decision> active = new ArrayList<>();
    private final Map<String, String> undoneBy = new HashMap<>();

    private Decisions(List<Decision> all) {
        this.all = all;
    }

    /** Orders decisions; the order in which they are given does not matter. */
    public static Decisions of(Collection<Decision> given) {
        TreeSet<Decision> ordered = new TreeSet<>(Decision.ORDER);
        ordered.addAll(given);
        Decisions decisions = new Decisions(List.copyOf(ordered));
        // From the last to the first: whether an undo counts is known before what it undoes is looked at.
        for (Decision decision : decisions.all.reversed()) {
            String id = decision.id();
            if (decisions.undoneBy.containsKey(id)) {
                continue;
            }
            decisions.active.add(decision);
            if (decision.action() instanceof Action.Undo undo
                    && !undo.decision().equals(id)) {
                decisions.undoneBy.putIfAbsent(undo.decision(), id);
            }
        }
        java.util.Collections.reverse(decisions.active);
        return decisions;
    }

    /** Returns all decisions in order. */
    public List<Decision> all() {
        return all;
    }

    /** Returns those that count, in order. */
    public List<Decision> active() {
        return java.util.Collections.unmodifiableList(active);
    }

    /** Returns the id of the latest decision that undoes another; empty while that counts. */
    public Optional<String> undoneBy(Decision decision) {
        String by = undoneBy.get(decision.id());
        // An undo of a decision that only comes later undoes nothing.
        return by == null || by.compareTo(decision.id()) <= 0 ? Optional.empty() : Optional.of(by);
    }

    /** Returns the ids of undos that find no earlier decision. */
    public Set<String> vainUndos() {
        Set<String> before = new HashSet<>();
        Set<String> vain = new HashSet<>();
        for (Decision decision : all) {
            if (decision.action() instanceof Action.Undo undo && !before.contains(undo.decision())) {
                vain.add(decision.id());
            }
            before.add(decision.id());
        }
        return vain;
    }
}
