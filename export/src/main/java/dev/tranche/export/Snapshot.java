package dev.tranche.export;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The ledger as shown by a release or an export of tables.
 *
 * @param name its display name
 * @param program the program that wrote it
 * @param entries by their ids, the compared cells by the names of their columns
 * @param sources by the ids of entries, what each source states, by report and place
 * @param decisions by the ids of entries, the decisions on them: id and reason
 */
public record Snapshot(
        String name,
        String program,
        Map<String, Map<String, String>> entries,
        Map<String, Map<String, Source>> sources,
        Map<String, Map<String, String>> decisions) {

    /** The compared columns of entries. */
    static final List<String> COMPARED = List.of(
            "standing",
            "counted",
            "donor",
            "recipient",
            "amount",
            "amount_max",
            "currency",
            "bound",
            "type",
            "authority",
            "stage",
            "from",
            "to",
            "parent",
            "leaf",
            "ordinal");

    /**
     * What one source states.
     *
     * @param outlet who published it
     * @param quote the words
     * @param rule the rule that read it
     * @param terms everything read from it, in one text
     */
    public record Source(String outlet, String quote, String rule, String terms) {}

    /** Makes the maps unmodifiable. */
    public Snapshot {
        entries = Collections.unmodifiableMap(entries);
        sources = Collections.unmodifiableMap(sources);
        decisions = Collections.unmodifiableMap(decisions);
    }

    /** The empty state before the first release. */
    public static Snapshot nothing() {
        return new Snapshot("nothing", "", Map.of(), Map.of(), Map.of());
    }

    /** Opens the table with a name, such as {@code entries}. */
    @FunctionalInterface
    private interface Opening {
        Optional<InputStream> open(String table) throws IOException;
    }

    /**
     * Reads a release, an archive of tables or a folder of tables.
     *
     * <p>Throws {@link IOException} for anything else.
     */
    public static Snapshot read(Path from) throws IOException {
        String name = String.valueOf(from.getFileName());
        if (Files.isDirectory(from)) {
            return read(name, table -> {
                Path file = from.resolve(table + ".csv");
                return Files.isRegularFile(file) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
            });
        }
        try (ZipFile zip = new ZipFile(from.toFile())) {
            return read(name, table -> {
                ZipEntry entry = Optional.ofNullable(zip.getEntry("csv/" + table + ".csv"))
                        .or(() -> Optional.ofNullable(zip.getEntry(table + ".csv")))
                        .orElse(null);
                return entry == null ? Optional.empty() : Optional.of(zip.getInputStream(entry));
            });
        }
    }

    private static Snapshot read(String name, Opening tables) throws IOException {
        Map<String, Map<String, String>> entries = new LinkedHashMap<>();
        each(tables, "entries", row -> {
            Map<String, String> cells = new LinkedHashMap<>();
            COMPARED.forEach(column -> cells.put(column, row.findField(column).orElse("")));
            entries.put(row.getField("id"), cells);
        });
        Map<String, Map<String, Source>> sources = new LinkedHashMap<>();
        each(
                tables,
                "sources",
                row -> sources.computeIfAbsent(row.getField("entry"), key -> new TreeMap<>())
                        .put(row.getField("report") + " " + row.getField("start"), source(row)));
        Map<String, Map<String, String>> decisions = new LinkedHashMap<>();
        each(tables, "decisions", row -> {
            for (String entry : row.findField("entry_ids").orElse("").split("\\|")) {
                decisions
                        .computeIfAbsent(entry, key -> new TreeMap<>())
                        .put(row.getField("id"), row.getField("summary") + " Why: " + row.getField("reason"));
            }
        });
        Map<String, String> cover = new TreeMap<>();
        each(tables, "cover", row -> cover.putIfAbsent(row.getField("what"), row.getField("value")));
        return new Snapshot(name, cover.getOrDefault("program", ""), entries, sources, decisions);
    }

    private static Source source(NamedCsvRecord row) {
        List<String> terms = new ArrayList<>();
        for (String column :
                List.of("stage", "amount", "currency", "bound", "donor", "recipient", "type", "from", "to")) {
            terms.add(row.findField(column).orElse(""));
        }
        return new Source(
                row.getField("outlet"),
                row.getField("quote"),
                row.findField("rule").orElse(""),
                String.join(" ", terms));
    }

    private static void each(Opening tables, String table, Consumer<NamedCsvRecord> taker) throws IOException {
        Optional<InputStream> file = tables.open(table);
        if (file.isEmpty()) {
            throw new IOException("it contains no table " + table + ".csv; releases and exports with --format csv do");
        }
        try (Reader reader = new InputStreamReader(file.get(), StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().maxBufferSize(1 << 26).ofNamedCsvRecord(withoutMark(reader))) {
            rows.forEach(taker);
        }
    }

    /** Skips the UTF-8 byte order mark, if there is one. */
    private static Reader withoutMark(Reader reader) throws IOException {
        java.io.PushbackReader peeked = new java.io.PushbackReader(reader);
        int first = peeked.read();
        if (first >= 0 && first != '\uFEFF') {
            peeked.unread(first);
        }
        return peeked;
    }

    /** Returns the sums of what counts, by currency. */
    public Map<String, BigDecimal> sums() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Map<String, String> cells : entries.values()) {
            if ("true".equals(cells.get("counted"))) {
                sums.merge(
                        cells.getOrDefault("currency", ""),
                        new BigDecimal(cells.getOrDefault("amount", "0")),
                        BigDecimal::add);
            }
        }
        return sums;
    }
}
