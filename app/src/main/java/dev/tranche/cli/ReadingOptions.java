package dev.tranche.cli;

import dev.tranche.extract.Extraction;
import dev.tranche.extract.Extractor;
import dev.tranche.ingest.Columns;
import dev.tranche.ingest.Content;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconException;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.pipeline.Addresses;
import dev.tranche.pipeline.Input;
import dev.tranche.pipeline.Inputs;
import dev.tranche.print.Nearest;
import dev.tranche.source.Incoming;
import dev.tranche.text.Document;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that reads reports. */
final class ReadingOptions {

    private static final int MOST_THREADS = 256;

    @Option(
            names = "--undated",
            description = "Ignore publication dates and addresses of the metadata, as if they had been lost.")
    private boolean undated;

    @Option(
            names = "--lexicon",
            paramLabel = "FOLDER",
            description = "Add the rows of the tables in FOLDER, named as the shipped ones (states.csv, bodies.csv …).")
    private @Nullable Path lexiconFolder;

    @Option(
            names = "--columns",
            paramLabel = "PART=COLUMN,…",
            description = "Say which table column or JSON key holds which part of a report, as in"
                    + " title=Headline,text=Body,published=Day. Default: found by their usual names.")
    private @Nullable String columns;

    @Option(
            names = "--sums-only",
            description = "Leave out web pages that hold no sum of money, before they are parsed: for crawls, most of"
                    + " which report no aid. They are counted.")
    private boolean sumsOnly;

    @Option(
            names = "--own-network",
            description = "Also fetch addresses of this machine and its network, which are otherwise refused.")
    private boolean ownNetwork;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Read with N threads. Default: one for each processor. Results do not depend on it.")
    private @Nullable Integer threads;

    /** Returns how many threads read. */
    int threads() {
        if (threads == null) {
            return Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        }
        if (threads < 1 || threads > MOST_THREADS) {
            throw CommandException.usage(
                    "--threads needs a number from 1 to " + MOST_THREADS + ", not " + threads + ".");
        }
        return threads;
    }

    /** Returns the inputs with what the user says about tables. */
    List<Input> inputs(List<String> paths, InputStream standardInput) {
        Optional<String> said = Optional.ofNullable(columns);
        try {
            Columns.parse(said);
        } catch (IllegalArgumentException wrong) {
            throw CommandException.usage("--columns: " + wrong.getMessage());
        }
        Content.Options options = new Content.Options(said, sumsOnly);
        return Inputs.of(paths, standardInput, Addresses.fetching(ownNetwork)).stream()
                .map(input -> input.with(options))
                .toList();
    }

    /** Returns whether addresses of the own network may be fetched. */
    boolean isOwnNetwork() {
        return ownNetwork;
    }

    /** Are reports read as they are by default: with their dates, and with the lexicon that ships? */
    boolean isUsual() {
        return !undated && lexiconFolder == null;
    }

    /** Returns the lexicon that ships, with the user's rows. */
    Lexicon lexicon() {
        if (lexiconFolder == null) {
            return Lexicon.standard();
        }
        List<LexiconFile> files = new ArrayList<>();
        try (DirectoryStream<Path> tables = Files.newDirectoryStream(lexiconFolder, "*.csv")) {
            for (Path table : tables) {
                files.add(new LexiconFile(
                        String.valueOf(table.getFileName()), Files.readString(table, StandardCharsets.UTF_8)));
            }
        } catch (IOException broken) {
            throw CommandException.usage("--lexicon: " + lexiconFolder + " is no folder that can be read.");
        }
        if (files.isEmpty()) {
            throw CommandException.usage("--lexicon: " + lexiconFolder + " holds no table. A table is one of "
                    + String.join(", ", Lexicon.tableNames()) + ".");
        }
        files.sort(Comparator.comparing(LexiconFile::name));
        files.forEach(ReadingOptions::refuseUnknownTable);
        try {
            UserRows.check(files);
            Lexicon lexicon = Lexicon.standardWith(files);
            UserRows.tryOut(lexicon, files);
            return lexicon;
        } catch (LexiconException wrong) {
            throw CommandException.usage("--lexicon: " + wrong.getMessage() + ".");
        }
    }

    /** A misspelt name would add nothing, in silence. */
    private static void refuseUnknownTable(LexiconFile file) {
        if (!Lexicon.tableNames().contains(file.name())) {
            String near = Nearest.of(file.name(), Lexicon.tableNames())
                    .map(name -> " Did you mean " + name + "?")
                    .orElse("");
            throw CommandException.usage("--lexicon: there is no table " + file.name() + "." + near);
        }
    }

    /** Returns the function that reads a report; safe for several threads. */
    Function<Incoming.Report, Extraction> reader(Lexicon lexicon) {
        Extractor extractor = Extractor.of(lexicon);
        return report -> {
            Document document = undated ? report.document().undated() : report.document();
            return extractor.extract(document).after(report.problems());
        };
    }
}
