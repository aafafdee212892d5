package dev.tranche.ingest.watch;

import dev.tranche.ingest.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The watched feeds and pages of a book, kept in a file beside it; not safe for several threads. */
public final class WatchList {

    private static final JsonFactory JSON = JsonFactory.builder().build();
    private static final int MOST_WATCHED = 10_000;

    private final Path file;
    private final Map<String, Watched> all = new LinkedHashMap<>();

    private WatchList(Path file) {
        this.file = file;
    }

    /**
     * Opens a list; one that does not exist is empty.
     *
     * @throws IOException if the file cannot be read or is not a list
     */
    public static WatchList open(Path file) throws IOException {
        WatchList list = new WatchList(file);
        if (!Files.exists(file)) {
            return list;
        }
        Object root = Json.parseLoosely(Files.readString(file, StandardCharsets.UTF_8))
                .orElseThrow(() -> new IOException(file + " is not a watch list"));
        if (root instanceof Map<?, ?> object && object.get("watched") instanceof List<?> entries) {
            for (Object entry : entries) {
                if (entry instanceof Map<?, ?> values) {
                    Watched one = read(values);
                    list.all.put(one.address(), one);
                }
            }
        }
        return list;
    }

    private static Watched read(Map<?, ?> values) {
        List<String> seen = new ArrayList<>();
        if (values.get("seen") instanceof List<?> ids) {
            ids.forEach(id -> seen.add(String.valueOf(id)));
        }
        return new Watched(
                text(values, "address"),
                text(values, "title"),
                Boolean.TRUE.equals(values.get("paused")),
                text(values, "etag"),
                text(values, "last_modified"),
                moment(values, "tried"),
                moment(values, "succeeded"),
                moment(values, "due"),
                number(values, "failures"),
                text(values, "error"),
                number(values, "reports"),
                seen);
    }

    private static String text(Map<?, ?> values, String key) {
        return values.get(key) instanceof String text ? text : "";
    }

    private static int number(Map<?, ?> values, String key) {
        return values.get(key) instanceof BigDecimal number ? number.intValue() : 0;
    }

    private static Optional<Instant> moment(Map<?, ?> values, String key) {
        try {
            return Optional.of(text(values, key))
                    .filter(time -> !time.isEmpty())
                    .map(Instant::parse);
        } catch (DateTimeException odd) {
            return Optional.empty();
        }
    }

    /** Returns all that is watched, in the order of adding. */
    public List<Watched> all() {
        return List.copyOf(all.values());
    }

    /** Returns what is watched at an address. */
    public Optional<Watched> find(String address) {
        return Optional.ofNullable(all.get(address));
    }

    /** Adds an address; returns whether it is new. */
    public boolean add(String address, String title) {
        return all.size() < MOST_WATCHED && all.putIfAbsent(address, Watched.of(address, title)) == null;
    }

    /** Removes an address; returns whether it was there. */
    public boolean remove(String address) {
        return all.remove(address) != null;
    }

    /** Replaces an entry by its new state; its address may have changed. */
    public void replace(String address, Watched now) {
        Map<String, Watched> order = new LinkedHashMap<>();
        all.forEach((key, value) ->
                order.put(key.equals(address) ? now.address() : key, key.equals(address) ? now : value));
        all.clear();
        all.putAll(order);
    }

    /** Writes the list; at every moment the file is either the old or the complete new one. */
    public void save() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("format", "tranche-watch/1");
            json.writeName("watched");
            json.writeStartArray();
            for (Watched one : all.values()) {
                write(json, one);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, text.toString(), StandardCharsets.UTF_8);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(JsonGenerator json, Watched one) {
        json.writeStartObject();
        json.writeStringProperty("address", one.address());
        json.writeStringProperty("title", one.title());
        json.writeBooleanProperty("paused", one.paused());
        json.writeStringProperty("etag", one.etag());
        json.writeStringProperty("last_modified", one.lastModified());
        json.writeStringProperty("tried", one.tried().map(Instant::toString).orElse(""));
        json.writeStringProperty(
                "succeeded", one.succeeded().map(Instant::toString).orElse(""));
        json.writeStringProperty("due", one.due().map(Instant::toString).orElse(""));
        json.writeNumberProperty("failures", one.failures());
        json.writeStringProperty("error", one.error());
        json.writeNumberProperty("reports", one.reports());
        json.writeName("seen");
        json.writeStartArray();
        one.seen().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Adds the feeds of an OPML list; returns how many are new. */
    public int addOpml(String opml) {
        int added = 0;
        for (Element outline : Parser.xmlParser().parseInput(opml, "").getAllElements()) {
            String address = outline.attr("xmlUrl").isBlank() ? outline.attr("xmlurl") : outline.attr("xmlUrl");
            if (outline.normalName().equals("outline") && !address.isBlank()) {
                String title = outline.attr("title").isBlank() ? outline.attr("text") : outline.attr("title");
                added += add(address.strip(), title.strip()) ? 1 : 0;
            }
        }
        return added;
    }

    /** Returns all addresses as an OPML list. */
    public String opml() {
        StringBuilder opml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n");
        opml.append("  <head><title>Watched by Tranche</title></head>\n  <body>\n");
        for (Watched one : all.values()) {
            String title = one.title().isBlank() ? one.address() : one.title();
            opml.append("    <outline type=\"rss\" text=\"")
                    .append(escaped(title))
                    .append("\" xmlUrl=\"")
                    .append(escaped(one.address()))
                    .append("\"/>\n");
        }
        return opml.append("  </body>\n</opml>\n").toString();
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
