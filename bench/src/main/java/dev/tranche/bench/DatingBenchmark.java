package dev.tranche.bench;

import dev.tranche.extract.Extractor;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.MoneyScan;
import dev.tranche.problem.Problems;
import dev.tranche.rule.FactReader;
import dev.tranche.source.Incoming;
import dev.tranche.source.ReportReader;
import dev.tranche.text.Document;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to infer when reports were written: the same reports with their date and without it, in one run.
 *
 * <p>Each operation reads two million characters: the stream of 2022 beside the repository, or the sample reports where
 * it is missing. The cost of dating is the score of {@code inferred} over that of {@code words}; at most 1.3 is allowed.
 * Reports with a stated date and no sum need no reading at all, which {@code stated} shows.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
public class DatingBenchmark {
    private static final int CHARACTERS = 2_000_000;
    private static final String ANY_DAY = "2022-06-01";

    private final Lexicon lexicon = Lexicon.standard();
    private final Extractor extractor = Extractor.standard();
    private List<Document> dated = List.of();
    private List<Document> undated = List.of();

    /** Reads the reports and makes a copy of each without its date. */
    @Setup
    public void load() throws IOException {
        List<Document> chosen = reports();
        dated = new ArrayList<>();
        undated = new ArrayList<>();
        for (int size = 0, i = 0; size < CHARACTERS; i++) {
            Document next = chosen.get(i % chosen.size());
            dated.add(next.with(Optional.empty(), Optional.empty(), Optional.of(ANY_DAY), Optional.empty()));
            undated.add(next.undated());
            size += next.text().length();
        }
    }

    /** Reads reports whose date is stated; those without a sum are passed over. */
    @Benchmark
    public int stated() {
        return read(dated);
    }

    /** Reads the words of every report: sentences, actors, sums, things and facts; dates none. */
    @Benchmark
    public int words() {
        int facts = 0;
        for (Document document : undated) {
            MarkedText text = MarkedText.of(lexicon, document, new Problems());
            facts += text.actors().size() + text.sums().size() + text.things().size();
            facts += MoneyScan.mayHoldSum(document.text())
                    ? FactReader.read(lexicon, text).size()
                    : 0;
        }
        return facts;
    }

    /** Reads the same reports and infers their dates. */
    @Benchmark
    public int inferred() {
        return read(undated);
    }

    private int read(List<Document> documents) {
        int facts = 0;
        for (Document document : documents) {
            facts += extractor.extract(document).facts().size();
        }
        return facts;
    }

    private static List<Document> reports() throws IOException {
        Path root = Path.of(System.getProperty("tranche.root", "."));
        Path stream = root.resolve("..").resolve("shared").resolve("stream").resolve("2022.jsonl.gz");
        if (!Files.isRegularFile(stream)) {
            return ReadingBenchmark.samples();
        }
        List<Document> reports = new ArrayList<>();
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(stream)))) {
            for (Incoming incoming : ReportReader.readAll("2022.jsonl", in.readAllBytes())) {
                if (incoming instanceof Incoming.Report report) {
                    reports.add(report.document());
                }
            }
        }
        return reports;
    }
}
