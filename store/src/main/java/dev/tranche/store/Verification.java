package dev.tranche.store;

import java.util.Optional;

/**
 * The result of checking a book: the chain of its journal, and what is derived from it.
 *
 * @param entries how many entries are whole and in their place, counted from the first
 * @param head hash of the last of them, empty when there is none; whoever notes it can tell later whether the chain up
 *     to it is still the same
 * @param holdsNoted is the hash that was asked for among theirs? True when none was asked for
 * @param broken the first entry that is not as it was added
 * @param derived what is wrong with the tables that are derived from the journal, as a sentence without a subject; empty
 *     when nothing is, and when they were not checked because the journal itself is broken or they are behind it
 */
public record Verification(
        long entries, String head, boolean holdsNoted, Optional<Broken> broken, Optional<String> derived) {

    /** Returns the result with what is wrong with the derived tables. */
    Verification with(Optional<String> found) {
        return new Verification(entries, head, holdsNoted, broken, found);
    }

    /**
     * An entry that is not as it was added.
     *
     * @param entry its number
     * @param what what is wrong with it, as a sentence without a subject
     */
    public record Broken(long entry, String what) {}
}
