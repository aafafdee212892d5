package dev.tranche.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.source.Incoming;
import dev.tranche.text.Document;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Formats as programs in the field write them, and parts that are broken or made to cost: the rest is read. */
@Timeout(120)
class OddPartsTest {

    private static final String WORDS =
            "The council of the harbour town bought three new pumps on Monday, after the floods of last winter.";
    private static final String PAGE =
            "<html><head><title>Pumps for the mill</title></head><body><p>" + WORDS + "</p></body></html>";
    private static final String TYPES = "<Types/>";

    private static String record(String type, String headers, String block) {
        return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: http://a.example/" + block.length()
                + "\r\nWARC-Date: 2023-05-03T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n" + headers
                + "Content-Length: " + block.length() + "\r\n\r\n" + block + "\r\n\r\n";
    }

    private static String answer(String headers, String body) {
        return record(
                "response",
                "Content-Type: application/http; msgtype=response\r\n",
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + headers + "\r\n" + body);
    }

    private static void assertTwoAndOneRefusal(String warc, String why) {
        List<Incoming> all = Read.all("crawl.warc", warc.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(all.stream().filter(Incoming.Report.class::isInstance))
                .as(why)
                .hasSize(2);
        assertThat(all)
                .last()
                .isInstanceOfSatisfying(
                        Incoming.Refused.class,
                        refused -> assertThat(refused.problem().message()).contains(why));
    }

    @Test
    void aBrokenRecordOfAPlainArchiveCostsNoOther() {
        String good = answer("", PAGE);
        String broken = good.replace("Content-Length: ", "Content-Length: 9999999");
        assertTwoAndOneRefusal(good + answer("Content-Encoding: br\r\n", "\u000B\2\u0080") + good, "1 packed with br");
        assertTwoAndOneRefusal(
                good + answer("Content-Encoding: gzip\r\n", "\u001F\u008Bno") + good, "1 packed with gzip");
        assertTwoAndOneRefusal(good + broken + good, "1 record is malformed");
        assertTwoAndOneRefusal(good + good.replace("Content-Length: ", "Content-Length: -") + good, "1 record is malf");
        assertTwoAndOneRefusal(good + "noise\0\1\n".repeat(5000) + good, "1 record is malformed");
        assertTwoAndOneRefusal(good + good + good.substring(0, good.length() - 50), "1 record is malformed");
    }

    @Test
    void bodiesThatAreUnpackedAlreadyAndTextsOfPagesAreRead() {
        String kept = answer("Content-Encoding: gzip\r\n", PAGE);
        String text = record("conversion", "Content-Type: text/plain\r\n", WORDS);
        assertThat(Read.documents("crawl.warc", kept + text))
                .extracting(Document::body)
                .containsExactly(WORDS, WORDS);
    }

    /** Deflate comes with its head and, from some servers, without; the rules of a site are not a report. */
    @Test
    void bodiesAreUnpackedWithAndWithoutAHeadAndRulesAreLeftOut() throws IOException {
        StringBuilder warc = new StringBuilder();
        for (boolean bare : new boolean[] {true, false}) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(9, bare))) {
                out.write(PAGE.getBytes(StandardCharsets.ISO_8859_1));
            }
            warc.append(answer("Content-Encoding: deflate\r\n", packed.toString(StandardCharsets.ISO_8859_1)));
        }
        warc.append(answer("", WORDS).replaceFirst("http://a.example/\\d+", "http://a.example/robots.txt"));
        assertThat(Read.documents("crawl.warc", warc.toString().getBytes(StandardCharsets.ISO_8859_1)))
                .extracting(Document::body)
                .containsExactly(WORDS, WORDS);
    }

    private static byte[] pdf(String resources, byte[] content, String filter, String more) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        String start = "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
                + "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
                + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<<" + resources
                + ">>>>\nendobj\n5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n" + more
                + "4 0 obj\n<</Length " + content.length + filter + ">>stream\n";
        pdf.writeBytes(start.getBytes(StandardCharsets.ISO_8859_1));
        pdf.writeBytes(content);
        pdf.writeBytes(
                "\nendstream\nendobj\ntrailer <</Size 99/Root 1 0 R>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        return pdf.toByteArray();
    }

    /** Two hundred million letters in a small file, and forms that show one another a billion times. */
    @Test
    void aPdfThatNeverEndsIsLetGoOf() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] shown = "BT /F1 12 Tf 72 720 Td (pump) Tj ET\n".repeat(1000).getBytes(StandardCharsets.US_ASCII);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(9))) {
            for (int i = 0; i < 5000; i++) {
                out.write(shown);
            }
        }
        String font = "/Font<</F1 5 0 R>>";
        assertThat(Read.refusals("long.pdf", pdf(font, packed.toByteArray(), "/Filter/FlateDecode", "")))
                .singleElement()
                .asString()
                .contains("more work");
        StringBuilder forms = new StringBuilder();
        for (int i = 10; i < 20; i++) {
            String shows = i == 19 ? "BT /F1 12 Tf (Hi) Tj ET" : "/X Do ".repeat(10);
            forms.append(i + " 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<" + font + "/XObject<</X "
                    + (i + 1) + " 0 R>>>>/Length " + shows.length() + ">>stream\n" + shows + "\nendstream\nendobj\n");
        }
        byte[] first = "/X Do ".repeat(10).getBytes(StandardCharsets.US_ASCII);
        assertThat(Read.refusals("forms.pdf", pdf(font + "/XObject<</X 10 0 R>>", first, "", forms.toString())))
                .singleElement()
                .asString()
                .contains("more work");
    }

    @Test
    void aBookThatRepeatsAChapterWithoutEndHasItOnce() throws IOException {
        Map<String, String> book = new LinkedHashMap<>();
        book.put("mimetype", "application/epub+zip");
        book.put("META-INF/container.xml", "<container><rootfile full-path='c.opf'/></container>");
        book.put(
                "c.opf",
                "<package><manifest><item id='a' href='a.html'/></manifest><spine>"
                        + "<itemref idref='a'/>".repeat(100_000) + "</spine></package>");
        book.put("a.html", "<p>" + WORDS + "</p>");
        assertThat(Read.documents("b.epub", FormatsTest.zip(book)))
                .singleElement()
                .satisfies(read -> assertThat(read.body()).isEqualTo(WORDS));
    }

    @Test
    void partsOfOfficeFilesMayHaveOtherNames() throws IOException {
        byte[] word = FormatsTest.zip(Map.of(
                "[Content_Types].xml",
                TYPES,
                "_rels/.rels",
                "<Relationships><Relationship Id='r1' Target='word/document2.xml'/></Relationships>",
                "word/document2.xml",
                "<w:document xmlns:w='w'><w:p><w:r><w:t>" + WORDS + "</w:t></w:r></w:p></w:document>"));
        assertThat(Read.documents("d.docx", word))
                .singleElement()
                .satisfies(read -> assertThat(read.body()).isEqualTo(WORDS));
        assertThat(Read.documents("s.xlsx", workbook("")))
                .singleElement()
                .satisfies(row -> assertThat(row.published()).contains("2019-03-06"));
        assertThat(Read.documents("s.xlsx", workbook("<workbookPr date1904=\"1\"/>")))
                .singleElement()
                .satisfies(row -> assertThat(row.published()).contains("2023-03-07"));
    }

    private static byte[] workbook(String properties) throws IOException {
        return FormatsTest.zip(Map.of(
                "[Content_Types].xml",
                TYPES,
                "xl/workbook.xml",
                "<workbook>" + properties + "</workbook>",
                "xl/worksheets/data.xml",
                "<worksheet><row><c t='inlineStr'><is><t>Title</t></is></c><c"
                        + " t='inlineStr'><is><t>Date</t></is></c></row><row><c"
                        + " t='inlineStr'><is><t>Pumps</t></is></c><c><v>43530</v></c></row></worksheet>"));
    }

    @Test
    void anOfficeFileThatIsCutOffIsNoArchiveOfFiles() throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.text");
        parts.put("content.xml", "<p>" + WORDS + "</p>");
        byte[] whole = FormatsTest.zip(parts);
        assertThat(Read.refusals("d.odt", java.util.Arrays.copyOf(whole, whole.length - 40)))
                .singleElement()
                .asString()
                .contains("cut off");
    }

    @Test
    void whatAnAgencyCanceledIsNotReadHoweverItSaysSo() {
        String item = "<newsItem guid=\"urn:q:1\"><itemMeta><pubStatus"
                + " STATUS/></itemMeta><contentMeta><headline>Pumps</headline><dateline>HARBOUR TOWN, March"
                + " 7</dateline></contentMeta><contentSet><inlineXML>"
                + "<html><body><p>" + WORDS + "</p></body></html></inlineXML></contentSet></newsItem>";
        assertThat(Read.only("n.xml", item.replace("STATUS", "qcode=\"stat:usable\""))
                        .body())
                .isEqualTo("HARBOUR TOWN, March 7\n\n" + WORDS);
        assertThat(Read.only("n.xml", item.replace("<p>The", "<p>HARBOUR TOWN, March 7 - The"))
                        .body())
                .startsWith("HARBOUR TOWN, March 7 - The");
        String uri = "uri=\"http://cv.iptc.org/newscodes/pubstatusg2/canceled\"";
        for (String canceled : List.of(
                item.replace("STATUS", uri),
                "{\"uri\": \"u\", \"pubstatus\": \"canceled\", \"headline\": \"Pumps\", \"body_text\": \"" + WORDS
                        + "\"}",
                "{\"uri\": \"u\", \"pubStatus\": \"Canceled\", \"headline\": \"Pumps\", \"body_text\": \"" + WORDS
                        + "\"}")) {
            assertThat(Read.refusals("n", canceled.getBytes(StandardCharsets.UTF_8)))
                    .singleElement()
                    .asString()
                    .contains("canceled");
        }
    }

    @Test
    void theThirdVersionOfNinjsAndNumbersThatAreNoneAreRead() {
        Document read = Read.only(
                "n.json",
                "{\"uri\": \"u\", \"headlines\": [{\"value\": \"Pumps\"}], \"score\": NaN,"
                        + " \"bodies\": [{\"contentType\": \"text/html\", \"value\": \"<p>" + WORDS + "</p>\"}]}");
        assertThat(read.title()).isEqualTo("Pumps");
        assertThat(read.body()).isEqualTo(WORDS);
    }

    @Test
    @SuppressWarnings("StringConcatToTextBlock") // Line ends count here.
    void mailsAsProgramsWriteThem() {
        String one = "From ada@quay.example Tue Mar  7 08:15:00 2023\r\nFrom: ada@quay.example\r\nSubject: One\r\n\r\n"
                + WORDS + "\r\n\r\n";
        assertThat(Read.documents("box", one + one.replace("One", "Two")))
                .extracting(Document::title)
                .containsExactly("One", "Two");
        String head = "From: ada@quay.example\nSubject: Pumps\nMIME-Version: 1.0\nContent-Type: multipart/";
        Document notice = Read.only(
                "m.eml",
                head + "alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nThis mail needs HTML.\n--b\n"
                        + "Content-Type: text/html\n\n<p>" + WORDS + "</p>\n--b--\n");
        assertThat(notice.body()).isEqualTo(WORDS);
        List<Incoming> named = Read.all(
                "m.eml",
                head + "mixed; boundary=b\n\n--b\nContent-Type: text/plain\nContent-Disposition: attachment;"
                        + " filename*=UTF-8''na%C3%AFve%20note.txt\n\n" + WORDS + "\n--b--\n");
        assertThat(named).last().extracting(Incoming::place).isEqualTo("m.eml!/na\u00EFve note.txt");
    }

    @Test
    void aPageThatABrowserSavedIsAPageAndNotOfTheDayOfTheSaving() {
        String saved = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://quay.example/2023/a\r\n"
                + "Subject: Pumps\r\nDate: Tue, 7 May 2024 08:15:00 -0000\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n--b\r\n"
                + "Content-Type: text/html\r\nContent-Location: https://quay.example/2023/a\r\n\r\n"
                + PAGE.replace("<body>", "<body><nav>Home</nav>")
                + "\r\n--b\r\nContent-Type: text/css\r\n\r\np { color: red }\r\n--b--\r\n";
        Document page = Read.only("p.mhtml", saved);
        assertThat(page.title()).isEqualTo("Pumps for the mill");
        assertThat(page.body()).isEqualTo(WORDS);
        assertThat(page.address()).contains("https://quay.example/2023/a");
        assertThat(page.published()).isEmpty();
    }
}
