package dev.tranche.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.source.Format;
import dev.tranche.source.Incoming;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Inputs that mean harm: they are read as far as they are reports, or refused, within memory and time. */
@Timeout(120)
class HostileTest {

    private static final String SECRET = "the secret of this machine";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void entitiesOfAFileNameNoOtherFile() throws IOException {
        Path secret = folder.resolve("secret.txt");
        Files.writeString(secret, SECRET);
        String type = "<!DOCTYPE rss [<!ENTITY s SYSTEM \"" + secret.toUri() + "\">]>";
        String feed = "<?xml version=\"1.0\"?>" + type
                + "<rss><channel><item><title>Pumps</title><description>&s;"
                + " bought.</description></item></channel></rss>";
        assertThat(texts(Read.all("f.xml", feed))).contains("bought").doesNotContain(SECRET);
        String wire = "<?xml version=\"1.0\"?>" + type.replace("rss", "nitf")
                + "<nitf><body><body.head><hedline><hl1>&s; Pumps</hl1></hedline></body.head><body.content><p>&s;"
                + " bought.</p></body.content></body></nitf>";
        assertThat(texts(Read.all("w.xml", wire))).contains("bought").doesNotContain(SECRET);
        byte[] word = FormatsTest.zip(Map.of(
                "[Content_Types].xml",
                "<Types/>",
                "word/document.xml",
                type.replace("rss", "w") + "<w xmlns=\"w\"><p><t>Pumps &s; bought.</t></p></w>"));
        assertThat(texts(Read.all("w.docx", word))).doesNotContain(SECRET);
    }

