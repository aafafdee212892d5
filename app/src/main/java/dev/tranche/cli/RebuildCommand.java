package dev.tranche.cli;

import dev.tranche.store.Access;
import dev.tranche.store.Store;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tranche rebuild}: rebuilds the tables that are derived from the journal. */
@Command(
        name = "rebuild",
        aliases = "replay",
        header = "Rebuild the derived tables from the journal.",
        description = {
            "",
            "The search index and the readings without texts, from which a book is opened, are dropped and rebuilt from"
                    + " the entries. The journal and the accounts are not touched. 'tranche verify' says when this is"
                    + " needed. What is broken off is taken up by the next command that changes the book.",
            ""
        })
public final class RebuildCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Option(names = "--book", paramLabel = "BOOK", defaultValue = "${env:TRANCHE_BOOK}", description = BookOptions.BOOK)
    private @Nullable String book;

    /** Least time between two lines of progress, in nanoseconds. */
    private static final long PERIOD_NANOS = 2_000_000_000L;

    /** Drops and rebuilds. */
    @Override
    public void run() {
        long[] told = {System.nanoTime()};
        long[] first = {0, 0};
        try (Store store = BookOptions.open(book, Access.CHANGE)) {
            store.rebuild((done, all) -> {
                long now = System.nanoTime();
                if (first[1] == 0) {
                    first[0] = now;
                    first[1] = done;
                }
                if (done > first[1] && now - told[0] > PERIOD_NANOS && done < all) {
                    told[0] = now;
                    long left = Math.round((now - first[0]) / 1e9 * (all - done) / (done - first[1]));
                    program.terminal()
                            .err()
                            .println(String.format(
                                    Locale.ROOT,
                                    "tranche: rebuilding: %,d of %,d entries, %d s left",
                                    done,
                                    all,
                                    left));
                }
            });
        }
        program.terminal()
                .err()
                .println("tranche: " + BookOptions.address(book)
                        + ": the derived tables were rebuilt from the journal.");
    }
}
