package dev.tranche.cli;

import dev.tranche.export.About;
import dev.tranche.export.BookExport;
import dev.tranche.export.Cover;
import dev.tranche.export.CsvTables;
import dev.tranche.export.Exported;
import dev.tranche.export.Format;
import dev.tranche.export.Workbook;
import dev.tranche.ledger.Commitment;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.print.Nearest;
import dev.tranche.view.BookView;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code tranche export}: the book for other programs. */
@Command(
        name = "export",
        header = "Export the book, or the part of it that the filters select, for other programs.",
        description = {
            "",
            "Formats of several files go to a folder, or to an archive when OUT ends in .zip; the others to a file,"
                    + " or to standard output when OUT is -. Without filters everything is written; with them, the"
                    + " matching entries and those parts of the audit, contradictions and decisions that concern them."
                    + " Days also limit encounters, statements and figures.",
            "",
            "Example: tranche export --format xlsx --out ledger.xlsx --donor US --from 2024",
            ""
        })
public final class ExportCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private BookOptions book = new BookOptions();

    @Mixin
    private RecordOption record = new RecordOption();

    @Mixin
    private EntryFilter filter = new EntryFilter();

    @Mixin
    private StoryParts story = new StoryParts();

    @Parameters(index = "0..*", paramLabel = "PATH", arity = "0..*", description = BookOptions.PATHS)
    private List<String> paths = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            required = true,
            description = "csv, xlsx, iati, crs, parquet, jsonld, ftm, geojson, ics, timelinejs, bibtex, ris or csl.")
    @SuppressWarnings("NullAway.Init")
    private String format;

    @Option(
            names = "--out",
            paramLabel = "OUT",
            required = true,
            description = "The file or folder to write. Files of the same names are replaced.")
    @SuppressWarnings("NullAway.Init")
    private String out;

    @Option(names = "--mark", description = "Begin CSV files with the mark by which Excel recognises UTF-8.")
    private boolean mark;

    @Mixin
    private PublisherOptions publisher = new PublisherOptions();

    /** Writes the export. */
    @Override
    public void run() {
        Format chosen = format();
        Lexicon lexicon = book.reading().lexicon();
        BookView view = BookViews.of(program, book, paths, record);
        List<Commitment> entries = view.ledger().entries().stream()
                .filter(filter.predicate(lexicon))
                .toList();
        Exported export = BookExport.of(
                view,
                lexicon,
                story.select(view, lexicon, filter, entries),
                publisher.made(VersionCommand.version(), InstantSource.system().instant()));
        chosen.obstacle(export).ifPresent(why -> {
            throw CommandException.usage(why);
        });
        try {
            ExportTarget.of(out, program.terminal()).write(chosen, export);
        } catch (IOException broken) {
            throw CommandException.outside(out + ": cannot be written: " + broken.getMessage() + ".");
        }
        List<String> remarks = chosen.remarks(export);
        if (!out.equals(ExportTarget.STANDARD)) {
            String what = remarks.isEmpty()
                    ? counted(chosen, export.cover())
                    : chosen.about().title();
            program.terminal().err().println("tranche: " + what + " in " + Path.of(out) + ".");
        }
        remarks.forEach(remark -> program.terminal().err().println("tranche: " + remark));
    }

    private Format format() {
        List<String> known = Format.all().stream().map(Format::slug).toList();
        Format found = Format.find(format.toLowerCase(java.util.Locale.ROOT))
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--format: '" + format + "' must be one of " + String.join(", ", known) + "."
                                + Nearest.of(format, known)
                                        .map(near -> " Did you mean '" + near + "'?")
                                        .orElse("")));
        if (mark && !(found instanceof CsvTables)) {
            throw CommandException.usage("--mark is for --format csv.");
        }
        return mark ? new CsvTables(true) : found;
    }

    private static String named(String many, long count) {
        if (count != 1) {
            return many;
        }
        return many.endsWith("ies") ? many.substring(0, many.length() - 3) + "y" : many.substring(0, many.length() - 1);
    }

    /** Tables hold everything that was counted; other formats have the entries, the encounters or both. */
    private static String counted(Format format, Cover cover) {
        boolean tables = format.about().isFolder() || format instanceof Workbook;
        return cover.counts().entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .filter(count -> tables
                        || count.getKey().equals("entries") && format.holds(About.Part.LEDGER)
                        || count.getKey().equals("encounters") && format.holds(About.Part.STORY))
                .map(count -> count.getValue() + " " + named(count.getKey(), count.getValue()))
                .collect(Collectors.joining(", "));
    }
}
