package dev.tranche.api;

import dev.tranche.bundle.BundleException;
import dev.tranche.bundle.JsonValue;
import dev.tranche.ledger.DecisionBook.Ruling;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.store.BookAddress;
import dev.tranche.view.BookSettings;
import java.io.PrintStream;
import java.time.InstantSource;

/** Makes decisions in a book without a server, each given as the object that {@code POST /decisions} takes. */
public final class DecidedLines implements AutoCloseable {

    private final Books books;
    private final Stores stores;
    private final Deciding deciding;

    private DecidedLines(Books books, Stores stores, Lexicon lexicon) {
        this.books = books;
        this.stores = stores;
        this.deciding = new Deciding(() -> lexicon, stores, books, InstantSource.system());
    }

    /** A line is not a decision, or not one that this book allows; the message says what is wrong with each member. */
    public static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }

    /**
     * Reads a book.
     *
     * @param settings which record to read it with
     * @param err receives what the person who runs the program should know
     * @throws dev.tranche.store.StoreException for a book that cannot be read
     */
    public static DecidedLines open(BookAddress book, BookSettings settings, Lexicon lexicon, PrintStream err) {
        Books books = Books.open(book, settings, lexicon::nameOf, new ServerLog(err, InstantSource.system()));
        return new DecidedLines(books, new Stores(book, InstantSource.system(), books::check), lexicon);
    }

    /**
     * Adds one decision and returns it with what came of it.
     *
     * @param place where the line is from, for messages
     * @param line a JSON object
     * @param author who decides
     * @throws RefusedException for what is not a decision on this book
     */
    public Ruling decide(String place, String line, String author) {
        try {
            if (!(JsonValue.parse(place, line) instanceof JsonValue.Members object)) {
                throw new RefusedException(place + ": a decision is a JSON object.");
            }
            return deciding.decide(Body.of(object), author).ruling();
        } catch (BundleException broken) {
            throw new RefusedException(String.valueOf(broken.getMessage()));
        } catch (ApiProblem wrong) {
            throw new RefusedException(place + ": " + wrong.sentences().replace("\n", "\n" + place + ": "));
        }
    }

    /** Closes the book. */
    @Override
    public void close() {
        books.close();
        stores.close();
    }
}
