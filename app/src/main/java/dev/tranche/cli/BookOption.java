package dev.tranche.cli;

import dev.tranche.store.Access;
import dev.tranche.store.BookAddress;
import dev.tranche.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the book, of every command that works on one and reads no reports for a run of its own. */
final class BookOption {

    @Option(names = "--book", paramLabel = "BOOK", defaultValue = "${env:TRANCHE_BOOK}", description = BookOptions.BOOK)
    private @Nullable String book;

    /** Returns the book as it was named; null for the usual one. */
    @Nullable
    String named() {
        return book;
    }

    /** Returns where the book is. */
    BookAddress address() {
        return BookOptions.address(book);
    }

    /** Opens the book; a command that only reads refuses one that does not exist. */
    Store open(Access access) {
        return BookOptions.open(book, access);
    }
}
