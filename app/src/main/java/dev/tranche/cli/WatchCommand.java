package dev.tranche.cli;

import dev.tranche.extract.Extraction;
import dev.tranche.ingest.fetch.Answer;
import dev.tranche.ingest.fetch.FetchException;
import dev.tranche.ingest.fetch.Fetcher;
import dev.tranche.ingest.watch.Archive;
import dev.tranche.ingest.watch.WatchList;
import dev.tranche.ingest.watch.Watched;
import dev.tranche.ingest.watch.Watcher;
import dev.tranche.ingest.watch.Web;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.print.Columns;
import dev.tranche.source.Incoming;
import dev.tranche.store.Access;
import dev.tranche.store.BookAddress;
import dev.tranche.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code tranche watch}: keeps a list of feeds and pages for a book and reads what is new on them. */
@Command(
        name = "watch",
        header = "Watch feeds and pages, and read what is new on them into the book.",
        description = {
            "",
            "The list is kept in a file beside the book, every answer in a web archive in the folder 'archive' beside"
                    + " it. Feeds are fetched every 30 minutes, failing ones less and less often; robots.txt is"
                    + " obeyed.",
            ""
        },
        synopsisSubcommandLabel = "add|list|remove|pause|resume|export|run")
public final class WatchCommand implements Runnable {

