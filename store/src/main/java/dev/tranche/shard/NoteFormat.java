package dev.tranche.shard;

import dev.tranche.bundle.BundleException;
import dev.tranche.bundle.JsonValue;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The JSON of notes, one line each: the format {@value #FORMAT}. */
public final class NoteFormat {

    /** The name of the format, the first value of every line. */
    public static final String FORMAT = "tranche-shard/1";

    private static final JsonFactory JSON = new JsonFactory();

    private NoteFormat() {}

    /** Returns a note as one line without its end. */
    public static String write(ShardNote note) {
        StringWriter line = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("format", FORMAT);
            json.writeStringProperty("name", note.name());
            write(json, note.piece());
            json.writeNumberProperty("first", note.first());
            json.writeNumberProperty("next", note.next());
            write(json, note.rules());
            write(json, note.counts());
            json.writeNumberProperty("bytes", note.bytes());
            json.writeStringProperty("sha256", note.sha256());
            json.writeEndObject();
        }
        return line.toString();
    }

    static void write(JsonGenerator json, ShardPiece piece) {
        json.writeStringProperty("input", piece.input());
        json.writeNumberProperty("input_bytes", piece.inputBytes());
        json.writeNumberProperty("input_changed", piece.changed());
        json.writeNumberProperty("start", piece.start());
        json.writeNumberProperty("end", piece.end());
        json.writeBooleanProperty("whole", piece.whole());
    }

    static void write(JsonGenerator json, ShardRules rules) {
        json.writeStringProperty("reader", rules.reader());
        json.writeStringProperty("lexicon", rules.lexicon());
        json.writeBooleanProperty("sums_only", rules.sumsOnly());
    }

    static void write(JsonGenerator json, ShardCounts counts) {
        json.writeNumberProperty("records", counts.records());
        json.writeNumberProperty("readings", counts.readings());
        json.writeNumberProperty("facts", counts.facts());
        json.writeNumberProperty("malformed", counts.malformed());
        json.writeNumberProperty("damaged", counts.damaged());
        json.writeObjectPropertyStart("problems");
        counts.problems().forEach(json::writeNumberProperty);
        json.writeEndObject();
        json.writeArrayPropertyStart("examples");
        counts.examples().forEach(json::writeString);
        json.writeEndArray();
    }

    /**
     * Reads a note.
     *
     * @param place its place, for the message of the {@link BundleException} raised for any other text
     */
    public static ShardNote read(String place, String line) {
        JsonValue root = JsonValue.parse(place, line);
        if (!root.member("format").text().orElse("").equals(FORMAT)) {
            throw new BundleException(place + ": this is not a note of a shard in the format " + FORMAT + ".");
        }
        return read(place, root);
    }

    static ShardNote read(String place, JsonValue root) {
        try {
            return new ShardNote(
                    piece(place, root),
                    number(place, root, "first"),
                    number(place, root, "next"),
                    rules(place, root),
                    counts(place, root),
                    number(place, root, "bytes"),
                    text(place, root, "sha256"));
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw new BundleException(place + ": a value is not possible: " + wrong.getMessage() + ".");
        }
    }

    static ShardPiece piece(String place, JsonValue root) {
        return new ShardPiece(
                text(place, root, "input"),
                number(place, root, "input_bytes"),
                number(place, root, "input_changed"),
                number(place, root, "start"),
                number(place, root, "end"),
                isTrue(root, "whole"));
    }

    static ShardRules rules(String place, JsonValue root) {
        return new ShardRules(text(place, root, "reader"), text(place, root, "lexicon"), isTrue(root, "sums_only"));
    }

    static ShardCounts counts(String place, JsonValue root) {
        Map<String, Long> problems = new TreeMap<>();
        if (root.member("problems") instanceof JsonValue.Members object) {
            object.members().keySet().forEach(code -> problems.put(code, number(place, root.member("problems"), code)));
        }
        return new ShardCounts(
                number(place, root, "records"),
                number(place, root, "readings"),
                number(place, root, "facts"),
                number(place, root, "malformed"),
                number(place, root, "damaged"),
                problems,
                root.member("examples").texts());
    }

    static String text(String place, JsonValue root, String key) {
        return root.member(key).text().orElseThrow(() -> missing(place, key));
    }

    private static boolean isTrue(JsonValue root, String key) {
        return root.member(key).equals(new JsonValue.Truth(true));
    }

    private static long number(String place, JsonValue root, String key) {
        return root.member(key).number().map(BigDecimal::longValueExact).orElseThrow(() -> missing(place, key));
    }

    private static BundleException missing(String place, String key) {
        return new BundleException(place + ": \"" + key + "\" is missing or of another type.");
    }
}
