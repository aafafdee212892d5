package dev.tranche.cli;

import dev.tranche.backfill.ShardImport;
import dev.tranche.bundle.BundleException;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.pipeline.Progress;
import dev.tranche.print.Phrases;
import dev.tranche.store.Access;
import dev.tranche.store.BookAddress;
import dev.tranche.store.OldJournal;
import dev.tranche.store.Store;
import dev.tranche.store.Verification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tranche import}: takes entries of another book into the book. */
@Command(
        name = "import",
        header = "Import the entries of another book, or the readings of a back-fill, into the book.",
        description = {
            "",
            "The source is a book (a file or a PostgreSQL address), a journal of JSON lines, or the folder that"
                    + " 'tranche backfill' wrote. An empty book takes over another book's hashes and times unchanged;"
                    + " otherwise what is missing is added at the end. Importing again changes nothing.",
            ""
        })
public final class ImportCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Mixin
    private BookOption book = new BookOption();

    @Parameters(index = "0", paramLabel = "SOURCE", description = "The other book, or the folder of a back-fill.")
    @SuppressWarnings("NullAway.Init")
    private String source;

    /** Adds all entries. */
    @Override
    public void run() {
        BookAddress from = BookOptions.address(source);
        if (from instanceof BookAddress.InFile folder && ShardImport.isOne(folder.path())) {
            ofShards(folder.path());
            return;
        }
        boolean lines = from instanceof BookAddress.InFile file && OldJournal.isOne(file.path());
        long added = lines ? ofLines(((BookAddress.InFile) from).path()) : ofBook();
        program.terminal()
                .err()
                .println("tranche: " + Phrases.count(added, "entry", "entries") + " added to " + book.address()
                        + " from " + from + ".");
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
        try (Store to = book.open(Access.WRITE)) {
            return to.appendAll(entries);
        }
    }

    private void ofShards(Path folder) {
        Terminal terminal = program.terminal();
        ShardImport.Result result;
        try (Store to = book.open(Access.WRITE);
                Progress progress = terminal.isErrTerminal()
                        ? Progress.on(terminal.err(), OptionalLong.empty())
                        : Progress.silent()) {
            IntConsumer count = readings -> IntStream.range(0, readings).forEach(one -> progress.report());
            result = new ShardImport(to::appendAll, count).run(folder);
        } catch (IOException broken) {
            throw CommandException.outside(String.valueOf(broken.getMessage()));
        }
        terminal.err()
                .println("tranche: " + result.readings() + " readings, " + result.added() + " of them added to "
                        + book.address() + ".");
        if (!result.faults().isEmpty()) {
            throw CommandException.outside(String.join("\n", result.faults()));
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
            try (Store to = book.open(Access.WRITE)) {
                return to.addAll(other);
            }
        }
    }

    private static String source(Store other) {
        return other.address().toString();
    }
}
