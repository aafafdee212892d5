package dev.tranche.cli;

import dev.tranche.export.BookExport;
import dev.tranche.export.Changes;
import dev.tranche.export.Release;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.print.Phrases;
import dev.tranche.view.BookView;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tranche release}: the whole book, to be published. */
@Command(
        name = "release",
        header = "Write the whole book in every format as a numbered, dated archive.",
        description = {
            "",
            "The archive holds every format that 'tranche export' writes, a manifest with the hash of each file, and"
                + " what changed since the last release in the folder and why. It is named after its number, day and"
                + " the hash of its manifest; the same book of the same day under the same number gives the same"
                + " bytes.",
            ""
        })
public final class ReleaseCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Mixin
    private BookOption book = new BookOption();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private RecordOption record = new RecordOption();

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            required = true,
            description = "The folder that holds the releases.")
    @SuppressWarnings("NullAway.Init")
    private String out;

    @Option(names = "--date", paramLabel = "DAY", description = "The day of the release. Default: today, in UTC.")
    private @Nullable String date;

    @Mixin
    private PublisherOptions publisher = new PublisherOptions();

    /** Writes the release. */
    @Override
    public void run() {
        LocalDate day = day();
        Lexicon lexicon = reading.lexicon();
        BookView view = BookViews.of(book.named(), lexicon, record);
        BookExport export = BookExport.of(
                view,
                lexicon,
                BookViews.whole(view),
                publisher.made(
                        VersionCommand.version(),
                        day.atStartOfDay(ZoneOffset.UTC).toInstant()));
        try {
            Release release = Release.write(export, Path.of(out));
            program.terminal()
                    .err()
                    .println("tranche: release " + release.number() + " in " + release.file() + ": "
                            + contents(release.number(), release.changes()));
        } catch (IOException broken) {
            throw CommandException.outside(out + ": the release cannot be written: " + broken.getMessage() + ".");
        }
    }

    private static String contents(int number, Changes changes) {
        String entries = Phrases.count(changes.count(Changes.Kind.ADDED), "entry", "entries");
        return number == 1
                ? entries + "; the first release in this folder."
                : entries + " added, " + changes.count(Changes.Kind.REMOVED) + " removed, "
                        + changes.count(Changes.Kind.CHANGED) + " changed since "
                        + changes.one().name() + ".";
    }

    private LocalDate day() {
        if (date == null) {
            return InstantSource.system().instant().atZone(ZoneOffset.UTC).toLocalDate();
        }
        try {
            return LocalDate.parse(date);
        } catch (DateTimeParseException none) {
            throw CommandException.usage("--date: '" + date + "' is not a day; write it as 2024-05-14.");
        }
    }
}
