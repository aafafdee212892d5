package dev.tranche.ingest.watch;

import dev.tranche.ingest.Json;
import dev.tranche.ingest.fetch.Fetcher;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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

/**
 * The watched feeds and pages of a book, kept in a file beside it.
 *
 * <p>A list in memory is the state of the file when it was opened, and not safe for several threads. Lasting changes
 * go through {@link #change}, so that a program that polls and another that adds feeds do not undo each other's
 * changes.
 */
public final class WatchList {

    private static final JsonFactory JSON = JsonFactory.builder().build();
    private static final int MOST_WATCHED = 10_000;

    /** A lock on a file keeps other programs out, but not the other threads of this one. */
    private static final Object CHANGING = new Object();

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

    /** A change to a list. */
    @FunctionalInterface
    public interface Change<T> {
        /** Changes the list and returns a result. */
        T make(WatchList list) throws IOException;
    }

    /**
     * Changes the list as it is now in the file, while no other thread or program can.
     *
     * @throws IOException if the file cannot be read or written
     */
    public static <T> T change(Path file, Change<T> change) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        synchronized (CHANGING) {
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                WatchList list = open(file);
                T result = change.make(list);
                list.save();
                return result;
            }
        }
    }

    private static Watched read(Map<?, ?> values) {
        List<String> seen = new ArrayList<>();
        if (values.get("seen") instanceof List<?> ids) {
            ids.forEach(id -> seen.add(String.valueOf(id)));
        }
        String address = text(values, "address");
        String origin = text(values, "origin");
        return new Watched(
                address,
                origin.isEmpty() ? address : origin,
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
                number(values, "fresh"),
                moment(values, "brought"),
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

    /** Returns all watched feeds and pages, in the order of adding. */
    public List<Watched> all() {
        return List.copyOf(all.values());
    }

    /** Returns the watched feed or page at an address. */
    public Optional<Watched> find(String address) {
        return Optional.ofNullable(all.get(address));
    }

    /**
     * The outcome of adding addresses to be watched.
     *
     * @param added number of new ones
     * @param known number already watched
     * @param refused why the others are not watched, one sentence each
     */
    public record Added(int added, int known, List<String> refused) {
        /** Copies the list. */
        public Added {
            refused = List.copyOf(refused);
        }
    }

    /** Adds addresses, those of feed readers ({@code feed://…}) included. */
    public Added add(List<String> addresses) {
        Adding adding = new Adding();
        addresses.forEach(address -> adding.take(address, ""));
        return adding.done();
    }

    /** Adds an address; returns whether it is new and can be fetched. */
    public boolean add(String address, String title) {
        Adding adding = new Adding();
        adding.take(address, title);
        return adding.added == 1;
    }

    private final class Adding {
        private int added;
        private int known;
        private final List<String> refused = new ArrayList<>();

        void take(String written, String title) {
            String address = ofReader(written.strip());
            Optional<String> why = Fetcher.refusal(address);
            if (why.isPresent()) {
                refused.add(why.get() + ".");
            } else if (all.containsKey(address)) {
                known++;
            } else if (all.size() >= MOST_WATCHED) {
                refused.add(address + ": at most " + MOST_WATCHED + " feeds and pages are watched.");
            } else {
                all.put(address, Watched.of(address, title));
                added++;
            }
        }

        Added done() {
            return new Added(added, known, refused);
        }
    }

    /** Feed readers write feed://host or feed:https://host. */
    private static String ofReader(String address) {
        if (!address.regionMatches(true, 0, "feed:", 0, 5)) {
            return address;
        }
        String rest = address.substring(5);
        return rest.startsWith("//") ? "https:" + rest : rest;
    }

    /** Removes an address; returns whether it was there. */
    public boolean remove(String address) {
        return all.remove(address) != null;
    }

    /**
     * Replaces an entry by its new state; its address may have changed. Where another entry has the new address, only
     * that one stays.
     */
    public void replace(String address, Watched now) {
        if (!address.equals(now.address()) && all.containsKey(now.address())) {
            all.remove(address);
            return;
        }
        Map<String, Watched> order = new LinkedHashMap<>();
        all.forEach((key, value) ->
                order.put(key.equals(address) ? now.address() : key, key.equals(address) ? now : value));
        all.clear();
        all.putAll(order);
    }

    /** Writes the list; at every moment the file is either the old or the complete new one. */
    private void save() throws IOException {
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
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, text.toString(), StandardCharsets.UTF_8);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(JsonGenerator json, Watched one) {
        json.writeStartObject();
        json.writeStringProperty("address", one.address());
        json.writeStringProperty("origin", one.origin());
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
        json.writeNumberProperty("fresh", one.fresh());
        json.writeStringProperty("brought", one.brought().map(Instant::toString).orElse(""));
        json.writeName("seen");
        json.writeStartArray();
        one.seen().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Throws {@link IllegalArgumentException} for a text that is not an OPML list of feeds. */
    public static void refuseOther(String opml) {
        parsed(opml);
    }

    private static Element parsed(String opml) {
        Element parsed = Parser.xmlParser().parseInput(opml, "");
        if (parsed.getElementsByTag("opml").isEmpty()) {
            throw new IllegalArgumentException("this is not an OPML list of feeds");
        }
        return parsed;
    }

    /**
     * Adds the feeds of an OPML list.
     *
     * @throws IllegalArgumentException if it is not one
     */
    public Added addOpml(String opml) {
        Adding adding = new Adding();
        for (Element outline : parsed(opml).getElementsByTag("outline")) {
            String address = outline.attributes().getIgnoreCase("xmlUrl");
            if (!address.isBlank()) {
                String title = outline.attr("title").isBlank() ? outline.attr("text") : outline.attr("title");
                adding.take(address, title.strip());
            }
        }
        return adding.done();
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
