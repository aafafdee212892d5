package dev.tranche.ledger;

import dev.tranche.extract.Extraction;
import java.util.List;

/** Folds a journal into a ledger: a pure function of the set of its entries. */
public final class LedgerFold {

    private LedgerFold() {}

    /** Returns the ledger of a journal. */
    public static Ledger of(Journal journal) {
        return book(journal).ledger();
    }

    /** Returns a book that holds all entries of a journal. */
    public static FoldedBook book(Journal journal) {
        FoldedBook book = new FoldedBook();
        journal.entries().forEach(book::add);
        return book;
    }

    /**
     * Returns the readings of a journal that count: the newest of each report, without withdrawn ones, ordered by id.
     */
    public static List<Extraction> readings(Journal journal) {
        return Readings.of(journal.entries());
    }
}