    @Test
    void entitiesThatGrowDoNot() {
        StringBuilder type = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            type.append("<!ENTITY a").append(i).append(" \"");
            type.append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
        }
        String feed = "<?xml version=\"1.0\"?>" + type
                + "]><rss><channel><item><title>Laugh &a29;</title></item></channel></rss>";
        assertThat(texts(Read.all("f.xml", feed)).length()).isLessThan(1000);
    }

    /** A page with text in a font whose file is noise, and actions for every occasion. */
    @Test
    void scriptsAndBrokenFontsOfAPdfDoNothing() throws IOException {
        Path touched = folder.resolve("touched");
        String text = "BT /F1 12 Tf 72 720 Td (The harbour town bought three new pumps.) Tj ET";
        String actions = "/OpenAction<</S/JavaScript/JS(app.launchURL\\(\"http://127.0.0.1:9/\"\\);"
                + " var x = \"nine million\";)>>/AA<</WC<</S/Launch/F(" + touched + ")>>>>";
        String pdf = "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R" + actions + ">>\nendobj\n"
                + "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
                + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
                + "/Resources<</Font<</F1 5 0 R>>>>/AA<</O<</S/Launch/F(" + touched + ")>>>>>>\nendobj\n"
                + "4 0 obj\n<</Length " + text.length() + ">>stream\n" + text + "\nendstream\nendobj\n"
                + "5 0 obj\n<</Type/Font/Subtype/TrueType/BaseFont/Noise/Encoding/WinAnsiEncoding"
                + "/FontDescriptor 6 0 R/FirstChar 32/LastChar 33/Widths[500 500]>>\nendobj\n"
                + "6 0 obj\n<</Type/FontDescriptor/FontName/Noise/Flags 32/FontFile2 7 0 R>>\nendobj\n"
                + "7 0 obj\n<</Length 24>>stream\n\0\1\0\0\177\177\177\177\177\177\177\177\177\177\177\177\177\177"
                + "\177\177\177\177\177\177\nendstream\nendobj\ntrailer <</Size 8/Root 1 0 R>>\n%%EOF\n";
        List<Incoming> found = Read.all("pumps.pdf", pdf.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(texts(found)).contains("three new pumps").doesNotContain("launch", "nine million");
        assertThat(touched).doesNotExist();
    }

    /** A document that unpacks to more than the heap costs only itself. */
    @Test
    void whatTakesMoreMemoryThanThereIsIsRefused() {
        List<Incoming> found = new ArrayList<>();
        Source hungry = (content, sink) -> {
            throw new OutOfMemoryError("Java heap space");
        };
        Ingest.read(
                Content.of("hungry.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)),
                Format.PDF,
                hungry,
                found::add);
        assertThat(found)
                .singleElement()
                .isInstanceOfSatisfying(
                        Incoming.Refused.class,
                        refused -> assertThat(refused.problem().message())
                                .contains("needs more memory than is available"));
    }

    /** Pages and forms that contain themselves. */
    @Test
    void aPdfThatGoesInCirclesEnds() {
        String form = "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length 5>>";
        String pdf = "%PDF-1.7\n"
                + "1 0 obj\n"
                + "<</Type/Catalog/Pages 2 0 R>>\n"
                + "endobj\n"
                + "2 0 obj\n"
                + "<</Type/Pages/Kids[2 0 R 2 0 R 3 0 R]/Count 99999999>>\n"
                + "endobj\n"
                + "3 0 obj\n"
                + "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>\n"
                + "endobj\n"
                + "4 0 obj\n"
                + "<</Length"
                + " 5>>stream\n"
                + "/X Do\n"
                + "endstream\n"
                + "endobj\n"
                + "5 0 obj\n" + form + "stream\n/X Do\nendstream\nendobj\ntrailer <</Size 6/Root 1 0 R>>\n%%EOF\n";
        List<Incoming> found = Read.all("circle.pdf", pdf.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst()).isInstanceOf(Incoming.Refused.class);
    }

    @Test
    void deepNestingNeedsNoStack() {
        int depth = 100_000;
        String words =
                "The council of the harbour town bought three new pumps on Monday, after the floods of last winter.";
        Read.all("deep.html", "<html><body>" + "<div>".repeat(depth) + "<p>" + words + "</p></body></html>");
        Read.all("deep.xml", "<rss><channel>" + "<x>".repeat(depth) + "</channel></rss>");
        Read.all("deep.json", "[".repeat(depth) + "]".repeat(depth));
        Read.all("deep2.json", "{\"articles\":".repeat(depth) + "1" + "}".repeat(depth));
        Read.all("deep.rtf", "{\\rtf1 " + "{".repeat(depth) + words + "}".repeat(depth) + "}");
    }

    @Test
    void bombsAreLetGoOf() throws IOException {
        byte[] bomb = gzipOf(600L << 20);
        assertThat(Read.refusals("b.gz", bomb))
                .anySatisfy(why -> assertThat(why).startsWith("too-large"));
        assertThat(Read.refusals("b.zip", zipOf(600L << 20)))
                .anySatisfy(why -> assertThat(why).startsWith("too-large").contains("times its size"));
        byte[] nested = "A report.".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 20; i++) {
            nested = FormatsTest.gzip(nested);
        }
        assertThat(Read.refusals("n.gz", nested))
                .anySatisfy(why -> assertThat(why).contains("more than 8"));
    }

    @Test
    @SuppressWarnings("StringConcatToTextBlock") // Line ends count here.
    void aMailOfTenThousandPartsEnds() {
        StringBuilder mail = new StringBuilder("From: a@quay.example\r\nSubject: Many\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n");
        for (int i = 0; i < 10_000; i++) {
            mail.append("--b\r\nContent-Type: text/x-note\r\n\r\nNote.\r\n");
        }
        List<Incoming> all = Read.all("m.eml", mail.append("--b--\r\n").toString());
        assertThat(all).hasSizeLessThan(1100);
        assertThat(texts(all)).contains("9000 more are not read");
    }

    /** A gigabyte of heap is what tests have; the input is longer than that and never there as a whole. */
    private static void passTwoGigabytes(String name, String head, String row) {
        byte[] bytes = row.getBytes(StandardCharsets.UTF_8);
        long rows = (2L << 30) / bytes.length + 1;
        InputStream input = new RepeatedRows(head.getBytes(StandardCharsets.UTF_8), bytes, rows);
        long[] read = {0};
        Ingest.read(name, input, incoming -> read[0] += incoming instanceof Incoming.Report ? 1 : 0);
        assertThat(read[0]).as(name).isEqualTo(rows);
    }

    @Test
    @Tag("slow")
    @Timeout(3600)
    void aTableOfTwoGigabytesPassesThroughOneOfMemory() {
        String text = "The council bought pumps. ".repeat(4000);
        passTwoGigabytes("t.csv", "title,text,date\n", "Pumps,\"" + text + "\",2023-03-07\n");
    }

    @Test
    @Tag("slow")
    @Timeout(3600)
    void aCrawlOfTwoGigabytesPassesThroughOneOfMemory() {
        String page = "<html><head><title>Pumps</title></head><body><article>"
                + "<p>The council of the harbour town bought three new pumps on Monday, after the floods.</p>"
                        .repeat(1000)
                + "</article></body></html>";
        String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page;
        String record = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://quay.example/pumps\r\n"
                + "WARC-Date: 2024-06-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:0d1c9d0c-6a0f-4c3e-9f57-3f6f0a6f7e01>"
                + "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: " + http.length()
                + "\r\n\r\n" + http + "\r\n\r\n";
        passTwoGigabytes("c.warc", "", record);
    }

    @Test
    @Tag("slow")
    @Timeout(3600)
    void aMailboxOfTwoGigabytesPassesThroughOneOfMemory() {
        String mail = "From a@quay.example Tue May 14 08:00:00 2024\nFrom: a@quay.example\nSubject: Pumps\n\n"
                + "The council of the harbour town bought three new pumps on Monday.\n".repeat(1500)
                + "\n";
        passTwoGigabytes("m.mbox", "", mail);
    }

    private static String texts(List<Incoming> all) {
        StringBuilder texts = new StringBuilder();
        for (Incoming each : all) {
            texts.append(
                            switch (each) {
                                case Incoming.Report report -> report.document().text();
                                case Incoming.Refused refused ->
                                    refused.problem().message();
                            })
                    .append('\n');
        }
        return texts.toString();
    }

    private static byte[] gzipOf(long zeros) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            fill(gzip, zeros);
        }
        return bytes.toByteArray();
    }

    private static byte[] zipOf(long zeros) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("lines.jsonl"));
            fill(zip, zeros);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static void fill(java.io.OutputStream out, long count) throws IOException {
        byte[] spaces = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        for (long left = count; left > 0; left -= spaces.length) {
            out.write(spaces);
        }
    }

    /** A head and a row again and again. */
    private static final class RepeatedRows extends InputStream {
        private final byte[] row;
        private byte[] now;
        private long left;
        private int at;

        RepeatedRows(byte[] head, byte[] row, long rows) {
            this.now = head;
            this.row = row;
            this.left = rows;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (at == now.length) {
                if (left == 0) {
                    return -1;
                }
                left--;
                now = row;
                at = 0;
            }
            int count = Math.min(length, now.length - at);
            System.arraycopy(now, at, target, offset, count);
            at += count;
            return count;
        }
    }
}
