package dev.tranche.store;

import dev.tranche.ledger.JournalEntry;
import dev.tranche.store.StoreException.Reason;
import dev.tranche.view.LeanReading;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The journal with readings from the derived tables; where these do not hold one, from the journal. */
final class LeanRows {

    private final BookAddress book;
    private final Link link;
    private final ReportIndex index;
    private final EntryTable entries;

    LeanRows(BookAddress book, Link link, ReportIndex index, EntryTable entries) {
        this.book = book;
        this.link = link;
        this.index = index;
        this.entries = entries;
    }

    /** Hands on all entries after a number; those that the derived tables do not hold are read from their rows. */
    void forEachAfter(long number, Function<EntryTable.Row, JournalEntry> read, Follower into) {
        long last = number;
        for (List<LeanTable.Row> page = page(last); !page.isEmpty(); page = page(last)) {
            for (LeanTable.Row row : page) {
                last = row.number();
                if (row.lean().isPresent()) {
                    into.take(last, row.lean().get());
                    continue;
                }
                switch (read.apply(whole(last))) {
                    case JournalEntry.Read reading -> into.take(last, LeanReading.of(reading.extraction()));
                    case JournalEntry.Decided decided -> into.take(last, decided);
                    case JournalEntry.Withdrawn withdrawn -> into.take(last, withdrawn);
                }
            }
        }
    }

    private EntryTable.Row whole(long number) {
        return link.one(() -> entries.find(number))
                .orElseThrow(() -> new StoreException(Reason.DAMAGED, book + ", entry " + number + ": it is missing."));
    }

    private List<LeanTable.Row> page(long after) {
        return link.one(() -> index.isCurrent()
                ? index.lean().page(after, EntryTable.PAGE)
                : entries.numbers(after, EntryTable.PAGE).stream()
                        .map(number -> new LeanTable.Row(number, Optional.empty()))
                        .toList());
    }
}
