package dev.tranche.official;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.tranche.lexicon.LexiconException;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.record.OfficialRecord;
import dev.tranche.record.RecordRow;
import dev.tranche.store.BookAddress;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The official lists of a book: tables of a record in a folder beside it, one file per list. */
public final class OfficialFolder {

    private static final String ENDING = ".csv";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final List<String> COLUMNS = List.of(
            "date",
            "amount",
            "currency",
            "donor",
            "recipients",
            "authority",
            "counter",
            "stage",
            "id_start",
            "note",
            "source");

    private final Path folder;

    private OfficialFolder(Path folder) {
        this.folder = folder;
    }

    /** Returns the lists of a book: beside its file, or in the current folder for a book on a server. */
    public static OfficialFolder of(BookAddress book) {
        Path folder = switch (book) {
            case BookAddress.InFile file ->
                file.path().toAbsolutePath().resolveSibling(file.path().getFileName() + ".record");
            case BookAddress.OnServer server ->
                Path.of(server.database().replaceAll("[^A-Za-z0-9_-]", "_") + ".record")
                        .toAbsolutePath();
        };
        return new OfficialFolder(folder);
    }

    /** Is it a name that a list can have: letters, digits, full stops, hyphens and underscores? */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Returns a name made of that of a file. */
    public static String nameOf(String file) {
        String stem = file.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "").replaceAll("[^A-Za-z0-9._-]+", "-");
        String bare = stem.replaceAll("^[^A-Za-z0-9]+", "");
        return bare.isEmpty() ? "list" : bare.substring(0, Math.min(100, bare.length()));
    }

    /** Returns where the lists are. */
    public Path folder() {
        return folder;
    }

    private Path path(String name) {
        return folder.resolve(name + ENDING);
    }

    /** Returns the names of the lists, in order. */
    public List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(ENDING))
                    .map(file -> file.substring(0, file.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Returns the record of one list. Throws {@link LexiconException} for a file that has been corrupted. */
    public OfficialRecord record(String name) {
        return OfficialRecord.of(List.of(file(name)));
    }

    private LexiconFile file(String name) {
        try {
            return new LexiconFile(name + ENDING, Files.readString(path(name), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Returns the records of all lists together. */
    public OfficialRecord all() {
        List<String> names = names();
        return names.isEmpty()
                ? OfficialRecord.EMPTY
                : OfficialRecord.of(names.stream().map(this::file).toList());
    }

    /**
     * Adds to a record what another has beyond it: a row of the same day, parties and sum is one row, whichever list
     * has it, so that nothing counts twice; unless both name an authority and these differ.
     */
    public static OfficialRecord joined(OfficialRecord record, OfficialRecord more) {
        Map<List<Object>, Set<String>> known = new HashMap<>();
        record.rows()
                .forEach(row -> known.computeIfAbsent(sameness(row), key -> new HashSet<>())
                        .add(row.authority()));
        List<RecordRow> others = more.rows().stream()
                .filter(row -> !isKnown(row, known.getOrDefault(sameness(row), Set.of())))
                .toList();
        return record.and(new OfficialRecord(others, more.totals(), more.balances(), more.caps(), more.events()));
    }

    private static boolean isKnown(RecordRow row, Set<String> authorities) {
        return !authorities.isEmpty()
                && (row.authority().isEmpty() || authorities.contains("") || authorities.contains(row.authority()));
    }

    private static List<Object> sameness(RecordRow row) {
        return List.of(
                row.donor(),
                Set.copyOf(row.recipients()),
                row.date(),
                row.amount().stripTrailingZeros(),
                row.currency());
    }

    /** Returns how many rows of a record another already has. */
    public static int shared(OfficialRecord record, OfficialRecord more) {
        return more.rows().size()
                - (joined(record, more).rows().size() - record.rows().size());
    }

    /** Returns whether there is a list with a name. */
    public boolean has(String name) {
        return Files.isRegularFile(path(name));
    }

    /**
     * Keeps a list under a name, replacing one of that name.
     *
     * @param file the name of the file that it was read from, for its header and as the source of rows without one
     * @param day on which it is added
     */
    public void put(String name, OfficialList list, String file, LocalDate day) {
        StringWriter table = new StringWriter();
        table.write(
                "# Official list: " + file.replaceAll("[\\p{Cntrl}]", " ") + ", added " + day + ".\n# table: rows\n");
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(table);
        csv.writeRecord(COLUMNS);
        for (OfficialList.Row row : list.rows()) {
            csv.writeRecord(fields(name, row, file));
        }
        write(name, table.toString());
    }

    /** Rows of a day would share their name; the line keeps them apart where the list does not count them. */
    private static List<String> fields(String name, OfficialList.Row row, String file) {
        OptionalInt counter = row.counter();
        String start = name.toUpperCase(Locale.ROOT)
                + (row.authority().isEmpty() || counter.isEmpty() ? "" : "-" + row.authority())
                + (counter.isPresent() ? "" : "-L" + row.line());
        String place = file + ", line " + row.line();
        return List.of(
                row.date().toString(),
                row.amount().stripTrailingZeros().toPlainString(),
                row.currency(),
                row.donor(),
                String.join("|", row.recipients()),
                row.authority(),
                counter.isPresent() ? Integer.toString(counter.getAsInt()) : "",
                row.stage().slug(),
                start,
                row.note().isEmpty() ? place : row.note() + " (" + place + ")",
                row.source().isEmpty() ? file : row.source());
    }

    /** Keeps a table that says in its header what its rows are, unchanged. */
    public void put(String name, LexiconFile table) {
        write(name, table.text());
    }

    private void write(String name, String text) {
        try {
            Files.createDirectories(folder);
            Path whole = Files.createTempFile(folder, name, ".part");
            Files.writeString(whole, text, StandardCharsets.UTF_8);
            Files.move(whole, path(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Removes a list; returns whether there was one. */
    public boolean remove(String name) {
        try {
            return Files.deleteIfExists(path(name));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Returns the days of a record's rows, the first and the last; empty without rows. */
    public static List<LocalDate> span(OfficialRecord record) {
        List<LocalDate> days = new ArrayList<>();
        record.rows().forEach(row -> days.add(row.date()));
        days.sort(null);
        return days.isEmpty() ? List.of() : List.of(days.getFirst(), days.getLast());
    }
}
