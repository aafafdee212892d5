package dev.tranche.ledger;

import dev.tranche.review.Field;
import dev.tranche.review.Shown;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people decided about an entry, as far as it counts.
 *
 * @param decisions ids of the decisions that touch it, in order
 * @param corrected the cells that a person set, each with the id of the last decision that did
 * @param acceptance the last acceptance
 */
public record Review(List<String> decisions, Map<Field, String> corrected, Optional<Acceptance> acceptance) {

    /** Nobody decided anything. */
    public static final Review NONE = new Review(List.of(), Map.of(), Optional.empty());

    /** What became of an entry at the hands of people. */
    public enum State {
        /** A person accepted the cells that it shows. */
        ACCEPTED,
        /** A person set cells, and nobody accepted the entry as it is shown. */
        CORRECTED;

        /** Returns the word used in JSON: lower case. */
        public String slug() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * An acceptance of an entry.
     *
     * @param decision id of the decision
     * @param seen the cells that were seen
     */
    public record Acceptance(String decision, List<Shown> seen) {

        /** Copies the list. */
        public Acceptance {
            seen = List.copyOf(seen);
        }

        /** Does an entry still show what was seen? */
        public boolean holds(Commitment entry) {
            return entry.cells().containsAll(seen);
        }
    }

    /** Copies the lists. */
    public Review {
        decisions = List.copyOf(decisions);
        Map<Field, String> sorted = new EnumMap<>(Field.class);
        sorted.putAll(corrected);
        corrected = Collections.unmodifiableMap(sorted);
    }

    /** Did a person set a cell? */
    public boolean isCorrected(Field field) {
        return corrected.containsKey(field);
    }

    /** Copies this review with one more decision. */
    Review touched(String decision) {
        if (decisions.contains(decision)) {
            return this;
        }
        List<String> more = new ArrayList<>(decisions);
        more.add(decision);
        return new Review(more, corrected, acceptance);
    }

    /** Copies this review with cells that a decision set. */
    Review corrected(String decision, Iterable<Field> fields) {
        Map<Field, String> more = new EnumMap<>(Field.class);
        more.putAll(corrected);
        fields.forEach(field -> more.put(field, decision));
        return new Review(decisions, more, acceptance);
    }

    /** Copies this review with a later acceptance. */
    Review accepted(Acceptance later) {
        return new Review(decisions, corrected, Optional.of(later));
    }
}
