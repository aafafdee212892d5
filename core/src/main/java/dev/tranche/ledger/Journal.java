package dev.tranche.ledger;

import java.util.List;

/**
 * The truth of a book: entries in the order in which they were added. The ledger is derived from it.
 *
 * <p>An implementation keeps every entry that {@link #append} took and nothing else.
 */
public interface Journal {

    /**
     * Adds an entry; one that equals an entry of the journal changes nothing.
     *
     * @return was it added?
     */
    boolean append(JournalEntry entry);

    /** Returns all entries in the order in which they were added. */
    List<JournalEntry> entries();
}
