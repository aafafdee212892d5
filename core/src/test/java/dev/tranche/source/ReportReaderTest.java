package dev.tranche.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.problem.Problem;
import dev.tranche.problem.ProblemCode;
import dev.tranche.text.Document;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ReportReaderTest {

    private static final String SENTENCE = "Norway gives Ukraine 500 million kroner, says the minister.\n";

    @Test
    void plainTextIsOneReportNamedAfterItsFile() {
        Document report = sole("news/oslo.v2.txt", SENTENCE);
        assertThat(report.id().value()).isEqualTo("oslo.v2");
        assertThat(report.title()).isEmpty();
        assertThat(report.text()).isEqualTo(SENTENCE);
    }

    @Test
    void keyValueHeadIsTakenOffTheText() {
        Document report = sole(
                "a.txt",
                "title: Kroner for Kyiv\ndate: 2024-02-22\noutlet: Fjord Wire\n"
                        + "url: https://example.org/1\nlanguage: en\nauthor: nobody\n\n\n" + SENTENCE);
        assertThat(report.title()).isEqualTo("Kroner for Kyiv");
        assertThat(report.published()).contains("2024-02-22");
        assertThat(report.outlet()).contains("Fjord Wire");
        assertThat(report.address()).contains("https://example.org/1");
        assertThat(report.language()).contains("en");
        assertThat(report.text()).isEqualTo("Kroner for Kyiv\n\n" + SENTENCE);
    }

    @Test
    void yamlHeadMayQuoteFoldAndIgnore() {
        Document report = sole(
                "a.md",
                "---\r\ntitle: \"Said: \\\"no\\\" twice\"\r\n# remark\r\ntags:\r\n- aid\r\n"
                        + "  - arms\r\noutlet: >\r\n  Fjord\r\n  Wire\r\nid: 'it''s'\r\n---\r\n\r\n" + SENTENCE);
        assertThat(report.title()).isEqualTo("Said: \"no\" twice");
        assertThat(report.outlet()).contains("Fjord Wire");
        assertThat(report.id().value()).isEqualTo("it's");
        assertThat(report.body()).isEqualTo(SENTENCE);
    }

    @Test
    void whatOnlyResemblesAHeadStaysText() {
        for (String text : List.of(
                "Language: a long quarrel in parliament\n\nMore.",
                "Date: the minister names none\n\nMore.",
                "title: a\nWithout a blank line this goes on.\n\nMore.",
                "WASHINGTON: the House votes.\n\nMore.",
                "---\nA rule of dashes opens this page.\n---\n",
                "---\ntitle: never closed\n",
                "10:30: A siren.\n")) {
            assertThat(sole("a.txt", text).text()).isEqualTo(text);
        }
    }

    @Test
    void headAloneIsATitle() {
        assertThat(sole("a.txt", "title: Only this").text()).isEqualTo("Only this\n\n");
    }

    @Test
    void lineEndsAndTrailingSpaceAreKeptSoThatOffsetsHold() {
        String text = "  First\r\n\r\nsecond \t\n";
        assertThat(sole("a.txt", text).text()).isEqualTo(text);
    }

    @Test
    void jsonLinesAreToldByContentAndReadOneByOne() {
        String lines = "{\"id\": \"n-1\", \"outlet\": \"Fjord Wire\", \"title\": \"T\", \"text\": \"B\", "
                + "\"url\": \"u\", \"published\": \"2024-02-22\", \"language\": \"en\", \"more\": [{}, 1]}\r\n"
                + "\n  {\"text\": \"second\"}\n{\"title\": \"third\", \"text\": null, \"id\": 7}";
        List<Document> reports = documents(ReportReader.readAll("feed.txt", utf8(lines)));
        assertThat(reports).extracting(report -> report.id().value()).containsExactly("n-1", "feed:3", "7");
        assertThat(reports.getFirst().text()).isEqualTo("T\n\nB");
        assertThat(reports.getFirst().outlet()).contains("Fjord Wire");
        assertThat(reports.getFirst().published()).contains("2024-02-22");
        assertThat(reports.get(2).text()).isEqualTo("third\n\n");
    }

    @Test
    void aSingleLineWithoutIdIsNamedAfterItsFile() {
        assertThat(sole("one.jsonl", "\n{\"text\": \"B\"}\n").id().value()).isEqualTo("one");
    }

    @Test
    void brokenLinesAreCountedWithTheirPlaceAndLoseNoNeighbour() {
        String lines = """
            not json
            {"text": "one"}
            {"text": "cut
            {"text": "two"} {"text": "glued"}
            [1, 2]
            {"text": 5}
            {"id": "void", "text": " "}
            {"text": "three"}
            """;
        List<Incoming> all = ReportReader.readAll("dir/feed.jsonl", utf8(lines));
        assertThat(documents(all)).extracting(Document::text).containsExactly("one", "three");
        assertThat(refusals(all))
                .extracting(Incoming.Refused::place)
                .containsExactly(
                        "dir/feed.jsonl:1",
                        "dir/feed.jsonl:3",
                        "dir/feed.jsonl:4",
                        "dir/feed.jsonl:5",
                        "dir/feed.jsonl:6",
                        "dir/feed.jsonl:7");
        assertThat(refusals(all))
                .extracting(refused -> refused.problem().code())
                .containsExactly(
                        ProblemCode.BROKEN_JSON,
                        ProblemCode.BROKEN_JSON,
                        ProblemCode.BROKEN_JSON,
                        ProblemCode.BROKEN_JSON,
                        ProblemCode.BROKEN_JSON,
                        ProblemCode.EMPTY);
        assertThat(refusals(all))
                .allSatisfy(refused -> assertThat(refused.problem().message())
                        .startsWith(refused.place() + ": ")
                        .doesNotContain("\n"));
    }

    @Test
    void deepNestingBreaksOneLineOnly() {
        String deep = "{\"text\": \"x\", \"y\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        List<Incoming> all = ReportReader.readAll("f.jsonl", utf8(deep + "\n{\"text\": \"kept\"}"));
        assertThat(documents(all)).extracting(Document::text).containsExactly("kept");
        assertThat(refusals(all).getFirst().problem().code()).isEqualTo(ProblemCode.BROKEN_JSON);
    }

    @Test
    void jsonOverSeveralLinesIsRefusedOnce() {
        for (String text : List.of("{\n  \"text\": \"x\"\n}\n", "[\n {\"text\": \"x\"}\n]", "[{\"text\": \"x\"}]")) {
            assertThat(refusal("page.json", utf8(text)).code()).isEqualTo(ProblemCode.BROKEN_JSON);
        }
    }

    @Test
    void gzipIsOpenedAndItsEndingIsNoName() throws IOException {
        byte[] lines = gzip(utf8("{\"text\": \"one\"}\n{\"text\": \"two\"}\n"));
        assertThat(documents(ReportReader.readAll("feed.jsonl.gz", lines)))
                .extracting(report -> report.id().value())
                .containsExactly("feed:1", "feed:2");
        assertThat(sole("note.txt.gz", gzip(utf8(SENTENCE))).id().value()).isEqualTo("note");
    }

    @Test
    void tornGzipKeepsTheLinesBeforeTheTear() throws IOException {
        StringBuilder lines = new StringBuilder();
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            lines.append("{\"text\": \"")
                    .append(Long.toHexString(random.nextLong()))
                    .append("\"}\n");
        }
        byte[] whole = gzip(utf8(lines.toString()));
        List<Incoming> all = ReportReader.readAll("feed.gz", Arrays.copyOf(whole, whole.length / 2));
        assertThat(documents(all)).hasSizeGreaterThan(1000);
        assertThat(all.getLast())
                .isInstanceOfSatisfying(
                        Incoming.Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(ProblemCode.UNREADABLE));
        assertThat(refusals(all)).hasSize(1);
    }

    @Test
    void encodingsAreDetected() {
        String text = "Żmijewska: „2 Mrd. €“ — naïve\n";
        assertThat(sole("a.txt", utf8(text)).text()).isEqualTo(text);
        assertThat(sole("a.txt", utf8("\uFEFF" + text)).text()).isEqualTo(text);
        assertThat(sole("a.txt", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))
                        .text())
                .isEqualTo(text);
        assertThat(sole("a.txt", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE))
                        .text())
                .isEqualTo(text);
        assertThat(sole("a.txt", text.getBytes(StandardCharsets.UTF_16LE)).text())
                .isEqualTo(text);
        assertThat(sole("a.txt", text.getBytes(StandardCharsets.UTF_16BE)).text())
                .isEqualTo(text);
        String western = "The café pays £2m – “at once”, says Müller";
        assertThat(sole("a.txt", western.getBytes(Charset.forName("windows-1252")))
                        .text())
                .isEqualTo(western);
        String cyrillic = "Уряд оголосив про новий пакет допомоги.";
        assertThat(sole("a.txt", cyrillic.getBytes(StandardCharsets.UTF_16BE)).text())
                .isEqualTo(cyrillic);
    }

    @Test
    void jsonLinesInUtf16AreRead() {
        String lines = "{\"text\": \"one €\"}\n{\"text\": \"two\"}\n";
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(documents(ReportReader.readAll("f", ("\uFEFF" + lines).getBytes(charset))))
                    .extracting(Document::text)
                    .containsExactly("one €", "two");
        }
    }

    @Test
    void aFewWrongBytesInUtf8AreReplacedAndTold() {
        byte[] bytes = utf8("Zażółć gęślą jaźń, 5 Mrd. €, naïve…?");
        bytes[bytes.length - 1] = (byte) 0xFF;
        Incoming.Report report = soleReport("a.txt", bytes);
        assertThat(report.document().text()).endsWith("naïve…\uFFFD");
        assertThat(report.problems()).extracting(Problem::code).containsExactly(ProblemCode.ENCODING);
    }

    @Test
    void replacementCharactersOfTheTextItselfAreNoProblem() {
        assertThat(soleReport("a.txt", utf8("it was lost: \uFFFD.")).problems()).isEmpty();
    }

    @Test
    void binariesAreRefused() {
        byte[] noise = new byte[10_000];
        new Random(2).nextBytes(noise);
        assertThat(refusal("x.txt", noise).code()).isEqualTo(ProblemCode.BINARY);
        assertThat(refusal("x.jsonl", noise).code()).isEqualTo(ProblemCode.BINARY);
        assertThat(refusal("x.pdf", utf8("%PDF-1.7 and so on")).message()).contains("x.pdf", "PDF");
        assertThat(refusal("x", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})
                        .code())
                .isEqualTo(ProblemCode.NOT_READ);
        assertThat(refusal("x", new byte[4096]).code()).isEqualTo(ProblemCode.BINARY);
    }

    @Test
    void emptyInputsAreRefused() throws IOException {
        for (String name : List.of("a.txt", "a.jsonl", "a.md")) {
            for (byte[] bytes : List.of(new byte[0], utf8(" \n\r\n"), utf8("\uFEFF"), gzip(new byte[0]))) {
                assertThat(refusal(name, bytes).code()).isEqualTo(ProblemCode.EMPTY);
            }
        }
        assertThat(refusal("a.md", utf8("---\nlanguage: en\noutlet: O\n---\n")).code())
                .isEqualTo(ProblemCode.EMPTY);
    }

    @Test
    void oddCharactersAreKeptAndTold() {
        String text = "aid\u0000 \u202Eof\u202C $2bn\u001B[31m \uD800!";
        Incoming.Report report =
                soleReport("f.jsonl", utf8("{\"text\": \"aid\\u0000 \\u202Eof\\u202C $2bn\\u001B[31m \\uD800!\"}"));
        assertThat(report.document().text()).isEqualTo(text);
        Problem problem = report.problems().getFirst();
        assertThat(problem.code()).isEqualTo(ProblemCode.ODD_CHARACTERS);
        assertThat(problem.message())
                .contains("2 control characters", "2 marks of writing direction", "1 half of a surrogate pair");
        assertThat(problem.span().orElseThrow().start()).isEqualTo(3);
    }

    @Test
    void halvesOfSurrogatePairsSurviveUtf16() {
        String text = "half \uDC00 and whole \uD83D\uDE00, in a text of some length.";
        byte[] bytes = new byte[2 * text.length()];
        for (int i = 0; i < text.length(); i++) {
            bytes[2 * i] = (byte) text.charAt(i);
            bytes[2 * i + 1] = (byte) (text.charAt(i) >> 8);
        }
        assertThat(sole("a.txt", bytes).text()).isEqualTo(text);
    }

    @Test
    void rawControlCharactersInJsonStringsLoseNoReport() {
        assertThat(sole("f.jsonl", "{\"text\": \"a\tb\u0001\"}").text()).isEqualTo("a\tb\u0001");
    }

    @Test
    void anIdTooLongIsReplacedByThePlace() {
        Incoming.Report report = soleReport("f.jsonl", utf8("{\"id\": \"" + "x".repeat(2000) + "\", \"text\": \"b\"}"));
        assertThat(report.document().id().value()).isEqualTo("f");
        assertThat(report.problems()).extracting(Problem::code).containsExactly(ProblemCode.TOO_LARGE);
    }

    @Test
    void aLineOverTheLimitIsSkippedAndItsNeighboursKept() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(utf8("{\"text\": \"before\"}\n{\"text\": \""));
        byte[] filler = new byte[1 << 20];
        Arrays.fill(filler, (byte) 'x');
        for (int i = 0; i < 17; i++) {
            bytes.writeBytes(filler);
        }
        bytes.writeBytes(utf8("\"}\n{\"text\": \"after\"}\n"));
        List<Incoming> all = ReportReader.readAll("f.jsonl", bytes.toByteArray());
        assertThat(documents(all)).extracting(Document::text).containsExactly("before", "after");
        assertThat(refusals(all).getFirst().place()).isEqualTo("f.jsonl:2");
        assertThat(refusals(all).getFirst().problem().code()).isEqualTo(ProblemCode.TOO_LARGE);
    }

    @Test
    void aTextOverTheLimitIsRefused() {
        ReportReader reader = ReportReader.of(
                "big.txt", new Repeating("x", ReportReader.TEXT_LIMIT_BYTES + 1L, "the end was passed"));
        assertThat(reader.next().orElseThrow())
                .isInstanceOfSatisfying(
                        Incoming.Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(ProblemCode.TOO_LARGE));
        assertThat(reader.next()).isEmpty();
    }

    @Test
    void linesAreReadWithoutWaitingForTheEnd() {
        ReportReader reader =
                ReportReader.of("f.jsonl", new Repeating("{\"text\": \"again\"}\n", Long.MAX_VALUE, "never"));
        for (int i = 1; i <= 1000; i++) {
            assertThat(((Incoming.Report) reader.next().orElseThrow()).place()).isEqualTo("f.jsonl:" + i);
        }
    }

    @Test
    void aStreamThatFailsEndsTheInput() {
        ReportReader reader = ReportReader.of("f.jsonl", new Repeating("x", 0, "the cable was pulled"));
        assertThat(reader.next().orElseThrow())
                .isInstanceOfSatisfying(
                        Incoming.Refused.class,
                        refused -> assertThat(refused.problem().message()).contains("f.jsonl", "the cable was pulled"));
        assertThat(reader.next()).isEmpty();
    }

    /** Yields some bytes over and over, then fails. */
    private static final class Repeating extends InputStream {
        private final byte[] pattern;
        private final String failure;
        private final long limit;
        private long at;

        Repeating(String pattern, long limit, String failure) {
            this.pattern = utf8(pattern);
            this.limit = limit;
            this.failure = failure;
        }

        @Override
        public int read() throws IOException {
            if (at >= limit) {
                throw new IOException(failure);
            }
            return pattern[(int) (at++ % pattern.length)];
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = (int) Math.min(length, limit - at);
            if (count == 0 && length > 0) {
                throw new IOException(failure);
            }
            for (int i = 0; i < count; i++) {
                target[offset + i] = (byte) read();
            }
            return count;
        }
    }

    private static Document sole(String name, String text) {
        return sole(name, utf8(text));
    }

    private static Document sole(String name, byte[] bytes) {
        return soleReport(name, bytes).document();
    }

    private static Incoming.Report soleReport(String name, byte[] bytes) {
        List<Incoming> all = ReportReader.readAll(name, bytes);
        assertThat(all).singleElement().isInstanceOf(Incoming.Report.class);
        return (Incoming.Report) all.getFirst();
    }

    private static Problem refusal(String name, byte[] bytes) {
        List<Incoming> all = ReportReader.readAll(name, bytes);
        assertThat(all).singleElement().isInstanceOf(Incoming.Refused.class);
        return ((Incoming.Refused) all.getFirst()).problem();
    }

    private static List<Document> documents(List<Incoming> all) {
        List<Document> documents = new ArrayList<>();
        for (Incoming each : all) {
            if (each instanceof Incoming.Report report) {
                documents.add(report.document());
            }
        }
        return documents;
    }

    private static List<Incoming.Refused> refusals(List<Incoming> all) {
        return all.stream()
                .flatMap(each -> each instanceof Incoming.Refused refused
                        ? Optional.of(refused).stream()
                        : Optional.<Incoming.Refused>empty().stream())
                .toList();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
