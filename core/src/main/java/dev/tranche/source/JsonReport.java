package dev.tranche.source;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * The fields of one line of JSON Lines. Unknown keys are ignored; a repeated key keeps its last value.
 *
 * <p>Lines of other tools have other keys, often beside a title of ours: whatever a line does not state under a key of
 * ours is found under those of {@link ReportFields}.
 */
final class JsonReport {

    private static final Set<String> WORDS = Set.of("title", "text");
    private static final Set<String> LABELS = Set.of("id", "outlet", "url", "published", "language");
    private static final int LONGEST_REASON = 120;

    /**
     * Scraped feeds contain raw tabs and other control characters inside strings; refusing them would lose the report.
     */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(ReportReader.LINE_LIMIT_BYTES)
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .build();

    private final Map<String, String> fields = new HashMap<>();
    private final ReportFields others = new ReportFields();

    private JsonReport() {}

    /** A line is not the JSON object of a report; the message gives the reason as a clause. */
    static final class BrokenLine extends Exception {
        BrokenLine(String why) {
            super(why);
        }
    }

    /** Reads a line that holds one object and nothing else. */
    static JsonReport parse(String line) throws BrokenLine {
        JsonReport report = new JsonReport();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new BrokenLine("it is not a JSON object");
            }
            for (String key = parser.nextName(); key != null; key = parser.nextName()) {
                report.readValue(parser, key);
            }
            if (parser.nextToken() != null) {
                throw new BrokenLine("something follows the JSON object");
            }
        } catch (JacksonException broken) {
            throw new BrokenLine(reason(broken));
        }
        return report;
    }

    /** Returns the title or text, empty when not stated. */
    String words(String key) {
        String own = fields.getOrDefault(key, "");
        if (!own.isBlank()) {
            return own;
        }
        return key.equals("title") ? others.find(ReportFields.Role.TITLE).orElse(own) : others.text();
    }

    /** Returns a stated label; empty when not stated or blank. */
    Optional<String> label(String key) {
        return Optional.ofNullable(fields.get(key))
                .filter(value -> !value.isBlank())
                .or(() -> others.find(ReportFields.Role.valueOf(key.toUpperCase(Locale.ROOT))));
    }

    private void readValue(JsonParser parser, String key) throws BrokenLine {
        JsonToken token = parser.nextToken();
        if (WORDS.contains(key)) {
            if (token == JsonToken.VALUE_NULL) {
                fields.remove(key);
                return;
            }
            if (token != JsonToken.VALUE_STRING) {
                throw new BrokenLine("its \"" + key + "\" is not a string");
            }
            fields.put(key, parser.getString());
            return;
        }
        if (LABELS.contains(key) && token.isScalarValue() && token != JsonToken.VALUE_NULL) {
            fields.put(key, parser.getString());
            return;
        }
        if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
            others.put(key, parser.getString());
            return;
        }
        if (token == JsonToken.START_OBJECT
                && ReportFields.role(key)
                        .filter(ReportFields.Role.OUTLET::equals)
                        .isPresent()) {
            readNamed(parser, key);
            return;
        }
        parser.skipChildren();
    }

    /** An outlet that is an object with a name. */
    private void readNamed(JsonParser parser, String key) {
        for (String inner = parser.nextName(); inner != null; inner = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.VALUE_STRING && (inner.equals("name") || inner.equals("title"))) {
                others.put(key, parser.getString());
            } else {
                parser.skipChildren();
            }
        }
    }

    private static String reason(JacksonException broken) {
        String message = broken.getOriginalMessage();
        String line = message.lines().findFirst().orElse("").strip();
        String bare = OddCharacters.find(line).isEmpty() ? line : "a character not allowed in JSON";
        String cut = bare.length() > LONGEST_REASON ? bare.substring(0, LONGEST_REASON) + "…" : bare;
        int column = broken.getLocation() == null ? 0 : broken.getLocation().getColumnNr();
        return column > 0 ? cut + " (column " + column + ")" : cut;
    }
}
