package dev.tranche.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tranche.bundle.BundleLine;
import dev.tranche.bundle.ExtractionReader;
import dev.tranche.bundle.ExtractionWriter;
import dev.tranche.extract.Extraction;
import dev.tranche.extract.Extractor;
import dev.tranche.law.ReadingLaws;
import dev.tranche.text.Document;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Any text is read without an exception, quotes itself and is kept whole in a bundle line. */
class ReaderFuzzTest {
    private static final Extractor EXTRACTOR = Extractor.standard();

    @FuzzTest
    void readsAnyText(byte[] bytes) {
        check("", new String(bytes, StandardCharsets.UTF_8));
    }

    /** Pairs of bytes are characters, so that halves of surrogate pairs come up; a line end parts title and body. */
    @FuzzTest
    void readsAnyCharacters(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at + 1 < bytes.length; at += 2) {
            text.append((char) ((bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF));
        }
        int end = text.indexOf("\n");
        check(end < 0 ? "" : text.substring(0, end), text.substring(end + 1));
    }

    private static void check(String title, String body) {
        Extraction extraction = EXTRACTOR.extract(Document.of("fuzz", title, body));
        List<String> complaints = ReadingLaws.quote(extraction);
        if (!complaints.isEmpty()) {
            throw new AssertionError(complaints.toString());
        }
        BundleLine line = ExtractionReader.read("fuzz", ExtractionWriter.line(extraction));
        if (!line.equals(BundleLine.of(extraction))) {
            throw new AssertionError("the bundle line reads otherwise: " + line);
        }
    }
}
