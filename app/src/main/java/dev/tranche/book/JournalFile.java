package dev.tranche.book;

import dev.tranche.bundle.BundleException;
import dev.tranche.bundle.BundleLine;
import dev.tranche.bundle.ExtractionReader;
import dev.tranche.bundle.ExtractionWriter;
import dev.tranche.bundle.JsonValue;
import dev.tranche.extract.Extraction;
import dev.tranche.ledger.Journal;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.ledger.MemoryJournal;
import dev.tranche.text.Document;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A journal in a file of JSON lines that is only ever added to; one program at a time may write it.
 *
 * <p>A report that was read is two lines: the report ({@value #REPORT}) and what was read from it (the format of
 * bundles). A decision is one line ({@value #DECISION}). A last line without its end, as a stopped program leaves it, is
 * ignored and cut off by the next entry.
 */
public final class JournalFile implements Journal, AutoCloseable {

    /** The format of lines that hold a report. */
    public static final String REPORT = "tranche-report/1";

    /** The format of lines that hold a person's decision. */
    public static final String DECISION = "tranche-decision/1";

    private static final JsonFactory JSON = new JsonFactory();

    private final Path file;
    private final MemoryJournal entries = new MemoryJournal();
    private @Nullable BufferedWriter writer;
    private long complete;

    private JournalFile(Path file) {
        this.file = file;
    }

    /**
     * Opens a journal and reads it; a file that does not exist is an empty journal.
     *
     * <p>Throws {@link BundleException} with file and line for a line that is not of the format and
     * {@link UncheckedIOException} when the file cannot be read.
     */
    public static JournalFile open(Path file) {
        JournalFile journal = new JournalFile(file);
        if (Files.exists(file)) {
            try {
                journal.load();
            } catch (IOException broken) {
                throw new UncheckedIOException(file.toString(), broken);
            }
        }
        return journal;
    }

    private void load() throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Optional<Document> report = Optional.empty();
            StringBuilder line = new StringBuilder();
            int number = 0;
            long read = 0;
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                if (c != '\n') {
                    line.append((char) c);
                    continue;
                }
                number++;
                String text = line.toString();
                line.setLength(0);
                read += text.getBytes(StandardCharsets.UTF_8).length + 1L;
                report = take(file + ", line " + number, text, report);
                if (report.isEmpty()) {
                    complete = read;
                }
            }
        }
    }

    /** Returns the report whose reading must follow, if the line was one. */
    private Optional<Document> take(String place, String line, Optional<Document> report) {
        JsonValue root = JsonValue.parse(place, line);
        String format = root.member("format").text().orElse("");
        if (format.equals(REPORT)) {
            return Optional.of(report(place, root));
        }
        if (format.equals(DECISION)) {
            entries.append(new JournalEntry.Withdrawn(text(place, root, "withdrawn"), text(place, root, "reason")));
            return Optional.empty();
        }
        BundleLine read = ExtractionReader.read(place, line);
        Document document = report.filter(each -> each.id().equals(read.document()))
                .orElseThrow(() -> new BundleException(
                        place + ": the reading of " + read.document() + " does not follow its report."));
        entries.append(new JournalEntry.Read(new Extraction(
                document, read.version(), read.published(), read.facts(), read.story(), read.problems())));
        return Optional.empty();
    }

    private static Document report(String place, JsonValue root) {
        return Document.of(
                        text(place, root, "id"),
                        root.member("title").text().orElse(""),
                        root.member("text").text().orElse(""))
                .with(
                        root.member("outlet").text(),
                        root.member("url").text(),
                        root.member("published").text(),
                        root.member("language").text());
    }

    private static String text(String place, JsonValue root, String key) {
        return root.member(key)
                .text()
                .orElseThrow(() -> new BundleException(place + ": \"" + key + "\" is missing or no text."));
    }

    @Override
    public boolean append(JournalEntry entry) {
        if (!entries.append(entry)) {
            return false;
        }
        try {
            BufferedWriter out = writer();
            switch (entry) {
                case JournalEntry.Read read -> {
                    out.write(line(read.extraction().document()));
                    out.write('\n');
                    out.write(ExtractionWriter.line(read.extraction()));
                }
                case JournalEntry.Withdrawn taken -> out.write(line(taken));
            }
            out.write('\n');
        } catch (IOException broken) {
            throw new UncheckedIOException(file.toString(), broken);
        }
        return true;
    }

    private BufferedWriter writer() throws IOException {
        if (writer == null) {
            if (Files.exists(file) && Files.size(file) > complete) {
                try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
                    channel.truncate(complete);
                }
            }
            writer = Files.newBufferedWriter(
                    file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        return writer;
    }

    private static String line(Document document) {
        StringWriter line = new StringWriter(document.text().length() + 256);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("format", REPORT);
            json.writeStringProperty("id", document.id().value());
            write(json, "outlet", document.outlet());
            write(json, "url", document.address());
            write(json, "published", document.published());
            write(json, "language", document.language());
            json.writeStringProperty("title", document.title());
            json.writeStringProperty("text", document.body());
            json.writeEndObject();
        }
        return line.toString();
    }

    private static String line(JournalEntry.Withdrawn taken) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("format", DECISION);
            json.writeStringProperty("withdrawn", taken.report());
            json.writeStringProperty("reason", taken.reason());
            json.writeEndObject();
        }
        return line.toString();
    }

    private static void write(JsonGenerator json, String key, Optional<String> value) {
        if (value.isPresent()) {
            json.writeStringProperty(key, value.get());
        }
    }

    @Override
    public List<JournalEntry> entries() {
        return entries.entries();
    }

    /** Completes what was added. */
    @Override
    public void close() {
        if (writer != null) {
            try {
                writer.close();
            } catch (IOException broken) {
                throw new UncheckedIOException(file.toString(), broken);
            }
        }
    }
}
