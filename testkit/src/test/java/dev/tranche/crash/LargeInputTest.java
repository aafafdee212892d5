package dev.tranche.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.bundle.ExtractionWriter;
import dev.tranche.extract.Extraction;
import dev.tranche.extract.Extractor;
import dev.tranche.law.ReadingLaws;
import dev.tranche.problem.Problem;
import dev.tranche.problem.ProblemCode;
import dev.tranche.source.Incoming;
import dev.tranche.source.ReportReader;
import dev.tranche.testkit.Slow;
import dev.tranche.text.Document;
import dev.tranche.text.SentenceSplitter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Inputs that are too large to keep: read on a small stack, within the time, without losing what is beside them. */
@Slow
class LargeInputTest {
    private static final Extractor EXTRACTOR = Extractor.standard();
    private static final int MEGABYTE = 1 << 20;
    private static final int LIMIT_SECONDS = 20;
    private static final String GIFT = "Germany will give Ukraine 500 million euros in military aid.";

    @TestFactory
    Stream<DynamicTest> largeTextsAreRead() {
        return texts().entrySet().stream()
                .map(text -> DynamicTest.dynamicTest(
                        text.getKey(),
                        () -> SmallStack.call(text.getKey(), LIMIT_SECONDS, () -> read(text.getValue()))));
    }

