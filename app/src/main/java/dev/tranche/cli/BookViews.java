package dev.tranche.cli;

import dev.tranche.export.Selected;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.store.Access;
import dev.tranche.store.Store;
import dev.tranche.view.BookSettings;
import dev.tranche.view.BookView;
import dev.tranche.view.GrowingBook;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows a book to a command as the server shows it to the pages. */
final class BookViews {

    private BookViews() {}

    /**
     * Returns what the reports given, else the book, come to; a book is read entry by entry and its texts are not kept.
     */
    static BookView of(TrancheCommand program, BookOptions book, List<String> paths, RecordOption record) {
        Lexicon lexicon = book.reading().lexicon();
        GrowingBook growing =
                new GrowingBook(new BookSettings(record.or(RecordOption.ALL), record.isGiven()), lexicon::nameOf);
        if (paths.isEmpty()) {
            try (Store store = BookOptions.open(book.named(), Access.READ)) {
                store.follow(growing, number -> {});
            }
            return growing.last();
        }
        long number = 0;
        for (JournalEntry entry :
                BookOptions.ofReports(program, paths, book.reading()).entries()) {
            growing.add(++number, entry);
        }
        return growing.last();
    }

    /** Returns what a book comes to. */
    static BookView of(@Nullable String book, Lexicon lexicon, RecordOption record) {
        GrowingBook growing = growing(lexicon, record);
        try (Store store = BookOptions.open(book, Access.READ)) {
            store.follow(growing, number -> {});
        }
        return growing.last();
    }

    private static GrowingBook growing(Lexicon lexicon, RecordOption record) {
        return new GrowingBook(new BookSettings(record.or(RecordOption.ALL), record.isGiven()), lexicon::nameOf);
    }

    /** Returns all of a book. */
    static Selected whole(BookView view) {
        return Selected.NOTHING
                .withEntries(view.ledger().entries(), true, Commitment::counted)
                .withEncounters(view.timeline().timeline().events())
                .withStatements(view, Optional.empty(), Optional.empty());
    }
}
