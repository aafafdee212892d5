package dev.tranche.cli;

import dev.tranche.extract.Extractor;
import dev.tranche.pipeline.BookRereading;
import dev.tranche.pipeline.Reread;
import dev.tranche.print.RereadPrinter;
import dev.tranche.print.RereadTables;
import dev.tranche.store.Access;
import dev.tranche.store.Rereading;
import dev.tranche.store.Store;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tranche rebuild}: reads a book again and says what has changed; rebuilds the tables that are derived from it. */
@Command(
        name = "rebuild",
        aliases = "replay",
        header = "Read the reports of a book again, and print what changed and why.",
        description = {
            "",
            "The derived tables (the search index, and the readings without texts from which a book is opened) are"
                + " dropped and rebuilt from the entries. Then every report is read again with this version of the"
                + " reader and the lexicon given. Readings that differ are added to the journal and count from then"
                + " on; nothing is removed from it. Printed is what differs in the ledger: each entry with its cells"
                + " before and after, the words, the rule and the reader.",
            "An interrupted re-reading is continued by the next 'tranche rebuild' with the same lexicon, which still"
                    + " compares with the book as it was before.",
            ""
        })
public final class RebuildCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Mixin
    private BookOption book = new BookOption();

    @Mixin
    private LexiconOption lexicon = new LexiconOption();

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Option(names = "--tables", description = "Only rebuild the derived tables; read no report again.")
    private boolean tablesOnly;

    @Option(names = "--dry-run", description = "Print what would change, and leave the book as it is.")
    private boolean isDry;

    @Option(names = "--details", description = "Print every entry that differs, with all its words.")
    private boolean details;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = WordConverter.OfTable.class,
            description = "text for people, json for programs, csv for tables; both hold every entry that differs."
                    + " Default: text.")
    private TableFormat format = TableFormat.TEXT;

    /** Rebuilds, reads again and prints the differences. */
    @Override
    public void run() {
        if (tablesOnly && (isDry || details || lexicon.isGiven() || format != TableFormat.TEXT)) {
            throw CommandException.usage(
                    "--tables reads no report again: leave out --dry-run, --details, --format and --lexicon.");
        }
        if (tablesOnly) {
            try (Store store = book.open(Access.CHANGE)) {
                rebuildTables(store);
            }
            return;
        }
        Extractor extractor = Extractor.of(lexicon.lexicon());
        Reread reread;
        try (Store store = book.open(isDry ? Access.READ : Access.CHANGE)) {
            Countdown countdown = new Countdown(program.terminal(), "reading again", "reports");
            Optional<Rereading> kept = isDry ? Optional.empty() : Optional.of(begin(store, extractor));
            reread = new BookRereading(store, extractor, threads.threads(), kept, countdown).run();
            print(reread);
            kept.ifPresent(Rereading::complete);
        }
        if (isDry) {
            program.terminal().err().println("tranche: --dry-run: the book was left as it is.");
        }
    }

    private Rereading begin(Store store, Extractor extractor) {
        Rereading rereading = Rereading.begin(store, extractor.version());
        if (rereading.isResumed()) {
            program.terminal().err().println("tranche: continuing the re-reading that was interrupted.");
        } else {
            rebuildTables(store);
        }
        return rereading;
    }

    private void rebuildTables(Store store) {
        store.rebuild(new Countdown(program.terminal(), "rebuilding", "entries"));
        program.terminal()
                .err()
                .println("tranche: " + book.address() + ": the derived tables were rebuilt from the journal.");
    }

    private void print(Reread reread) {
        Terminal terminal = program.terminal();
        try (Results results = Results.open(terminal, Optional.empty())) {
            switch (format) {
                case JSON -> RereadTables.json(reread, !isDry, results::write);
                case CSV -> RereadTables.csv(reread, results::write);
                case TEXT -> new RereadPrinter(terminal.ink(program.colour()), details).print(reread, results::write);
            }
            results.complete();
        }
    }

    /** Says on standard error how long the rest will take. */
    private static final class Countdown implements Store.Progress {

        /** Least time between two lines, in nanoseconds. */
        private static final long PERIOD_NANOS = 2_000_000_000L;

        private final Terminal terminal;
        private final String doing;
        private final String what;
        private long toldNanos = System.nanoTime();
        private long firstNanos;
        private long firstDone;

        Countdown(Terminal terminal, String doing, String what) {
            this.terminal = terminal;
            this.doing = doing;
            this.what = what;
        }

        @Override
        public void done(long done, long all) {
            long now = System.nanoTime();
            if (firstDone == 0) {
                firstNanos = now;
                firstDone = done;
            }
            if (done <= firstDone || now - toldNanos <= PERIOD_NANOS || done >= all) {
                return;
            }
            toldNanos = now;
            long left = Math.round((now - firstNanos) / 1e9 * (all - done) / (done - firstDone));
            terminal.err()
                    .println(String.format(
                            Locale.ROOT, "tranche: %s: %,d of %,d %s, %d s left", doing, done, all, what, left));
        }
    }
}
