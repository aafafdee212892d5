package dev.tranche.cli;

import dev.tranche.store.Access;
import dev.tranche.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tranche replay}: makes the derived tables again. */
@Command(
        name = "replay",
        header = "Make everything derived from the journal again.",
        description = {"", "The search is dropped and made again from the entries. Nothing else is touched.", ""})
public final class ReplayCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Option(names = "--book", paramLabel = "BOOK", defaultValue = "${env:TRANCHE_BOOK}", description = BookOptions.BOOK)
    private @Nullable String book;

    /** Drops and makes again. */
    @Override
    public void run() {
        try (Store store = BookOptions.open(book, Access.READ)) {
            store.replay();
        }
        program.terminal().err().println("tranche: " + BookOptions.address(book) + ": the search was made again.");
    }
}
