package dev.tranche.problem;

import dev.tranche.text.Span;
import java.util.Optional;

/**
 * One oddity in a report or input; it never stops a run.
 *
 * @param code the kind, for counting
 * @param message a sentence that says what happened, with which input and what became of it
 * @param span where in the document text, when it concerns particular words
 * @param subject what it is about in one word, for those codes that have a {@linkplain ProblemCode#subjectKey key} for
 *     it: the language, the format
 */
public record Problem(ProblemCode code, String message, Optional<Span> span, Optional<String> subject) {

    /** Refuses an empty message, and a subject that has no key. */
    public Problem {
        if (message.isBlank()) {
            throw new IllegalArgumentException("a problem needs a message: " + code);
        }
        if (subject.isPresent() && code.subjectKey().isEmpty()) {
            throw new IllegalArgumentException("a problem of this code has no subject: " + code);
        }
    }

    /** Builds a problem without a subject. */
    public Problem(ProblemCode code, String message, Optional<Span> span) {
        this(code, message, span, Optional.empty());
    }

    /** Builds a problem of a whole input that is about a language or format. */
    public static Problem about(ProblemCode code, String subject, String message) {
        return new Problem(code, message, Optional.empty(), Optional.of(subject));
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
