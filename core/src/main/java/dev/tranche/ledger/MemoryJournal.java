package dev.tranche.ledger;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A journal that lives as long as the run; not safe for several threads. */
public final class MemoryJournal implements Journal {

    private final Set<JournalEntry> entries = new LinkedHashSet<>();

    /** Begins empty. */
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
