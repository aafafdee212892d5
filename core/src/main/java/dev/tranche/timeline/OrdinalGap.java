package dev.tranche.timeline;

import dev.tranche.dating.StatedDate;
import java.util.List;

/**
 * Encounters that must have taken place because a counted row says so, and that no report tells.
 *
 * @param who whose encounters are counted
 * @param kind what is counted, such as "visit"
 * @param place where, possibly empty
 * @param numbers the numbers of the row that are missing
 * @param window the days on which they must lie
 */
public record OrdinalGap(String who, String kind, String place, List<Integer> numbers, StatedDate window) {

    /** Copies the list and refuses a gap without numbers. */
    public OrdinalGap {
        numbers = List.copyOf(numbers);
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException("a gap misses at least one number");
        }
    }
}
