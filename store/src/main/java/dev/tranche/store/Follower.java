package dev.tranche.store;

import dev.tranche.ledger.JournalEntry;
import dev.tranche.view.LeanReading;

/** Receives the entries of a book one by one, in order, as far as a book needs them. */
public interface Follower {

    /** Receives a reading without its text. */
    void take(long number, LeanReading reading);

    /** Receives an entry that is not a reading. */
    void take(long number, JournalEntry entry);
}