    private static final int TITLE = 36;
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Refuses a call without an action. */
    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Give an action: add, list, remove, pause, resume, export or run.");
    }

    static final class BookOption {
        @Option(
                names = "--book",
                paramLabel = "BOOK",
                defaultValue = "${env:TRANCHE_BOOK}",
                description = BookOptions.BOOK)
        private @Nullable String book;
    }

    @Command(name = "add", description = "Watch feeds, pages, or the feeds of OPML files.")
    void add(
            @Mixin BookOption book,
            @Parameters(paramLabel = "ADDRESS|OPML", arity = "1..*", description = "Addresses, or OPML files.")
                    List<String> addresses) {
        WatchList list = open(book.book);
        int added = 0;
        for (String address : addresses) {
            if (Fetcher.isAddress(address)) {
                added += list.add(address, "") ? 1 : 0;
                continue;
            }
            try {
                added += list.addOpml(Files.readString(Path.of(address), StandardCharsets.UTF_8));
            } catch (IOException | RuntimeException wrong) {
                throw CommandException.usage(
                        address + " is neither an address with http:// or https:// nor an OPML file.");
            }
        }
        save(list);
        tell(added + " added, " + list.all().size() + " watched.");
    }

    @Command(name = "list", description = "Show what is watched and how each one is doing.")
    void list(
            @Mixin BookOption book,
            @Option(
                            names = "--format",
                            paramLabel = "FORMAT",
                            converter = WordConverter.OfFormat.class,
                            description = "text for people, json for programs: one object per line. Default: text.")
                    @Nullable
                    OutputFormat format) {
        WatchList list = open(book.book);
        try (Results results = Results.open(program.terminal(), Optional.empty())) {
            for (Watched one : list.all()) {
                results.write(format == OutputFormat.JSON ? WatchLines.json(one) : text(one));
            }
            results.complete();
        }
        if (list.all().isEmpty()) {
            tell("nothing is watched; 'tranche watch add ADDRESS' watches a feed or page.");
        }
    }

    private static String text(Watched one) {
        String state = one.paused()
                ? "paused"
                : one.failures() > 0 ? "failing" : one.succeeded().isEmpty() ? "new" : "well";
        String title = one.title().isBlank() ? one.address() : one.title();
        String error = one.error().isBlank() ? "" : "  " + Columns.oneLine(one.error());
        return Columns.pad(state, 8) + Columns.pad(Columns.cut(Columns.oneLine(title), TITLE), TITLE) + "  "
                + one.reports() + " reports, last answer "
                + one.succeeded()
                        .map(moment -> moment.toString().substring(0, 16))
                        .orElse("never") + error + "\n"
                + (one.title().isBlank() ? "" : "        " + Columns.oneLine(one.address()) + "\n");
    }

    @Command(name = "remove", description = "Stop watching an address.")
    void remove(
            @Mixin BookOption book,
            @Parameters(paramLabel = "ADDRESS", arity = "1..*", description = "Addresses.") List<String> addresses) {
        WatchList list = open(book.book);
        refuseUnknown(list, addresses);
        addresses.forEach(list::remove);
        save(list);
        tell(list.all().size() + " watched.");
    }

    @Command(name = "pause", description = "Leave an address alone for now.")
    void pause(
            @Mixin BookOption book,
            @Parameters(paramLabel = "ADDRESS", arity = "1..*", description = "Addresses.") List<String> addresses) {
        set(book.book, addresses, true);
    }

    @Command(name = "resume", description = "Watch a paused address again.")
    void resume(
            @Mixin BookOption book,
            @Parameters(paramLabel = "ADDRESS", arity = "1..*", description = "Addresses.") List<String> addresses) {
        set(book.book, addresses, false);
    }

    private void set(@Nullable String book, List<String> addresses, boolean paused) {
        WatchList list = open(book);
        refuseUnknown(list, addresses);
        for (String address : addresses) {
            list.find(address).ifPresent(one -> list.replace(address, one.paused(paused)));
        }
        save(list);
    }

    @Command(name = "export", description = "Write the list as OPML.")
    void export(@Mixin BookOption book) {
        try (Results results = Results.open(program.terminal(), Optional.empty())) {
            results.write(open(book.book).opml());
            results.complete();
        }
    }

    @Command(name = "run", description = "Fetch whatever is due, again and again, until the program is stopped.")
    void poll(
            @Mixin BookOption book,
            @Mixin ReadingOptions reading,
            @Option(names = "--once", description = "Fetch whatever is due once, then end.") boolean once)
            throws InterruptedException {
        WatchList list = open(book.book);
        if (list.all().isEmpty()) {
            throw CommandException.usage("nothing is watched; 'tranche watch add ADDRESS' watches a feed or page.");
        }
        Function<Incoming.Report, Extraction> reader = reading.reader(reading.lexicon());
        InstantSource clock = InstantSource.system();
        Watcher watcher = new Watcher(
                list, web(reading.isOwnNetwork()), new Archive(beside(book.book).resolveSibling("archive")), clock);
        while (true) {
            try (Store store = BookOptions.open(book.book, Access.WRITE)) {
                Watcher.Round round = watcher.run(incoming -> take(store, reader, incoming));
                if (round.asked() > 0 || once) {
                    tell(round.asked() + " fetched, " + round.failed() + " failed, " + round.reports()
                            + " new reports.");
                }
            } catch (IOException broken) {
                throw CommandException.outside("watching stopped: " + broken.getMessage() + ".");
            }
            if (once) {
                return;
            }
            Instant now = clock.instant();
            Duration wait = watcher.next()
                    .filter(next -> next.isAfter(now))
                    .map(next -> Duration.between(now, next))
                    .filter(length -> length.compareTo(LONGEST_SLEEP) < 0)
                    .orElse(LONGEST_SLEEP);
            Thread.sleep(wait);
        }
    }

    private void take(Store store, Function<Incoming.Report, Extraction> reader, Incoming incoming) {
        switch (incoming) {
            case Incoming.Report report -> store.appendAll(List.of(new JournalEntry.Read(reader.apply(report))));
            case Incoming.Refused refused ->
                program.terminal()
                        .err()
                        .println(refused.problem().code().slug() + "  "
                                + Columns.oneLine(refused.problem().message()));
        }
    }

    private static Web web(boolean ownNetwork) {
        Fetcher fetcher = Addresses.fetcher(ownNetwork);
        return new Web() {
            @Override
            public Answer get(String address, Map<String, String> headers) throws FetchException {
                return fetcher.get(address, headers);
            }

            @Override
            public void rest(Duration length) throws InterruptedException {
                Thread.sleep(length);
            }
        };
    }

    private static void refuseUnknown(WatchList list, List<String> addresses) {
        List<String> unknown = addresses.stream()
                .filter(address -> list.find(address).isEmpty())
                .toList();
        if (!unknown.isEmpty()) {
            throw CommandException.usage("not watched: " + String.join(", ", unknown));
        }
    }

    /** The list of a book in a file is kept beside it; that of a book on a server in the current folder. */
    private static Path beside(@Nullable String book) {
        return switch (BookOptions.address(book)) {
            case BookAddress.InFile file ->
                file.path().toAbsolutePath().resolveSibling(file.path().getFileName() + ".watch.json");
            case BookAddress.OnServer server ->
                Path.of(server.database().replaceAll("[^A-Za-z0-9_-]", "_") + ".watch.json")
                        .toAbsolutePath();
        };
    }

    private static WatchList open(@Nullable String book) {
        try {
            return WatchList.open(beside(book));
        } catch (IOException broken) {
            throw CommandException.outside(broken.getMessage() + ".");
        }
    }

    private static void save(WatchList list) {
        try {
            list.save();
        } catch (IOException broken) {
            throw CommandException.outside("the watch list cannot be written: " + broken.getMessage() + ".");
        }
    }

    private void tell(String sentence) {
        program.terminal().err().println("tranche: " + sentence);
    }
}
