package dev.tranche.ledger;

import dev.tranche.extract.Extraction;
import java.util.ArrayList;
import java.util.List;

/**
 * The readings that count: for each report the newest wording read by the newest version, without withdrawn reports.
 */
final class Readings {

    private Readings() {}

    /** Returns them ordered by the keys of their reports. */
    static List<Extraction> of(List<JournalEntry> entries) {
        FoldedBook book = new FoldedBook();
        for (int i = 0; i < entries.size(); i++) {
            book.add(i, entries.get(i));
        }
        List<Extraction> counting = new ArrayList<>();
        for (FoldedBook.Report report : book.reports()) {
            if (!report.withdrawn() && entries.get((int) report.entry()) instanceof JournalEntry.Read read) {
                counting.add(read.extraction());
            }
        }
        return List.copyOf(counting);
    }
}
