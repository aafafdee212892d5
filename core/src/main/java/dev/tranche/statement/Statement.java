package dev.tranche.statement;

import dev.tranche.text.Evidence;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something reported as said.
 *
 * @param speaker who says it
 * @param verb the reporting verb, in its base form; "according to" if there is none
 * @param direct is at least part of it in quotation marks?
 * @param stance what the speaker does with it
 * @param addressee who is addressed, in the report's words, where stated
 * @param via who passes it on, if reported at second hand
 * @param denies index of the statement of the same report that it denies
 * @param evidence the words, attribution included
 */
public record Statement(
        Speaker speaker,
        String verb,
        boolean direct,
        Stance stance,
        Optional<String> addressee,
        Optional<String> via,
        OptionalInt denies,
        Evidence evidence) {

    /** Refuses a statement without a verb. */
    public Statement {
        if (verb.isBlank()) {
            throw new IllegalArgumentException("a statement needs a verb");
        }
    }

    /** Copies this statement as a denial of another one of the same report. */
    public Statement denying(int other) {
        return new Statement(speaker, verb, direct, stance, addressee, via, OptionalInt.of(other), evidence);
    }
}
