package dev.tranche.syntax;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a sentence from which clauses are built.
 *
 * @param kind what it is
 * @param atom its first atom
 * @param end index after its last atom
 * @param group the noun group of a {@link Kind#GROUP}
 * @param verb the verb group of a {@link Kind#VERB}
 */
record Unit(
        Kind kind,
        int atom,
        int end,
        @Nullable Group group,
        @Nullable VerbGroup verb) {

    /** What a unit is. */
    enum Kind {
        GROUP,
        VERB,
        PREP,
        SUB,
        WH,
        AND,
        COMMA,
        STOP,
        OTHER
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
