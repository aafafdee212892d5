package dev.tranche.ingest.archive;

import dev.tranche.ingest.Content;
import dev.tranche.ingest.Ingest;
import dev.tranche.ingest.Sink;
import dev.tranche.ingest.Source;
import dev.tranche.ingest.page.PageSource;
import dev.tranche.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;

/**
 * Reads a web archive: one report per page, named after its address. The day of the crawl is not a day of publication.
 *
 * <p>Records are read one after the other. What cannot hold a report is counted by its kind.
 */
public final class WarcSource implements Source {

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

    @Override
    public void read(Content content, Sink sink) throws IOException {
        Map<String, Integer> passed = new TreeMap<>();
        int malformed = 0;
        try (WarcReader reader = new WarcReader(content.bytes())) {
            reader.setLenient(true);
            while (true) {
                try {
                    Optional<WarcRecord> next = reader.next();
                    if (next.isEmpty()) {
                        break;
                    }
                    record(content, next.get(), passed, sink);
                } catch (ParsingException | IllegalArgumentException broken) {
                    malformed++;
                    if (malformed > MOST_MALFORMED) {
                        break;
                    }
                }
            }
        }
        if (malformed > 0) {
            sink.refuse(
                    content.name(),
                    ProblemCode.UNREADABLE,
                    malformed + (malformed == 1 ? " record is" : " records are") + " malformed; skipped.");
        }
        if (!passed.isEmpty()) {
            StringBuilder kinds = new StringBuilder();
            passed.forEach((kind, count) -> kinds.append(kinds.isEmpty() ? "" : ", ")
                    .append(count)
                    .append(' ')
                    .append(kind));
            sink.refuse(content.name(), ProblemCode.NOT_READ, "Records without a report: " + kinds + ".");
        }
    }

    private static void record(Content content, WarcRecord record, Map<String, Integer> passed, Sink sink)
            throws IOException {
        switch (record) {
            case WarcResponse response -> {
                String type = type(response.http().contentType());
                int status = response.http().status();
                if (status < 200 || status > 299) {
                    passed.merge("with status " + status, 1, Integer::sum);
                    return;
                }
                read(
                        content,
                        response,
                        type,
                        response.http().contentType(),
                        response.http().bodyDecoded(),
                        passed,
                        sink);
            }
            case WarcResource resource ->
                read(
                        content,
                        resource,
                        type(resource.contentType()),
                        resource.contentType(),
                        resource.body(),
                        passed,
                        sink);
            default -> {}
        }
    }

    private static void read(
            Content content,
            WarcTargetRecord record,
            String type,
            MediaType sent,
            MessageBody body,
            Map<String, Integer> passed,
            Sink sink)
            throws IOException {
        String stated = record.target();
        if (stated == null) {
            throw new IllegalArgumentException("a record without the address that it is a copy of");
        }
        String target = stated.replaceAll("^<|>$", "");
        if (KINDS.stream().noneMatch(type::contains) || target.endsWith("/robots.txt")) {
            passed.merge(type, 1, Integer::sum);
            return;
        }
        byte[] bytes = body.stream().readNBytes(Content.MOST_BYTES + 1);
        if (bytes.length > Content.MOST_BYTES) {
            sink.refuse(content.name() + "!/" + target, ProblemCode.TOO_LARGE, "It is larger than 64 MiB; not read.");
            return;
        }
        Optional<String> charset = Optional.ofNullable(sent.parameters().get("charset"));
        if (type.contains("html") && PageSource.isLeftOut(content, bytes, charset)) {
            passed.merge("pages without a sum", 1, Integer::sum);
            return;
        }
        Content inner = content.inside(target, new ByteArrayInputStream(bytes)).at(Optional.of(target), charset);
        Ingest.read(inner, sink);
    }

    private static String type(MediaType type) {
        return type.base().toString().toLowerCase(Locale.ROOT);
    }
}
