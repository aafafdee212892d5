package dev.tranche.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tranche.extract.Extractor;
import dev.tranche.source.Incoming;
import dev.tranche.source.ReportReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Any bytes are a source of reports or refusals, and a good line after them is still read. */
class JsonLinesFuzzTest {
    private static final Extractor EXTRACTOR = Extractor.standard();
    private static final byte[] GOOD =
            "\n{\"id\": \"neighbour\", \"text\": \"Words.\"}\n".getBytes(StandardCharsets.UTF_8);

    @FuzzTest
    void readsAnyBytes(byte[] bytes) {
        for (Incoming incoming : ReportReader.readAll("feed.jsonl", bytes)) {
            if (incoming instanceof Incoming.Report report) {
                EXTRACTOR.extract(report.document());
            }
        }
    }

    /** The bytes are inside a line between two good ones; line ends and bytes of other encodings are left out. */
    @FuzzTest
    void losesNoNeighbour(byte[] bytes) {
        byte[] all = new byte[2 * GOOD.length + bytes.length];
        System.arraycopy(GOOD, 0, all, 0, GOOD.length);
        for (int at = 0; at < bytes.length; at++) {
            boolean plain = bytes[at] >= ' ' && bytes[at] < 0x7F;
            all[GOOD.length + at] = plain ? bytes[at] : (byte) ' ';
        }
        System.arraycopy(GOOD, 0, all, GOOD.length + bytes.length, GOOD.length);
        List<Incoming> incoming = ReportReader.readAll("feed.jsonl", all);
        long neighbours = incoming.stream()
                .filter(each -> each instanceof Incoming.Report report
                        && report.document().id().value().equals("neighbour"))
                .count();
        if (neighbours < 2) {
            throw new AssertionError("a neighbour was lost: " + incoming);
        }
    }
}
