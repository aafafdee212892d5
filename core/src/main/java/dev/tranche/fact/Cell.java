package dev.tranche.fact;

import dev.tranche.text.Evidence;
import java.util.Optional;

/**
 * The basis of one cell of a fact.
 *
 * @param basis its kind of basis
 * @param evidence the words that say so; empty if none do
 */
public record Cell(Basis basis, Optional<Evidence> evidence) {

    /** Refuses words without a basis in the text, and a default that has words. */
    public Cell {
        boolean told = basis == Basis.WORDS || basis == Basis.CONTEXT;
        if (told != evidence.isPresent() && basis != Basis.RECORD) {
            throw new IllegalArgumentException("a cell by " + basis.slug() + " cannot have words: " + evidence);
        }
    }

    /** Returns the cell of a value that no words give. */
    public static Cell byDefault() {
        return new Cell(Basis.DEFAULT, Optional.empty());
    }
}
