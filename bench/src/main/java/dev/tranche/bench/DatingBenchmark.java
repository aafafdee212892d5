package dev.tranche.bench;

import dev.tranche.extract.Extractor;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to infer when reports were written: the whole reader over the same reports with a stated day and
 * without any, in one run.
 *
 * <p>Each operation reads two million characters: the stream of 2022 beside the repository, all of it or the entries of
 * more than 400 characters, or the sample reports where it is missing. The cost of dating is the score of
 * {@code inferred} over that of {@code stated}; at most 1.3 is allowed. Both read everything else in the same way.
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

    /** Texts of this many characters or fewer are left out. */
    @Param({"0", "400"})
    private int longerThan;

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

    /** Reads everything in reports whose day is stated. */
    @Benchmark
    public int stated() {
        return read(dated);
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

    private List<Document> reports() throws IOException {
        Path root = Path.of(System.getProperty("tranche.root", "."));
        Path stream = root.resolve("..").resolve("shared").resolve("stream").resolve("2022.jsonl.gz");
        if (!Files.isRegularFile(stream)) {
            return ReadingBenchmark.samples();
        }
        List<Document> reports = new ArrayList<>();
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(stream)))) {
            for (Incoming incoming : ReportReader.readAll("2022.jsonl", in.readAllBytes())) {
                if (incoming instanceof Incoming.Report report
                        && report.document().body().length() > longerThan) {
                    reports.add(report.document());
                }
            }
        }
        return reports;
    }
}
