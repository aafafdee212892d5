package dev.tranche.cli;

import dev.tranche.store.Access;
import dev.tranche.store.Store;
import dev.tranche.store.Verification;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tranche backup}: copies the book. */
@Command(
        name = "backup",
        header = "Copy the book to a new SQLite file while others use it.",
        description = {
            "",
            "The copy is the book at one moment, also of a book on a server; it is checked before it gets its name."
                    + " Use it like any other book. Accounts, sessions and tokens are left out of it.",
            ""
        })
public final class BackupCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Mixin
    private BookOption book = new BookOption();

    @Parameters(index = "0", paramLabel = "FILE", description = "The new file.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    /** Writes the copy. */
    @Override
    public void run() {
        Verification copied;
        try (Store store = book.open(Access.READ)) {
            copied = store.backup(file);
        }
        if (copied.broken().isPresent()) {
            throw CommandException.outside(file + ": the copy was written, but its entry "
                    + copied.broken().get().entry() + " "
                    + copied.broken().get().what() + ", as that of the book.");
        }
        program.terminal().err().println("tranche: " + copied.entries() + " entries copied to " + file + ".");
    }
}
