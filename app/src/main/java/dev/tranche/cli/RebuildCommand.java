package dev.tranche.cli;

import dev.tranche.store.Access;
import dev.tranche.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tranche rebuild}: rebuilds the tables of the search index. */
@Command(
        name = "rebuild",
        aliases = "replay",
        header = "Rebuild the search index from the journal.",
        description = {
            "",
            "The tables of the search index are dropped and rebuilt from the entries. The journal and the accounts are"
                    + " not touched. 'tranche verify' says when this is needed.",
            ""
        })
public final class RebuildCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Option(names = "--book", paramLabel = "BOOK", defaultValue = "${env:TRANCHE_BOOK}", description = BookOptions.BOOK)
    private @Nullable String book;

    /** Drops and rebuilds. */
    @Override
    public void run() {
        try (Store store = BookOptions.open(book, Access.CHANGE)) {
            store.rebuild();
        }
        program.terminal()
                .err()
                .println("tranche: " + BookOptions.address(book) + ": the search index was rebuilt from the journal.");
    }
}
