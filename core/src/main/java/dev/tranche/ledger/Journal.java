package dev.tranche.ledger;

import java.util.List;

/**
 * The source of truth of a book: entries in the order in which they were added. The ledger is derived from it.
 *
 * <p>An implementation keeps exactly the entries that {@link #append} accepted.
 */
public interface Journal {

    /**
     * Adds an entry; one equal to an existing entry changes nothing.
     *
     * @return was it added?
     */
    boolean append(JournalEntry entry);

    /** Returns all entries in the order in which they were added. */
    List<JournalEntry> entries();
}
