package dev.tranche.problem;

import dev.tranche.text.Span;
import java.util.Optional;

/**
 * One oddness of one report or input; it never stops a run.
 *
 * @param code the kind, for counting
 * @param message a sentence that says what happened, with which input and what became of it
 * @param span where in the document text, when it is about words
 */
public record Problem(ProblemCode code, String message, Optional<Span> span) {

    /** Refuses an empty message. */
    public Problem {
        if (message.isBlank()) {
            throw new IllegalArgumentException("a problem needs a message: " + code);
        }
    }

    /** Builds a problem of a whole input. */
    public static Problem of(ProblemCode code, String message) {
        return new Problem(code, message, Optional.empty());
    }

    /** Builds a problem about some words. */
    public static Problem at(ProblemCode code, String message, Span span) {
        return new Problem(code, message, Optional.of(span));
    }
}
