package dev.tranche.cli;

import dev.tranche.extract.Extraction;
import dev.tranche.ingest.watch.WatchList;
import dev.tranche.ingest.watch.Watched;
import dev.tranche.ingest.watch.Watcher;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.pipeline.Addresses;
import dev.tranche.pipeline.Outcome;
import dev.tranche.pipeline.Polling;
import dev.tranche.pipeline.WatchFiles;
import dev.tranche.print.Columns;
import dev.tranche.print.Phrases;
import dev.tranche.print.WatchedJson;
import dev.tranche.source.Incoming;
import dev.tranche.store.Access;
import dev.tranche.store.Store;
import dev.tranche.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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

    private static final int STATE = 8;
    private static final int TITLE = 36;

    /** Length of an ISO moment down to its minute, in characters. */
    private static final int MINUTE = 16;

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

    @Command(name = "add", description = "Watch feeds, pages, or the feeds of OPML files.")
    void add(
            @Mixin BookOption book,
            @Parameters(paramLabel = "ADDRESS|OPML", arity = "1..*", description = "Addresses, or OPML files.")
                    List<String> addresses) {
        List<String> asked = addresses.stream()
                .filter(each -> each.contains(":") && !Files.exists(Path.of(each)))
                .toList();
        List<String> opml = addresses.stream()
                .filter(each -> !asked.contains(each))
                .map(WatchCommand::opml)
                .toList();
        List<WatchList.Added> all = change(book.named(), list -> {
            List<WatchList.Added> parts = new ArrayList<>();
            parts.add(list.add(asked));
            opml.forEach(each -> parts.add(list.addOpml(each)));
            return parts;
        });
        List<String> refused =
                all.stream().flatMap(each -> each.refused().stream()).toList();
        refused.forEach(this::tell);
        int known = all.stream().mapToInt(WatchList.Added::known).sum();
        tell(addresses(all.stream().mapToInt(WatchList.Added::added).sum()) + " added"
                + (known == 0 ? "" : ", " + known + " watched already") + ".");
        if (!refused.isEmpty()) {
            throw CommandException.usage(
                    addresses(refused.size()) + (refused.size() == 1 ? " is" : " are") + " not watched.");
        }
    }

    private static String opml(String file) {
        try {
            String text = Files.readString(Path.of(file), StandardCharsets.UTF_8);
            WatchList.refuseOther(text);
            return text;
        } catch (IOException | RuntimeException wrong) {
            throw CommandException.usage(file + " is neither an address with http:// or https:// nor an OPML file.");
        }
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
        WatchList list = open(book.named());
        try (Results results = Results.open(program.terminal(), Optional.empty())) {
            for (Watched one : list.all()) {
                results.write(format == OutputFormat.JSON ? WatchedJson.line(one) : text(one));
            }
            results.complete();
        }
        if (list.all().isEmpty()) {
            tell("nothing is watched; 'tranche watch add ADDRESS' watches a feed or page.");
        }
    }

    private static String text(Watched one) {
        String title = one.title().isBlank() ? one.address() : one.title();
        String error = one.error().isBlank() ? "" : "  " + Columns.oneLine(one.error());
        return Columns.pad(one.state().slug(), STATE)
                + Columns.pad(Columns.cut(Columns.oneLine(title), TITLE), TITLE)
                + "  "
                + Phrases.count(one.reports(), "report", "reports")
                + one.brought().map(moment -> newest(one.fresh(), moment)).orElse("")
                + one.succeeded()
                        .map(moment -> ", answered " + moment(moment))
                        .orElse(one.tried().isPresent() ? ", never answered" : ", not fetched yet")
                + (one.paused()
                        ? ""
                        : ", next fetch " + one.due().map(WatchCommand::moment).orElse("at once"))
                + error + "\n"
                + (one.title().isBlank() ? "" : " ".repeat(STATE) + Columns.oneLine(one.address()) + "\n");
    }

    private static String newest(int count, Instant moment) {
        return " (the last " + (count == 1 ? "" : count + " ") + "on " + moment(moment) + ")";
    }

    private static String moment(Instant moment) {
        return moment.toString().substring(0, MINUTE).replace('T', ' ') + " UTC";
    }

    private static String addresses(int count) {
        return Phrases.count(count, "address", "addresses");
    }

    @Command(name = "remove", description = "Stop watching an address.")
    void remove(
            @Mixin BookOption book,
            @Parameters(paramLabel = "ADDRESS", arity = "1..*", description = "Addresses.") List<String> addresses) {
        int left = change(book.named(), list -> {
            refuseUnknown(list, addresses);
            addresses.forEach(list::remove);
            return list.all().size();
        });
        tell(left == 0 ? "nothing is watched any more." : addresses(left) + " left.");
    }

    @Command(name = "pause", description = "Pause an address.")
    void pause(
            @Mixin BookOption book,
            @Parameters(paramLabel = "ADDRESS", arity = "1..*", description = "Addresses.") List<String> addresses) {
        set(book.named(), addresses, true);
    }

    @Command(name = "resume", description = "Watch a paused address again.")
    void resume(
            @Mixin BookOption book,
            @Parameters(paramLabel = "ADDRESS", arity = "1..*", description = "Addresses.") List<String> addresses) {
        set(book.named(), addresses, false);
    }

    private void set(@Nullable String book, List<String> addresses, boolean paused) {
        change(book, list -> {
            refuseUnknown(list, addresses);
            for (String address : addresses) {
                list.find(address).ifPresent(one -> list.replace(address, one.paused(paused)));
            }
            return addresses.size();
        });
    }

    @Command(name = "export", description = "Write the list as OPML.")
    void export(@Mixin BookOption book) {
        try (Results results = Results.open(program.terminal(), Optional.empty())) {
            results.write(open(book.named()).opml());
            results.complete();
        }
    }

    @Command(name = "run", description = "Fetch whatever is due, again and again, until the program is stopped.")
    void poll(
            @Mixin BookOption book,
            @Mixin ReadingOptions reading,
            @Option(names = "--once", description = "Fetch whatever is due once, then end.") boolean once)
            throws InterruptedException {
        if (open(book.named()).all().isEmpty()) {
            throw CommandException.usage("nothing is watched; 'tranche watch add ADDRESS' watches a feed or page.");
        }
        try (OpenBook open = new OpenBook(book.named(), reading.reader(reading.lexicon()));
                Polling polling = new Polling(
                        WatchFiles.of(book.address()),
                        Addresses.fetcher(reading.isOwnNetwork()),
                        open,
                        InstantSource.system())) {
            if (once) {
                open.round(polling.once()
                        .orElseThrow(() -> CommandException.outside("another program polls these feeds.")));
                return;
            }
            Thread ending = new Thread(polling::close);
            Runtime.getRuntime().addShutdownHook(ending);
            polling.start();
            polling.join();
        } catch (IOException broken) {
            throw CommandException.outside("watching stopped: " + broken.getMessage() + ".");
        }
    }

    /** The book that the reports go into; opened again after it failed. */
    private final class OpenBook implements Polling.Told, AutoCloseable {
        private final @Nullable String book;
        private final Function<Incoming.Report, Extraction> reader;
        private Optional<Store> store = Optional.empty();

        OpenBook(@Nullable String book, Function<Incoming.Report, Extraction> reader) {
            this.book = book;
            this.reader = reader;
            store = Optional.of(BookOptions.open(book, Access.WRITE));
        }

        @Override
        public void take(Incoming.Report report) {
            Extraction extraction;
            try {
                extraction = reader.apply(report);
            } catch (RuntimeException bug) {
                tell(Columns.oneLine(report.place()) + ": a bug in Tranche kept this report from being read: " + bug);
                return;
            }
            append(new JournalEntry.Read(extraction));
        }

        private void append(JournalEntry entry) {
            Store open = store.orElseGet(() -> BookOptions.open(book, Access.WRITE));
            store = Optional.of(open);
            try {
                open.appendAll(List.of(entry));
            } catch (StoreException failed) {
                close();
                throw failed;
            }
        }

        @Override
        public void refused(Incoming.Refused refused) {
            tell(refused.problem().code().slug() + "  "
                    + Columns.oneLine(refused.problem().message()));
            Outcome.Refused.of(refused).change().ifPresent(this::append);
        }

        @Override
        public void round(Watcher.Round round) {
            tell(round.sentence());
        }

        @Override
        public void trouble(String sentence) {
            tell(Columns.oneLine(sentence));
        }

        @Override
        public void close() {
            Optional<Store> open = store;
            store = Optional.empty();
            open.ifPresent(Store::close);
        }
    }

    private static void refuseUnknown(WatchList list, List<String> addresses) {
        List<String> unknown = addresses.stream()
                .filter(address -> list.find(address).isEmpty())
                .toList();
        if (!unknown.isEmpty()) {
            throw CommandException.usage("not watched: " + String.join(", ", unknown));
        }
    }

    private static WatchList open(@Nullable String book) {
        try {
            return WatchList.open(WatchFiles.of(BookOptions.address(book)).list());
        } catch (IOException broken) {
            throw CommandException.outside(broken.getMessage() + ".");
        }
    }

    private static <T> T change(@Nullable String book, WatchList.Change<T> change) {
        try {
            return WatchList.change(WatchFiles.of(BookOptions.address(book)).list(), change);
        } catch (IOException broken) {
            throw CommandException.outside("the watch list cannot be changed: " + broken.getMessage() + ".");
        }
    }

    private void tell(String sentence) {
        program.terminal().err().println("tranche: " + sentence);
    }
}
