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

    /** Why a page is left out when only pages with a sum are read. */
    private static final String WITHOUT_SUM = "This page holds no sum of money; left out.";

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

    /** Is a page to be left out unread, because only pages with a sum are read and it has none? */
    public static boolean isLeftOut(Content content, byte[] bytes, Optional<String> charset) {
        return content.options().sumsOnly() && !PageFilter.mayHoldSum(PageEncoding.decode(bytes, charset));
    }

    /** Reads a page under another id than its file's. */
    public static void read(String place, String id, Content content, byte[] bytes, Sink sink) {
        String html = PageEncoding.decode(bytes, content.encoding());
        if (content.options().sumsOnly() && !PageFilter.mayHoldSum(html)) {
            sink.refuse(place, ProblemCode.NOT_READ, WITHOUT_SUM);
            return;
        }
        Page page = Page.of(html);
        Document document = page.document(id, content.address());
        if (document.text().isBlank()) {
            sink.refuse(place, ProblemCode.EMPTY, "This is an HTML page without text; not read.");
            return;
        }
        sink.report(place, document);
    }
}
