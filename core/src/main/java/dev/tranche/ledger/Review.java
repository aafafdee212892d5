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
 * @param decisions ids of the decisions that affect it, in order
 * @param corrected the cells that a person set, each with the id of the last such decision
 * @param acceptance the last acceptance
 */
public record Review(List<String> decisions, Map<Field, String> corrected, Optional<Acceptance> acceptance) {

    /** No decisions. */
    public static final Review NONE = new Review(List.of(), Map.of(), Optional.empty());

    /** The state of an entry after review. */
    public enum State {
        /** A person accepted the cells it shows. */
        ACCEPTED,
        /** A person set cells, and nobody accepted the entry as shown. */
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
     * @param seen the cells as seen
     */
    public record Acceptance(String decision, List<Shown> seen) {

        /** Copies the list. */
        public Acceptance {
            seen = List.copyOf(seen);
        }

        /** Does an entry still show the same cells? */
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

    /** Was a cell set by a person? */
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
