package dev.tranche.store;

import java.util.Optional;

/**
 * What became of checking the chain of a book.
 *
 * @param entries how many entries are whole and in their place, counted from the first
 * @param head hash of the last of them, empty when there is none; whoever notes it can tell later whether the chain up
 *     to it is still the same
 * @param holdsNoted is the hash that was asked for among theirs? True when none was asked for
 * @param broken the first entry that is not as it was added
 */
public record Verification(long entries, String head, boolean holdsNoted, Optional<Broken> broken) {

    /**
     * An entry that is not as it was added.
     *
     * @param entry its number
     * @param what what is wrong with it, as a sentence without a subject
     */
    public record Broken(long entry, String what) {}
}
