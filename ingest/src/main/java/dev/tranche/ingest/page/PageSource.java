package dev.tranche.ingest.page;

import dev.tranche.ingest.Content;
import dev.tranche.ingest.Sink;
import dev.tranche.ingest.Source;
import dev.tranche.problem.ProblemCode;
import dev.tranche.text.Document;
import java.io.IOException;
import java.util.Optional;

/** Reads a web page as one report. */
public final class PageSource implements Source {

    @Override
    public void read(Content content, Sink sink) throws IOException {
        Optional<byte[]> bytes = content.all();
        if (bytes.isEmpty()) {
            sink.refuse(
                    content.name(),
                    ProblemCode.TOO_LARGE,
                    "A page may be up to " + (Content.MOST_BYTES >> 20) + " MiB, and this one is larger; not read.");
            return;
        }
        read(content.name(), content.baseName(), content, bytes.get(), sink);
    }

    /** Reads a page under another id than its file's. */
    public static void read(String place, String id, Content content, byte[] bytes, Sink sink) {
        Page page = Page.of(bytes, content.encoding());
        Document document = page.document(id, content.address());
        if (document.text().isBlank()) {
            sink.refuse(place, ProblemCode.EMPTY, "This is an HTML page without text; not read.");
            return;
        }
        sink.report(place, document);
    }
}
