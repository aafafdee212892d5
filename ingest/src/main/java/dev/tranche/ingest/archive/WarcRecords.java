package dev.tranche.ingest.archive;

import dev.tranche.ingest.Content;
import dev.tranche.ingest.Ingest;
import dev.tranche.ingest.Sink;
import dev.tranche.ingest.page.PageSource;
import dev.tranche.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;

/**
 * Reads the records of a web archive: one report per page, named after its address. The day of the crawl is not a day of
 * publication. Records that cannot hold a report are counted by kind; not safe for several threads.
 */
final class WarcRecords {

    private static final int MOST_MALFORMED = 1000;
    private static final List<String> KINDS = List.of(
            "html",
            "xml",
            "rss",
            "atom",
            "json",
            "pdf",
            "text/plain",
            "text/csv",
            "rtf",
            "word",
            "opendocument",
            "epub");

    private final Content content;
    private final Sink sink;
    private final Map<String, Integer> passed = new TreeMap<>();
    private long count;
    private long malformed;

    WarcRecords(Content content, Sink sink) {
        this.content = content;
        this.sink = sink;
    }

    /** Returns the number of records. */
    long count() {
        return count;
    }

    /** Returns the number of records that could not be understood. */
    long malformed() {
        return malformed;
    }

    /** Notes a range of bytes that is not a record. */
    void damaged() {
        malformed++;
    }

    /** Reads records one after another to the end of the bytes. */
    void read(InputStream bytes) throws IOException {
        int broken = 0;
        try (WarcReader reader = new WarcReader(bytes)) {
            reader.setLenient(true);
            while (broken <= MOST_MALFORMED) {
                try {
                    Optional<WarcRecord> next = reader.next();
                    if (next.isEmpty()) {
                        return;
                    }
                    count++;
                    record(next.get());
                } catch (ParsingException | IllegalArgumentException wrong) {
                    broken++;
                    malformed++;
                }
            }
        }
    }

    /** Reports what was skipped. */
    void complete() {
        if (malformed > 0) {
            sink.refuse(
                    content.name(),
                    ProblemCode.UNREADABLE,
                    malformed + (malformed == 1 ? " record is" : " records are") + " malformed; skipped.");
        }
        if (!passed.isEmpty()) {
            StringBuilder kinds = new StringBuilder();
            passed.forEach((kind, number) -> kinds.append(kinds.isEmpty() ? "" : ", ")
                    .append(number)
                    .append(' ')
                    .append(kind));
            sink.refuse(content.name(), ProblemCode.NOT_READ, "Records without a report: " + kinds + ".");
        }
    }

    private void record(WarcRecord record) throws IOException {
        switch (record) {
            case WarcResponse response -> {
                HttpResponse http = response.http();
                int status = http.status();
                if (status < 200 || status > 299) {
                    passed.merge("with status " + status, 1, Integer::sum);
                    return;
                }
                read(response, http.contentType(), http.headers().all("Content-Encoding"), http.body());
            }
            case WarcResource resource -> read(resource, resource.contentType(), List.of(), resource.body());
            // The text of a page, as provided by crawls beside the page.
            case WarcConversion text -> read(text, text.contentType(), List.of(), text.body());
            default -> {}
        }
    }

    private void read(WarcTargetRecord record, MediaType sent, List<String> codings, MessageBody body)
            throws IOException {
        String type = type(sent);
        String stated = record.target();
        if (stated == null) {
            throw new IllegalArgumentException("a record without the address that it is a copy of");
        }
        String target = stated.replaceAll("^<|>$", "");
        if (KINDS.stream().noneMatch(type::contains) || target.endsWith("/robots.txt")) {
            passed.merge(type, 1, Integer::sum);
            return;
        }
        byte[] packed = body.stream().readNBytes(Content.MOST_BYTES + 1);
        Optional<byte[]> unpacked = WarcCodings.unpack(packed, codings, Content.MOST_BYTES + 1);
        if (unpacked.isEmpty()) {
            passed.merge("packed with " + String.join(", ", codings), 1, Integer::sum);
            return;
        }
        byte[] bytes = unpacked.get();
        if (bytes.length > Content.MOST_BYTES) {
            sink.refuse(content.name() + "!/" + target, ProblemCode.TOO_LARGE, "It is larger than 64 MiB; not read.");
            return;
        }
        Optional<String> charset = Optional.ofNullable(sent.parameters().get("charset"));
        Content inner = content.inside(target, new ByteArrayInputStream(bytes))
                .at(Optional.of(target), charset)
                .from(new Content.Sender.Anybody());
        if (!type.contains("html")) {
            Ingest.read(inner, sink);
            return;
        }
        if (PageSource.isLeftOut(content, bytes, charset)) {
            passed.merge("pages without a sum", 1, Integer::sum);
            return;
        }
        // A page already checked need not be checked again.
        Ingest.read(inner.with(new Content.Options(content.options().columns())), sink);
    }

    private static String type(MediaType type) {
        return type.base().toString().toLowerCase(Locale.ROOT);
    }
}
