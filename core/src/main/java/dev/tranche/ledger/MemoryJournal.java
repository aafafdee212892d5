package dev.tranche.ledger;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A journal in memory; not safe for several threads. */
public final class MemoryJournal implements Journal {

    private final Set<JournalEntry> entries = new LinkedHashSet<>();

    /** Starts empty. */
    public MemoryJournal() {}

    @Override
    public boolean append(JournalEntry entry) {
        return entries.add(entry);
    }

    @Override
    public List<JournalEntry> entries() {
        return new ArrayList<>(entries);
    }
}
