package dev.tranche.books;

import dev.tranche.contract.JournalContract;
import dev.tranche.ledger.Journal;
import dev.tranche.ledger.MemoryJournal;

/** The journal in memory keeps the contract of journals. */
class MemoryJournalTest implements JournalContract {

    private final Journal journal = new MemoryJournal();

    @Override
    public Journal open() {
        return journal;
    }

    @Override
    public void close(Journal ignored) {
        // Nothing outlives the run.
    }
}
