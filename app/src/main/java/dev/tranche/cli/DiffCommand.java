package dev.tranche.cli;

import dev.tranche.export.BookExport;
import dev.tranche.export.ChangeNotes;
import dev.tranche.export.Changes;
import dev.tranche.export.CsvTables;
import dev.tranche.export.FolderParts;
import dev.tranche.export.Snapshot;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.view.BookView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tranche diff}: what differs between two states of a book. */
@Command(
        name = "diff",
        header = "Print what changed between two releases, exports or books, and why.",
        description = {
            "",
            "A and B are releases, exports with --format csv (folders or archives), or books. Prints the sums that"
                    + " changed, and the entries that were added, removed or changed, each with the reports, rules and"
                    + " decisions behind it.",
            ""
        })
public final class DiffCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Parameters(index = "0", paramLabel = "A", description = "The earlier state.")
    @SuppressWarnings("NullAway.Init")
    private String one;

    @Parameters(index = "1", paramLabel = "B", description = "The later state.")
    @SuppressWarnings("NullAway.Init")
    private String two;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private RecordOption record = new RecordOption();

    /** Prints the differences. */
    @Override
    public void run() {
        Changes changes = Changes.between(state(one), state(two));
        try (Results results = Results.open(program.terminal(), Optional.empty())) {
            results.write(ChangeNotes.of(changes));
            results.complete();
        }
    }

    private Snapshot state(String name) {
        Path path = Path.of(name);
        try {
            boolean tables =
                    Files.isDirectory(path) || name.toLowerCase(Locale.ROOT).endsWith(".zip");
            return tables ? Snapshot.read(path) : ofBook(name);
        } catch (IOException broken) {
            throw CommandException.outside(name + ": cannot be compared: " + broken.getMessage() + ".");
        }
    }

    /** A book is compared by the tables that it would be exported as. */
    private Snapshot ofBook(String name) throws IOException {
        Lexicon lexicon = reading.lexicon();
        BookView view = BookViews.of(name, lexicon, record);
        BookExport export = BookExport.of(
                view,
                lexicon,
                BookViews.whole(view),
                new PublisherOptions().made(VersionCommand.version(), Instant.EPOCH));
        Path folder = Files.createTempDirectory("tranche-diff");
        try (FolderParts parts = new FolderParts(folder)) {
            new CsvTables(false).write(export, parts);
            parts.complete();
            Snapshot read = Snapshot.read(folder);
            return new Snapshot(name, read.program(), read.entries(), read.sources(), read.decisions());
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }
}
