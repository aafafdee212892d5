package dev.tranche.ledger;

import dev.tranche.extract.Extraction;
import dev.tranche.extract.Extractor;
import dev.tranche.text.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Small books for tests, made of sentences. */
public final class Books {

    private static final Extractor READER = Extractor.standard();

    private final List<JournalEntry> entries = new ArrayList<>();

    /** Builds an empty book. */
    public Books() {}

    /** Returns the reading of a report. */
    public static Extraction read(String id, String outlet, String address, String day, String title, String text) {
        return READER.extract(Document.of(id, title, text)
                .with(
                        Optional.of(outlet).filter(name -> !name.isEmpty()),
                        Optional.of(address).filter(name -> !name.isEmpty()),
                        Optional.of(day),
                        Optional.of("en")));
    }

    /** Adds a report without an address; returns this book. */
    public Books tell(String id, String outlet, String day, String text) {
        entries.add(new JournalEntry.Read(read(id, outlet, "", day, "", text)));
        return this;
    }

    /** Adds a reading; returns this book. */
    public Books add(Extraction reading) {
        entries.add(new JournalEntry.Read(reading));
        return this;
    }

    /** Adds an entry of the journal; returns this book. */
    public Books add(JournalEntry entry) {
        entries.add(entry);
        return this;
    }

    /** Returns the entries in their order. */
    public List<JournalEntry> entries() {
        return entries;
    }

    /** Returns the folded book. */
    public FoldedBook folded() {
        FoldedBook book = new FoldedBook();
        for (int i = 0; i < entries.size(); i++) {
            book.add(i + 1, entries.get(i));
        }
        return book;
    }

    /** Returns the ledger. */
    public Ledger ledger() {
        return folded().ledger();
    }
}
