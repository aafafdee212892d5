package dev.tranche.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decisions in the order in which they take effect, and which of them count: those not undone by a later one.
 *
 * <p>They take effect in the order of the journal. Their times come from the clocks of several machines, which may be
 * wrong or set back: they are shown but have no effect.
 */
public final class Decisions {

    private final List<Decision> all;
    private final List<Decision> active = new ArrayList<>();
    private final Map<Decision, String> undoneBy = new HashMap<>();

    private Decisions(List<Decision> all) {
        this.all = all;
    }

    /**
     * Gathers decisions.
     *
     * @param given in the order of the journal; a repeated one counts where it came first
     */
    public static Decisions of(Collection<Decision> given) {
        Decisions decisions = new Decisions(List.copyOf(new LinkedHashSet<>(given)));
        Map<String, String> undoing = new HashMap<>();
        // From the last to the first: whether an undo counts is known before what it undoes is examined.
        for (Decision decision : decisions.all.reversed()) {
            String by = undoing.get(decision.id());
            if (by != null) {
                decisions.undoneBy.put(decision, by);
                continue;
            }
            decisions.active.addAll(decision.parts().reversed());
            if (decision.action() instanceof Action.Undo undo
                    && !undo.decision().equals(decision.id())) {
                undoing.putIfAbsent(undo.decision(), decision.id());
            }
        }
        Collections.reverse(decisions.active);
        return decisions;
    }

    /** Returns all decisions in order. */
    public List<Decision> all() {
        return all;
    }

    /** Returns those that count, in order; a decision of several actions is replaced by one decision for each. */
    public List<Decision> active() {
        return Collections.unmodifiableList(active);
    }

    /** Returns the id of the latest decision that undoes a decision; empty while it counts. */
    public Optional<String> undoneBy(Decision decision) {
        return Optional.ofNullable(undoneBy.get(decision));
    }

    /** Returns the ids of undos that match no earlier decision. */
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
