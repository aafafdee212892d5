package dev.tranche;

import dev.tranche.bundle.ExtractionWriter;
import dev.tranche.extract.Extraction;
import dev.tranche.extract.Extractor;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.source.Incoming;
import dev.tranche.source.ReportReader;
import dev.tranche.text.Document;
import java.util.List;

/**
 * The entry point: reports in, facts with their words out.
 *
 * <pre>
 * Extraction read = Tranche.read("note", "Oslo will send Kyiv $5 million in medical aid.");
 * read.facts().get(0).evidence().quote();   // "$5 million in medical aid"
 * </pre>
 *
 * <p>All methods may be called from several threads.
 */
public final class Tranche {

    private Tranche() {}

    /** Reads one report without metadata; its facts quote the text. */
    public static Extraction read(String id, String text) {
        return read(Document.of(id, "", text));
    }

    /** Reads one report. */
    public static Extraction read(Document document) {
        return Extractor.standard().extract(document);
    }

    /** Returns an extractor over a custom lexicon; build it once and share it. */
    public static Extractor extractor(Lexicon lexicon) {
        return Extractor.of(lexicon);
    }

    /** Returns the reports in a file's bytes, recognised by content, and the parts that could not be read. */
    public static List<Incoming> reports(String name, byte[] bytes) {
        return ReportReader.readAll(name, bytes);
    }

    /** Returns an extraction as one line of the exchange format. */
    public static String line(Extraction extraction) {
        return ExtractionWriter.line(extraction);
    }
}
