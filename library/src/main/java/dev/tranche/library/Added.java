package dev.tranche.library;

import java.util.List;

/**
 * The outcome of adding the reports of one call.
 *
 * @param read number of reports read
 * @param added number of these not yet in the book with the same reading
 * @param refused what is not a report, and why, one sentence each
 */
public record Added(int read, int added, List<String> refused) {

    /** Copies the list. */
    public Added {
        refused = List.copyOf(refused);
    }
}
