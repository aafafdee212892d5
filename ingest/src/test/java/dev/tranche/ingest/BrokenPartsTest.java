package dev.tranche.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tranche.source.Incoming;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** A broken part of an input costs that part alone. */
class BrokenPartsTest {

    private static final String PAGE = "<html><p>Norway gave Ukraine $5 million in aid, the ministry said.</p></html>";

    private static List<Incoming> read(String name, String text) {
        return Ingest.readAll(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String record(String headers) {
        String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE;
        return "WARC/1.0\r\nWARC-Type: response\r\n" + headers
                + "WARC-Date: 2023-05-03T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
                + "Content-Type: application/http; msgtype=response\r\nContent-Length: " + http.length() + "\r\n\r\n"
                + http + "\r\n\r\n";
    }

    @Test
    void headersWithBrokenEncodedWordsAreRead() {
        for (String subject : List.of("=?utf-8?Q?_=C?= x", "=?utf-8?B?!!!?=", "=?x?Q?=?=", "=?utf-8?Q?", "=?=?=?=?")) {
            List<Incoming> all = read(
                    "letter.eml",
                    "From: a@b.example\r\nSubject: " + subject
                            + "\r\nDate: Wed, 3 May 2023 10:00:00 +0000\r\n\r\nNorway gave Ukraine $5 million.\r\n");
            assertThat(all).as(subject).hasSize(1).first().isInstanceOf(Incoming.Report.class);
        }
    }

    @Test
    void aRecordWithoutAnAddressCostsNoOther() {
        String good = record("WARC-Target-URI: http://a.example/one\r\n");
        List<Incoming> all = read("crawl.warc", good + record("") + good);
        assertThat(all.stream().filter(Incoming.Report.class::isInstance)).hasSize(2);
        assertThat(all)
                .last()
                .isInstanceOfSatisfying(
                        Incoming.Refused.class,
                        refused -> assertThat(refused.problem().message()).contains("1 record is malformed"));
    }

    /** A table of sectors that names itself: the work must not exceed what the file could hold. */
    @Test
    void aSmallOldDocumentIsNoLargeWork() {
        byte[] file = new byte[528];
        byte[] mark = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(mark, 0, file, 0, mark.length);
        var memory = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        Ingest.readAll("warm.doc", file);
        long before = memory.getCurrentThreadAllocatedBytes();
        assertThat(Ingest.readAll("old.doc", file)).first().isInstanceOf(Incoming.Refused.class);
        assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000_000);
    }

    /** What the receiver throws is not about the input, however deep it is: a full disk must end the command. */
    @Test
    void whatTheReceiverThrowsIsNotSwallowed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("one.txt"));
            zip.write("Norway gave Ukraine $5 million.".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        assertThatThrownBy(() -> Ingest.read(Content.of("a.zip", bytes.toByteArray()), incoming -> {
                    throw new IllegalStateException("the disk is full");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the disk is full");
    }
}
