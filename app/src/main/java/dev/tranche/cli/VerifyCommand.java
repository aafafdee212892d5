package dev.tranche.cli;

import dev.tranche.store.Access;
import dev.tranche.store.Store;
import dev.tranche.store.Verification;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tranche verify}: checks the chain of entries and what is derived from it. */
@Command(
        name = "verify",
        header = "Check that the book's entries and its search index are intact.",
        description = {
            "",
            "Every entry carries a hash of its content and the hash of the entry before it. The first entry that is"
                + " not as it was added is named, with exit status 1. The last hash printed is worth noting elsewhere:"
                + " given as --holds later, it shows that everything up to it is still the same.",
            "The search index is compared with what the entries yield; 'tranche rebuild --tables' repairs it.",
            ""
        })
public final class VerifyCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Mixin
    private BookOption book = new BookOption();

    @Option(names = "--holds", paramLabel = "HASH", description = "Also check that an entry with this hash exists.")
    private @Nullable String noted;

    /** Checks the whole book. */
    @Override
    public void run() {
        Verification checked;
        try (Store store = book.open(Access.READ)) {
            checked = store.verify(Optional.ofNullable(noted));
        }
        String place = book.address().toString();
        if (checked.broken().isPresent()) {
            Verification.Broken broken = checked.broken().get();
            throw CommandException.outside(place + ": entry " + broken.entry() + " " + broken.what() + ". "
                    + checked.entries() + " entries before it are whole. Go back to a backup.");
        }
        if (noted != null && !checked.holdsNoted()) {
            throw CommandException.outside(
                    place + ": no entry has the hash " + noted + ": entries were removed or replaced.");
        }
        if (checked.derived().isPresent()) {
            throw CommandException.outside(
                    place + ": all " + checked.entries() + " entries are intact, but the tables of the search index "
                            + checked.derived().get() + ". 'tranche rebuild --tables' rebuilds them.");
        }
        try (Results results = Results.open(program.terminal(), Optional.empty())) {
            results.write(checked.entries() + " entries are whole"
                    + (checked.entries() == 0 ? "." : "; the last hash is " + checked.head() + ".") + "\n");
            results.complete();
        }
    }
}
