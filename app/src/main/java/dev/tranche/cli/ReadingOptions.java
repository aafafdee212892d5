package dev.tranche.cli;

import dev.tranche.extract.Extraction;
import dev.tranche.extract.Extractor;
import dev.tranche.ingest.Columns;
import dev.tranche.ingest.Content;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.pipeline.Addresses;
import dev.tranche.pipeline.Input;
import dev.tranche.pipeline.Inputs;
import dev.tranche.source.Incoming;
import dev.tranche.text.Document;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every command that reads reports. */
final class ReadingOptions {

    @Option(
            names = "--undated",
            description = "Ignore publication dates and addresses in the metadata, as if they were missing.")
    private boolean undated;

    @Mixin
    private LexiconOption lexicon = new LexiconOption();

    @Option(
            names = "--columns",
            paramLabel = "PART=COLUMN,…",
            description = "Say which table column or JSON key holds which part of a report, as in"
                    + " title=Headline,text=Body,published=Day. Default: found by their usual names.")
    private @Nullable String columns;

    @Option(
            names = "--sums-only",
            description = "Leave out web pages without a sum of money, before they are parsed: for crawls, most of"
                    + " which report no aid. They are counted.")
    private boolean sumsOnly;

    @Option(
            names = "--own-network",
            description = "Also fetch addresses of this machine and its network, which are otherwise refused.")
    private boolean ownNetwork;

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    /** Returns how many threads read. */
    int threads() {
        return threads.threads();
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
        return Inputs.of(paths, standardInput, Addresses.fetching(Inputs.addresses(paths), ownNetwork)).stream()
                .map(input -> input.with(options))
                .toList();
    }

    /** Returns whether addresses of the own network may be fetched. */
    boolean isOwnNetwork() {
        return ownNetwork;
    }

    /** Are reports read in the default way: with their dates, and with the shipped lexicon? */
    boolean isUsual() {
        return !undated && !lexicon.isGiven();
    }

    /** Returns the shipped lexicon with the user's rows. */
    Lexicon lexicon() {
        return lexicon.lexicon();
    }

    /**
     * Returns a supplier of the lexicon: the shipped one is loaded at the first call; a user's rows are checked now.
     */
    Supplier<Lexicon> lexiconLater() {
        if (!lexicon.isGiven()) {
            return Lexicon::standard;
        }
        Lexicon own = lexicon();
        return () -> own;
    }

    /** Returns the function that reads a report; safe for several threads. */
    Function<Incoming.Report, Extraction> reader(Lexicon lexicon) {
        return reader(() -> lexicon);
    }

    /** Returns the function that reads a report; the lexicon is asked for with the first one. */
    Function<Incoming.Report, Extraction> reader(Supplier<Lexicon> lexicon) {
        return report -> {
            Document document = undated ? report.document().undated() : report.document();
            // Built at first use: a server reads its first report long after its start.
            Extractor extractor = lexicon.get().made(Extractor.class, Extractor::of);
            return extractor.extract(document).after(report.problems());
        };
    }
}