    /** Texts with the gift as last paragraph. */
    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("sentence of a megabyte", repeat("the choir sings in the old town and ", MEGABYTE) + ".");
        texts.put("sentence of sums", repeat("$5 million and 3bn euros for Ukraine and ", MEGABYTE / 4));
        texts.put("sentence of actors", repeat("Germany France and Ukraine's army ", MEGABYTE / 4));
        texts.put("sentence of donors and sums", repeat("Germany gave Ukraine $5 million in aid and ", MEGABYTE / 4));
        texts.put("nested quotation marks", "\u201C".repeat(100_000) + "aid" + "\u201D".repeat(100_000));
        texts.put("straight quotation marks", repeat("\" ' ", 200_000));
        texts.put("nested brackets", "(".repeat(100_000) + "$5 million" + ")".repeat(100_000));
        texts.put("word of a megabyte", "a".repeat(MEGABYTE));
        texts.put("number of a megabyte", "$" + "9".repeat(MEGABYTE) + " million in military aid to Ukraine.");
        texts.put("number with commas", "$" + repeat("9,", MEGABYTE) + " million");
        texts.put("number with points", repeat("1.", MEGABYTE));
        texts.put("dollar signs", "$".repeat(MEGABYTE));
        texts.put("abbreviation of a megabyte", repeat("U.S.", MEGABYTE));
        texts.put("full stops", ".".repeat(MEGABYTE));
        texts.put("line ends", "\n".repeat(MEGABYTE));
        texts.put("list lines", repeat("- $5 million\n", MEGABYTE / 4));
        texts.put("paragraphs of sums", repeat("Norway gave Ukraine $5 million in aid.\n\n", MEGABYTE / 4));
        texts.put("accents", "e" + "\u0301".repeat(MEGABYTE / 2));
        texts.put("halves of surrogate pairs", "\uD83D".repeat(MEGABYTE / 2));
        texts.put("controls", "\u0001".repeat(MEGABYTE / 2));
        texts.put("bidirectional marks", "\u202E".repeat(MEGABYTE / 2));
        texts.put("hyphens", repeat("1-", MEGABYTE));
        texts.put("capitals", repeat("UKRAINE AID PACKAGE ", MEGABYTE));
        return texts;
    }

    private static String repeat(String piece, int characters) {
        return piece.repeat(characters / piece.length());
    }

    private static Extraction read(String text) {
        Document document = Document.of("large", "", text + "\n\n" + GIFT);
        Extraction extraction = EXTRACTOR.extract(document);
        assertThat(ReadingLaws.quote(extraction)).isEmpty();
        assertThat(ExtractionWriter.line(extraction)).isNotEmpty();
        if (extraction.problems().stream().noneMatch(problem -> problem.code() == ProblemCode.TOO_MANY)) {
            assertThat(extraction.facts())
                    .as("the sum after the large part")
                    .anyMatch(fact -> fact.evidence().span().start() > text.length());
        }
        return extraction;
    }

    /** A long sentence is cut somewhere, and wherever that is, a sum may be there as the last words of a text. */
    @Test
    void sumMayStandWhereASentenceIsCut() {
        for (int words = SentenceSplitter.MAX_TOKENS - 12; words < SentenceSplitter.MAX_TOKENS + 2; words++) {
            String text = "Germany " + "and ".repeat(words) + "will give Ukraine $500 million";
            Extraction extraction = EXTRACTOR.extract(Document.of("cut", "", text));
            assertThat(ReadingLaws.quote(extraction)).as("%d words", words).isEmpty();
        }
    }

    @Test
    void deeplyNestedJsonLosesNoNeighbour() {
        String deep = "{\"id\": \"deep\", \"text\": \"Words.\", \"more\": " + "[".repeat(100_000) + "}\n";
        List<Incoming> incoming =
                SmallStack.call("deep JSON", LIMIT_SECONDS, () -> lines(deep + good() + deep + good()));
        assertThat(codes(incoming)).containsExactly(ProblemCode.BROKEN_JSON, ProblemCode.BROKEN_JSON);
        assertThat(incoming).hasSize(4);
    }

    @Test
    void manyBrokenLinesLoseNoNeighbour() {
        String lines = ("{\"id\": \n" + good()).repeat(20_000);
        List<Incoming> incoming = SmallStack.call("broken lines", LIMIT_SECONDS, () -> lines(lines));
        assertThat(codes(incoming)).hasSize(20_000).containsOnly(ProblemCode.BROKEN_JSON);
        assertThat(incoming).hasSize(40_000);
    }

    @Test
    void lineAboveTheLimitLosesNoNeighbour() {
        String large = "{\"id\": \"large\", \"text\": \"" + "a".repeat(ReportReader.LINE_LIMIT_BYTES) + "\"}\n";
        List<Incoming> incoming = SmallStack.call("large line", LIMIT_SECONDS, () -> lines(good() + large + good()));
        assertThat(codes(incoming)).containsExactly(ProblemCode.TOO_LARGE);
        assertThat(incoming).hasSize(3);
    }

    @Test
    void streamThatFailsKeepsWhatCameBefore() {
        InputStream start = new ByteArrayInputStream(good().repeat(3_000).getBytes(StandardCharsets.UTF_8));
        List<Incoming> incoming = new ArrayList<>();
        try (ReportReader reader = ReportReader.of("feed.jsonl", new SequenceInputStream(start, new Failing()))) {
            for (Optional<Incoming> next = reader.next(); next.isPresent(); next = reader.next()) {
                incoming.add(next.get());
            }
        }
        assertThat(codes(incoming)).containsExactly(ProblemCode.UNREADABLE);
        assertThat(incoming).hasSizeGreaterThan(1_500);
    }

    @Test
    void inputThatCannotBeReadIsOneProblem() {
        List<Incoming> incoming = new ArrayList<>();
        try (ReportReader reader = ReportReader.of("secret.txt", new Failing())) {
            for (Optional<Incoming> next = reader.next(); next.isPresent(); next = reader.next()) {
                incoming.add(next.get());
            }
        }
        assertThat(codes(incoming)).containsExactly(ProblemCode.UNREADABLE);
        assertThat(incoming).singleElement().extracting(Incoming::place).isEqualTo("secret.txt");
    }

    private static String good() {
        return "{\"title\": \"\", \"text\": \"" + GIFT + "\"}\n";
    }

    private static List<Incoming> lines(String text) {
        return ReportReader.readAll("feed.jsonl", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<ProblemCode> codes(List<Incoming> incoming) {
        return incoming.stream()
                .filter(Incoming.Refused.class::isInstance)
                .map(refused -> ((Incoming.Refused) refused).problem())
                .map(Problem::code)
                .toList();
    }

    /** A file on a disk that cannot be read. */
    private static final class Failing extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("the disk gives nothing");
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            return read();
        }
    }
}
