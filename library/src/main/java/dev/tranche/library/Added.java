package dev.tranche.library;

import java.util.List;

/**
 * What became of the reports of one call.
 *
 * @param read how many reports were read
 * @param added how many of them the book did not have in the same reading
 * @param refused what is not a report, and why, one sentence each
 */
public record Added(int read, int added, List<String> refused) {

    /** Copies the list. */
    public Added {
        refused = List.copyOf(refused);
    }
}
