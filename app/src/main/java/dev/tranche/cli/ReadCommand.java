package dev.tranche.cli;

import dev.tranche.bundle.ExtractionWriter;
import dev.tranche.dating.Dater;
import dev.tranche.dating.Dates;
import dev.tranche.extract.Extraction;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.pipeline.Input;
import dev.tranche.pipeline.Inputs;
import dev.tranche.print.DateLines;
import dev.tranche.print.Ink;
import dev.tranche.print.RefusedLines;
import dev.tranche.print.ReportPrinter;
import dev.tranche.print.TextLines;
import dev.tranche.problem.Problems;
import dev.tranche.source.Incoming;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tranche read}: prints what reports say; touches no book. */
@Command(
        name = "read",
        header = "Read reports and print what they say.",
        description = {
            "",
            "A PATH is a file, a folder with all files below it, - for standard input, or an address (several are"
                    + " fetched as their robots.txt allows, see 'tranche help add'). Plain text,"
                    + " Markdown, JSON, web pages, feeds, tables, email, PDF, office documents, newswires, web"
                    + " archives and archives of all these are recognised by their content. Anything that is not a"
                    + " report is refused, and the refusal says what it is.",
            ""
        })
public final class ReadCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = WordConverter.OfFormat.class,
            description = "text for people, json for programs: one object per line. Default: text.")
    private OutputFormat format = OutputFormat.TEXT;

    @Option(names = "--dates", description = "Add every date in the text, with the days that it covers (JSON: dates).")
    private boolean dates;

    @Option(
            names = "--refused",
            description = "List the sums of money that are not assistance, with the reason (JSON: refused).")
    private boolean refused;

    @Option(
            names = "--with-text",
            description = "Add the text, address, language, author and blocks of each report to its JSON line.")
    private boolean withText;

    @Option(names = "--problems", description = "List every problem, not only how many there are.")
    private boolean problems;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the results to FILE, which appears when they are complete.")
    private @Nullable Path output;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files, folders or -.")
    private List<String> paths = new ArrayList<>();

    /** Reads all paths. */
    @Override
    public void run() {
        refuseWrongPaths(paths);
        Terminal terminal = program.terminal();
        if (output != null && Files.isDirectory(output)) {
            throw CommandException.usage("--output: " + output + " is a folder.");
        }
        List<Input> inputs = reading.inputs(paths, terminal.in());
        Lexicon lexicon = reading.lexicon();
        boolean toTerminal = output == null && terminal.isOutTerminal();
        Ink ink = output == null ? terminal.ink(program.colour()) : Ink.PLAIN;
        Run run = new Run(program, problems);
        try (Results results = Results.open(terminal, Optional.ofNullable(output))) {
            run.over(
                    inputs,
                    reading.threads(),
                    toTerminal,
                    render(lexicon, new ReportPrinter(lexicon, ink, terminal.lineWidth())),
                    read -> results.write(read.rendered()));
            run.refuseNothing(paths);
            if (format == OutputFormat.TEXT) {
                results.write(run.counts().sentence() + "\n");
            }
            results.complete();
        }
        if (format == OutputFormat.TEXT && toTerminal) {
            run.printProblems();
            return;
        }
        run.printSummary();
    }

    private Function<Incoming.Report, Run.Reading> render(Lexicon lexicon, ReportPrinter printer) {
        Function<Incoming.Report, Extraction> reader = reading.reader(lexicon);
        Dater dater = Dater.of(lexicon);
        return report -> {
            Extraction extraction = reader.apply(report);
            return new Run.Reading(
                    extraction,
                    switch (format) {
                        case TEXT ->
                            printer.print(extraction)
                                    + (refused ? RefusedLines.text(extraction) : "")
                                    + (dates ? listed(lexicon, dater, extraction) : "");
                        case JSON -> line(lexicon, dater, extraction) + "\n";
                    });
        };
    }

    private String line(Lexicon lexicon, Dater dater, Extraction extraction) {
        String bare = ExtractionWriter.line(extraction, refused);
        String line = withText
                ? TextLines.withText(bare, extraction.document())
                : TextLines.withCategories(bare, extraction.document());
        return dates
                ? DateLines.withDates(line, extraction.document().text(), named(lexicon, dater, extraction))
                : line;
    }

    private static String listed(Lexicon lexicon, Dater dater, Extraction extraction) {
        return DateLines.text(extraction.document().text(), named(lexicon, dater, extraction));
    }

    private static List<Dates.Named> named(Lexicon lexicon, Dater dater, Extraction extraction) {
        MarkedText text = MarkedText.of(lexicon, extraction.document(), new Problems());
        return dater.dates(text, Optional.of(extraction.published()), new Problems())
                .named();
    }

    /** Ends the command when paths lead nowhere, naming all of them. */
    static void refuseWrongPaths(List<String> paths) {
        List<String> missing = Inputs.missing(paths);
        if (!missing.isEmpty()) {
            throw CommandException.usage(String.join(
                    "\n",
                    missing.stream()
                            .map(path -> (path.isEmpty() ? "''" : path) + ": "
                                    + (path.matches("[a-z]{2,8}:/.*")
                                            ? "only http:// and https:// addresses are fetched"
                                            : "no such file or folder"))
                            .toList()));
        }
        if (paths.stream().filter(Inputs.STANDARD_INPUT::equals).count() > 1) {
            throw CommandException.usage("standard input (-) can be read only once.");
        }
    }
}
