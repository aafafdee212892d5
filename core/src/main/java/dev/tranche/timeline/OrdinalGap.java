package dev.tranche.timeline;

import dev.tranche.dating.StatedDate;
import java.util.List;

/**
 * Encounters that must have taken place because a numbered series implies them, but that no report mentions.
 *
 * @param who the party whose encounters are counted
 * @param kind what is counted, such as "visit"
 * @param place the place, possibly empty
 * @param numbers the missing numbers of the series
 * @param window the days within which they must have taken place
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
