package dev.tranche.store;

import dev.tranche.bundle.BundleException;
import dev.tranche.bundle.BundleLine;
import dev.tranche.bundle.ExtractionReader;
import dev.tranche.bundle.ExtractionWriter;
import dev.tranche.bundle.JsonValue;
import dev.tranche.extract.Extraction;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.text.Delivery;
import dev.tranche.text.Document;
import java.io.StringWriter;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * The canonical form of journal entries: equal entries have equal characters, on every machine.
 *
 * <p>A reading is two lines of JSON: the report ({@value #REPORT}) and what was read from it (the format of bundles). A decision is one line ({@value #DECISION}; older books also hold {@value #WITHDRAWN}), and so is the withdrawal
 * of a report by its agency ({@value #RECALL}). The last line has no
 * line end. All characters are valid UTF-8 and none is U+0000, so that every database can keep them.
 */
public final class EntryFormat {

    /** The format of lines with a report. */
    public static final String REPORT = "tranche-report/1";

    /** The format of lines with a person's decision. */
    public static final String DECISION = DecisionFormat.FORMAT;

    /** The format of lines with which an agency withdraws its report. */
    public static final String RECALL = "tranche-recall/1";

    /** The format of lines that withdraw a report without author and time. */
    public static final String WITHDRAWN = "tranche-decision/1";

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private EntryFormat() {}

    /** Returns the canonical form of an entry. */
    public static String write(JournalEntry entry) {
        return switch (entry) {
            case JournalEntry.Read read ->
                line(read.extraction().document()) + "\n" + ExtractionWriter.line(read.extraction());
            case JournalEntry.Recalled recalled -> line(recalled);
            case JournalEntry.Withdrawn taken -> line(taken);
            case JournalEntry.Decided decided -> line(decided);
        };
    }

    /**
     * Reads an entry in its canonical form.
     *
     * @param place its place, for the message of the {@link BundleException} raised for any other text
     */
    public static JournalEntry read(String place, String payload) {
        int end = payload.indexOf('\n');
        String first = end < 0 ? payload : payload.substring(0, end);
        JsonValue root = JsonValue.parse(place, first);
        String format = root.member("format").text().orElse("");
        if (format.equals(DECISION) && end < 0) {
            return new JournalEntry.Decided(DecisionFormat.read(place, root));
        }
        if (format.equals(RECALL) && end < 0) {
            return recalled(place, root);
        }
        if (format.equals(WITHDRAWN) && end < 0) {
            return withdrawn(place, root);
        }
        if (format.equals(REPORT) && end > 0) {
            return reading(place, report(place, root), payload.substring(end + 1));
        }
        boolean later = format.startsWith("tranche-");
        throw new BundleException(
                place + ": this is not an entry of a journal" + (later ? " that this version knows." : "."));
    }

    /** Returns the report of an entry; empty for an entry that is not a reading. */
    static Optional<Document> report(String place, String payload) {
        int end = payload.indexOf('\n');
        if (end < 0) {
            return Optional.empty();
        }
        return Optional.of(report(place, JsonValue.parse(place, payload.substring(0, end))));
    }

    /** Is this the line of a report, followed by its reading? */
    static boolean isReport(String place, String line) {
        return JsonValue.parse(place, line).member("format").text().equals(Optional.of(REPORT));
    }

    private static JournalEntry recalled(String place, JsonValue root) {
        try {
            return new JournalEntry.Recalled(
                    text(place, root, "recalled"), text(place, root, "origin"), text(place, root, "reason"));
        } catch (IllegalArgumentException wrong) {
            throw new BundleException(place + ": " + wrong.getMessage() + ".");
        }
    }

    private static JournalEntry withdrawn(String place, JsonValue root) {
        String report = text(place, root, "withdrawn");
        String reason = text(place, root, "reason");
        if (report.isBlank() || reason.isBlank()) {
            throw new BundleException(place + ": a report is withdrawn by its id and with a reason.");
        }
        return new JournalEntry.Withdrawn(report, reason);
    }

    private static JournalEntry reading(String place, Document document, String line) {
        BundleLine read = ExtractionReader.read(place, line);
        if (!document.id().equals(read.document())) {
            throw new BundleException(place + ": the reading of " + read.document() + " does not follow its report.");
        }
        try {
            return new JournalEntry.Read(new Extraction(
                    document, read.version(), read.published(), read.facts(), read.story(), read.problems()));
        } catch (IllegalArgumentException wrong) {
            throw new BundleException(place + ": " + wrong.getMessage() + ".");
        }
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
                        root.member("language").text())
                .with(MarkupFormat.read(root))
                .with(delivery(root));
    }

    private static Delivery delivery(JsonValue root) {
        Optional<String> origin = root.member("origin").text().filter(name -> !name.isBlank());
        return origin.isEmpty()
                ? Delivery.NONE
                : new Delivery(
                        origin,
                        root.member("version")
                                .text()
                                .filter(number -> number.matches("\\d{1,18}"))
                                .map(Long::parseLong)
                                .orElse(0L));
    }

    private static String text(String place, JsonValue root, String key) {
        return root.member(key)
                .text()
                .orElseThrow(() -> new BundleException(place + ": \"" + key + "\" is missing or not a text."));
    }

    /** Returns the line of a report. */
    static String line(Document document) {
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
            MarkupFormat.write(json, document.markup());
            write(json, "origin", document.delivery().origin());
            write(
                    json,
                    "version",
                    Optional.of(document.delivery().version())
                            .filter(number -> number > 0)
                            .map(number -> Long.toString(number)));
            json.writeEndObject();
        }
        return escapeHalves(line.getBuffer());
    }

    private static String line(JournalEntry.Recalled recalled) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("format", RECALL);
            json.writeStringProperty("recalled", recalled.report());
            json.writeStringProperty("origin", recalled.origin());
            json.writeStringProperty("reason", recalled.reason());
            json.writeEndObject();
        }
        return escapeHalves(line.getBuffer());
    }

    private static String line(JournalEntry.Withdrawn taken) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("format", WITHDRAWN);
            json.writeStringProperty("withdrawn", taken.report());
            json.writeStringProperty("reason", taken.reason());
            json.writeEndObject();
        }
        return escapeHalves(line.getBuffer());
    }

    private static String line(JournalEntry.Decided decided) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("format", DECISION);
            DecisionWriter.write(json, decided.decision());
            json.writeEndObject();
        }
        return escapeHalves(line.getBuffer());
    }

    private static void write(JsonGenerator json, String key, Optional<String> value) {
        if (value.isPresent()) {
            json.writeStringProperty(key, value.get());
        }
    }

    /** An unpaired surrogate has no form in UTF-8; it can only occur inside a string, so an escape is correct. */
    private static String escapeHalves(CharSequence line) {
        StringBuilder escaped = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean paired = Character.isHighSurrogate(c)
                    && i + 1 < line.length()
                    && Character.isLowSurrogate(line.charAt(i + 1));
            if (paired) {
                escaped.append(c).append(line.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                escaped.append("\\u").append(Integer.toHexString(c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
