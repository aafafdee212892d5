package dev.tranche.cli;

import dev.tranche.bundle.BundleException;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.store.Access;
import dev.tranche.store.BookAddress;
import dev.tranche.store.OldJournal;
import dev.tranche.store.Store;
import dev.tranche.store.Verification;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tranche import}: takes entries of another book into the book. */
@Command(
        name = "import",
        header = "Take the entries of another book into the book.",
        description = {
            "",
            "The source is a book (a file or a PostgreSQL address) or a journal of JSON lines. An empty book takes"
                + " over hashes and times of adding as they are; otherwise what is missing is added at the end. Doing"
                + " it again changes nothing.",
            ""
        })
public final class ImportCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Option(names = "--book", paramLabel = "BOOK", defaultValue = "${env:TRANCHE_BOOK}", description = BookOptions.BOOK)
    private @Nullable String book;

    @Parameters(index = "0", paramLabel = "SOURCE", description = "The other book.")
    @SuppressWarnings("NullAway.Init")
    private String source;

    /** Adds all entries. */
    @Override
    public void run() {
        BookAddress from = BookOptions.address(source);
        boolean lines = from instanceof BookAddress.InFile file && OldJournal.isOne(file.path());
        long added = lines ? ofLines(((BookAddress.InFile) from).path()) : ofBook();
        program.terminal()
                .err()
                .println(
                        "tranche: " + added + " entries added to " + BookOptions.address(book) + " from " + from + ".");
    }

    private long ofLines(Path file) {
        List<JournalEntry> entries = new ArrayList<>();
        try {
            OldJournal.read(file, entries::add);
        } catch (BundleException wrong) {
            throw CommandException.outside(String.valueOf(wrong.getMessage()));
        } catch (UncheckedIOException broken) {
            throw CommandException.outside("the journal cannot be read: " + broken.getMessage() + ".");
        }
        try (Store to = BookOptions.open(book, Access.WRITE)) {
            return to.appendAll(entries);
        }
    }

    private long ofBook() {
        try (Store other = BookOptions.open(source, Access.READ)) {
            Verification checked = other.verify();
            if (checked.broken().isPresent()) {
                throw CommandException.outside(
                        source(other) + ": entry " + checked.broken().get().entry() + " "
                                + checked.broken().get().what() + "; nothing was imported.");
            }
            try (Store to = BookOptions.open(book, Access.WRITE)) {
                return to.addAll(other);
            }
        }
    }

    private static String source(Store other) {
        return other.address().toString();
    }
}
