package dev.tranche.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.bundle.BundleLine;
import dev.tranche.bundle.ExtractionReader;
import dev.tranche.bundle.ExtractionWriter;
import dev.tranche.extract.Extraction;
import dev.tranche.extract.Extractor;
import dev.tranche.fact.Fact;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.naming.Name;
import dev.tranche.source.Incoming;
import dev.tranche.source.ReportReader;
import dev.tranche.spec.FactLine;
import dev.tranche.testkit.Repository;
import dev.tranche.text.Document;
import dev.tranche.text.Sentence;
import dev.tranche.text.SentenceSplitter;
import dev.tranche.text.Span;
import dev.tranche.text.Tokenizer;
import dev.tranche.text.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The laws of the house about reading, on random texts. Folds of the ledger have their own. */
class ReadingLawsTest {
    private static final Extractor EXTRACTOR = Extractor.standard();
    private static final int CASES = 150;

    @Test
    void quoteIsTheTextAtItsSpan() {
        AtomicInteger facts = new AtomicInteger();
        Seeds.run(CASES, generator -> {
            Extraction extraction = EXTRACTOR.extract(generator.document());
            facts.addAndGet(extraction.facts().size());
            assertThat(ReadingLaws.quote(extraction)).isEmpty();
            assertThat(ReadingLaws.quote(EXTRACTOR.extract(generator.oddDocument())))
                    .isEmpty();
        });
        assertThat(facts.get()).as("facts that were looked at").isGreaterThan(CASES);
    }

    /** The samples and the texts of the gold hold evidence of every kind. */
    @Test
    void everyKindOfEvidenceIsTheTextAtItsSpan() throws IOException {
        Map<String, Integer> kinds = new TreeMap<>();
        Path gold = Repository.corpus("gold");
        for (Path folder :
                List.of(Repository.corpus("samples"), gold.resolve("said"), gold.resolve("story_dev.jsonl"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    checkEvidence(file, kinds);
                }
            }
        }
        assertThat(kinds.keySet())
                .contains(
                        "Publication.Clue",
                        "Aid",
                        "Aid.Cells.Cell",
                        "Total",
                        "Total.Cells.Cell",
                        "Refusal",
                        "Story.Encounter",
                        "Story.Statement",
                        "Story.Figure",
                        "Story.Agreement",
                        "Story.Item",
                        "Story.PloverEvent");
    }

    private static void checkEvidence(Path file, Map<String, Integer> kinds) throws IOException {
        for (Incoming incoming : ReportReader.readAll(file.toString(), Files.readAllBytes(file))) {
            if (incoming instanceof Incoming.Report report) {
                Extraction read = EXTRACTOR.extract(report.document());
                assertThat(ReadingLaws.quote(read)).as(file.toString()).isEmpty();
                Quotes.of(read).forEach(quoted -> kinds.merge(quoted.owner(), 1, Integer::sum));
                assertNames(read);
            }
        }
    }

    private static void assertNames(Extraction read) {
        String text = read.document().text();
        for (Name name : read.story().names()) {
            for (Span span : name.spans()) {
                assertThat(span.end()).isLessThanOrEqualTo(text.length());
                assertThat(text.substring(span.start(), span.end()).strip())
                        .as(name.toString())
                        .isNotEmpty()
                        .satisfies(words -> assertThat(Character.isLetterOrDigit(words.codePointAt(0)))
                                .isTrue());
            }
        }
    }

    @Test
    void localeAndZoneChangeNothing() {
        Seeds.run(CASES, generator -> {
            assertThat(ReadingLaws.determinism(EXTRACTOR, generator.document())).isEmpty();
            assertThat(ReadingLaws.determinism(EXTRACTOR, generator.oddDocument()))
                    .isEmpty();
        });
    }

    @Test
    void threadsChangeNothing() throws InterruptedException, ExecutionException {
        List<Document> documents = new ArrayList<>();
        Seeds.run(60, generator -> documents.add(generator.document()));
        List<Extraction> alone = documents.stream().map(EXTRACTOR::extract).toList();
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<List<Extraction>>> readings = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                readings.add(pool.submit(
                        () -> documents.stream().map(EXTRACTOR::extract).toList()));
            }
            for (Future<List<Extraction>> reading : readings) {
                assertThat(reading.get()).isEqualTo(alone);
            }
        }
    }

    @Test
    void unrelatedParagraphBelowChangesNothing() {
        Seeds.run(
                CASES,
                generator -> assertThat(ReadingLaws.localityBelow(EXTRACTOR, generator.document()))
                        .isEmpty());
    }

    @Test
    void unrelatedParagraphMovesSumsThatSayAll() {
        AtomicInteger facts = new AtomicInteger();
        Seeds.run(CASES, generator -> {
            Document document = generator.plainDocument();
            facts.addAndGet(EXTRACTOR.extract(document).facts().size());
            assertThat(ReadingLaws.locality(EXTRACTOR, document)).isEmpty();
        });
        assertThat(facts.get()).as("facts that were looked at").isGreaterThan(CASES);
    }

    @Test
    void bundleLineReadsAsItWasWritten() {
        Seeds.run(CASES, generator -> {
            Document document = generator.below(3) == 0 ? generator.oddDocument() : generator.document();
            Extraction extraction = EXTRACTOR.extract(document);
            BundleLine line = ExtractionReader.read("case", ExtractionWriter.line(extraction));
            assertThat(line).isEqualTo(BundleLine.of(extraction));
        });
    }

    @Test
    void factLineReadsAsItWasWritten() {
        Seeds.run(CASES, generator -> {
            for (Fact fact : EXTRACTOR.extract(generator.document()).facts()) {
                FactLine line = FactLine.of(fact);
                assertThat(FactLine.parse("case", line.toString())).isEqualTo(line);
                assertThat(line.differences(line)).isEmpty();
            }
        });
    }

    @Test
    void everyCharacterThatIsNoGapBelongsToOneToken() {
        Seeds.run(CASES, generator -> {
            String text = generator.noise();
            Tokens tokens = Tokenizer.split(text);
            int covered = 0;
            for (int token = 0; token < tokens.size(); token++) {
                assertThat(tokens.start(token)).isGreaterThanOrEqualTo(covered);
                assertThat(tokens.end(token)).isGreaterThan(tokens.start(token));
                assertGap(text, covered, tokens.start(token));
                covered = tokens.end(token);
            }
            assertGap(text, covered, text.length());
        });
    }

    private static void assertGap(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            boolean gap = Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT;
            assertThat(gap)
                    .as("U+%04X at %d lies between tokens".formatted((int) c, at))
                    .isTrue();
        }
    }

    @Test
    void sentencesCoverEveryTokenOnce() {
        Seeds.run(CASES, generator -> {
            Document document = generator.oddDocument();
            Tokens tokens = Tokenizer.split(document.text());
            int next = 0;
            for (Sentence sentence : SentenceSplitter.split(
                    tokens, document.bodyStart(), Lexicon.standard().abbreviations())) {
                assertThat(sentence.start()).isEqualTo(next);
                assertThat(sentence.end() - sentence.start()).isLessThanOrEqualTo(SentenceSplitter.MAX_TOKENS);
                next = sentence.end();
            }
            assertThat(next).isEqualTo(tokens.size());
        });
    }
}
