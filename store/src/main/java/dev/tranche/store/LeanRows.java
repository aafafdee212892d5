package dev.tranche.store;

import dev.tranche.ledger.JournalEntry;
import dev.tranche.store.StoreException.Reason;
import dev.tranche.view.LeanReading;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** The journal with readings from the derived tables; where these lack one, from the journal. */
final class LeanRows {

    /** Up to this many entries of the ledger are read separately, however small the book is. */
    private static final int FEW = 200;

    /** In a larger book, the entries of the ledger are read separately if they are at most one in this many. */
    private static final int PART = 4;

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

    /** Passes on all entries after a number; those missing from the derived tables are read from their rows. */
    void forEachAfter(long number, Function<EntryTable.Row, JournalEntry> read, Follower into) {
        long last = number;
        for (List<LeanTable.Row> page = page(last); !page.isEmpty(); page = page(last)) {
            for (LeanTable.Row row : page) {
                last = row.number();
                hand(row, read, into);
            }
        }
    }

    private void hand(LeanTable.Row row, Function<EntryTable.Row, JournalEntry> read, Follower into) {
        long number = row.number();
        if (row.lean().isPresent()) {
            into.take(number, row.lean().get());
            return;
        }
        switch (read.apply(whole(number))) {
            case JournalEntry.Read reading -> into.take(number, LeanReading.of(reading.extraction()));
            case JournalEntry.Decided decided -> into.take(number, decided);
            case JournalEntry.Recalled recalled -> into.take(number, recalled);
            case JournalEntry.Withdrawn withdrawn -> into.take(number, withdrawn);
        }
    }

    /** What the ledger of a journal depends on. */
    private record OfLedger(long head, List<Long> numbers) {}

    /**
     * Passes on the entries on which the ledger depends, in order.
     *
     * @return the number of the last entry of the journal; empty, with nothing passed on, if the derived tables do not
     *     list them or if there are so many that all entries might as well be read
     */
    OptionalLong forLedger(Function<EntryTable.Row, JournalEntry> read, Follower into) {
        Optional<OfLedger> found = link.ask(this::ofLedger);
        if (found.isEmpty()) {
            return OptionalLong.empty();
        }
        // Entries are only ever added, so what is read later is consistent with the same state.
        List<Long> numbers = found.get().numbers();
        for (int start = 0; start < numbers.size(); start += EntryTable.PAGE) {
            List<Long> page = numbers.subList(start, Math.min(numbers.size(), start + EntryTable.PAGE));
            link.one(() -> index.lean().find(page)).forEach(row -> hand(row, read, into));
        }
        return OptionalLong.of(found.get().head());
    }

    private Optional<OfLedger> ofLedger() throws SQLException {
        long head = entries.head().number();
        if (head == 0 || index.through() != head || index.lean().isOutdated()) {
            return Optional.empty();
        }
        int most = (int) Math.min(Integer.MAX_VALUE - 1, Math.max(FEW, head / PART));
        List<Long> numbers = index.ledger().needed(most + 1);
        return numbers.size() > most ? Optional.empty() : Optional.of(new OfLedger(head, numbers));
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
