package dev.tranche.bench;

import dev.tranche.extract.Extractor;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MoneyScan;
import dev.tranche.source.Incoming;
import dev.tranche.source.ReportReader;
import dev.tranche.text.Document;
import dev.tranche.text.Tokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
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
 * How fast one core reads, beside Lucene's StandardAnalyzer over the same reports in the same run.
 *
 * <p>Each operation goes over one million characters, so that operations a second are megabytes a second. The texts are
 * the sample reports: those that state aid, their sentences without sums, and of these the ones without any trigger.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReadingBenchmark {
    private static final int CHARACTERS = 1_000_000;

    /**
     * Which texts are read: reports that state aid, their sentences without sums, and of these the ones that name
     * nobody.
     */
    @Param({"aid", "news", "none"})
    public String text = "";

    private final Extractor extractor = Extractor.standard();
    private final StandardAnalyzer analyzer = new StandardAnalyzer();
    private List<Document> documents = List.of();

    /** Repeats the chosen sample texts up to one million characters. */
    @Setup
    public void load() throws IOException {
        List<Document> chosen = new ArrayList<>();
        for (Document document : samples()) {
            if (text.equals("aid")) {
                boolean aid = !extractor.extract(document).facts().isEmpty();
                chosen.addAll(aid ? List.of(document) : List.of());
                continue;
            }
            String plain = plain(document.body());
            chosen.addAll(
                    plain.isEmpty()
                            ? List.of()
                            : List.of(Document.of(document.id().value(), "", plain)));
        }
        if (chosen.isEmpty()) {
            throw new IllegalStateException(
                    "no sample reports found below corpus/samples; start in the project's folder");
        }
        documents = new ArrayList<>();
        for (int size = 0, i = 0; size < CHARACTERS; i++) {
            Document next = chosen.get(i % chosen.size());
            documents.add(next);
            size += next.text().length();
        }
    }

    /** Reads every report. */
    @Benchmark
    public int tranche() {
        int facts = 0;
        for (Document document : documents) {
            facts += extractor.extract(document).facts().size();
        }
        return facts;
    }

    /** Only splits every report into words, with Lucene. */
    @Benchmark
    public int lucene() throws IOException {
        int tokens = 0;
        for (Document document : documents) {
            try (TokenStream stream = analyzer.tokenStream("text", document.text())) {
                stream.reset();
                while (stream.incrementToken()) {
                    tokens++;
                }
                stream.end();
            }
        }
        return tokens;
    }

    /** Returns the sentences of a report without sums, and for the text "none" without any actor. */
    private String plain(String body) {
        StringBuilder plain = new StringBuilder();
        for (String sentence : body.split("(?<=[.!?])\\s+")) {
            boolean names = text.equals("none") && Lexicon.standard().namesActor(Tokenizer.split(sentence));
            plain.append(MoneyScan.mayHoldSum(sentence) || names ? "" : sentence + " ");
        }
        return plain.toString();
    }

    static List<Document> samples() throws IOException {
        Path folder = Path.of(System.getProperty("tranche.root", "."), "corpus", "samples");
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.sorted().toList();
        }
        List<Document> read = new ArrayList<>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            for (Incoming incoming : ReportReader.readAll(name, Files.readAllBytes(file))) {
                if (incoming instanceof Incoming.Report report) {
                    read.add(report.document());
                }
            }
        }
        return read;
    }
}
