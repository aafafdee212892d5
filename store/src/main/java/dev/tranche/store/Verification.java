package dev.tranche.store;

import java.util.Optional;

/**
 * The result of checking a book: the chain of its journal, and what is derived from it.
 *
 * @param entries number of intact entries in sequence, counted from the first
 * @param head hash of the last of them, empty if there is none; with a note of it, one can check later whether the
 *     chain up to it is unchanged
 * @param holdsNoted is the given hash among theirs? True if none was given
 * @param broken the first entry that differs from what was added
 * @param derived what is wrong with the tables derived from the journal, as a sentence without a subject; empty
 *     if nothing is, or if they were not checked because the journal itself is broken or they are behind it
 */
public record Verification(
        long entries, String head, boolean holdsNoted, Optional<Broken> broken, Optional<String> derived) {

    /** Returns the result with what is wrong with the derived tables. */
    Verification with(Optional<String> found) {
        return new Verification(entries, head, holdsNoted, broken, found);
    }

    /**
     * An entry that differs from what was added.
     *
     * @param entry its number
     * @param what what is wrong with it, as a sentence without a subject
     */
    public record Broken(long entry, String what) {}
}
