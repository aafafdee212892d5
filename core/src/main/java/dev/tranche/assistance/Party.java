package dev.tranche.assistance;

import dev.tranche.fact.Basis;

/**
 * A donor or recipient named in the text.
 *
 * @param code code of the state or body; empty for a private one
 * @param start first token of the words
 * @param end index after their last token
 * @param basis whether the sum's own sentence names it
 */
record Party(String code, int start, int end, Basis basis) {

    boolean isPrivate() {
        return code.isEmpty();
    }

    Party inContext() {
        return new Party(code, start, end, Basis.CONTEXT);
    }
}
