package dev.tranche.print;

import dev.tranche.ledger.DecisionBook;
import dev.tranche.review.Action;
import dev.tranche.review.CellChange;
import dev.tranche.review.Decision;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes decisions as JSON, every key always present. */
public final class DecisionJson {

    private static final JsonFactory JSON = new JsonFactory();

    private DecisionJson() {}

    /** Returns the line of a decision, with its line end. */
    public static String line(DecisionBook.Ruling ruling) {
        StringWriter line = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            write(json, ruling);
        }
        return line.append('\n').toString();
    }

    /** Writes a decision as an object. */
    public static void write(JsonGenerator json, DecisionBook.Ruling ruling) {
        json.writeStartObject();
        writeMembers(json, ruling);
        json.writeEndObject();
    }

    /** Writes the members of a decision into an object that is open. */
    public static void writeMembers(JsonGenerator json, DecisionBook.Ruling ruling) {
        Decision decision = ruling.decision();
        json.writeStringProperty("id", decision.id());
        json.writeStringProperty("at", decision.at().toString());
        json.writeStringProperty("author", decision.author());
        json.writeStringProperty("action", decision.action().slug());
        json.writeStringProperty("reason", decision.reason());
        json.writeStringProperty("summary", decision.summary());
        json.writeArrayPropertyStart("cells");
        for (CellChange change : changes(decision)) {
            json.writeStartObject();
            json.writeStringProperty("field", change.field().slug());
            text(json, "before", shown(change.before()));
            text(json, "after", shown(change.after().shown()));
            json.writeEndObject();
        }
        json.writeEndArray();
        texts(json, "entries", ruling.entries());
        texts(json, "docs", ruling.reports());
        text(json, "undone_by", ruling.undoneBy());
        text(
                json,
                "undoes",
                decision.action() instanceof Action.Undo undo ? Optional.of(undo.decision()) : Optional.empty());
        json.writeBooleanProperty("dangling", ruling.dangling());
    }

    private static List<CellChange> changes(Decision decision) {
        return decision.parts().stream()
                .flatMap(part ->
                        part.action() instanceof Action.Correct correct ? correct.changes().stream() : Stream.empty())
                .distinct()
                .toList();
    }

    private static Optional<String> shown(String value) {
        return Optional.of(value).filter(text -> !text.isEmpty());
    }

    private static void text(JsonGenerator json, String key, Optional<String> value) {
        json.writeName(key);
        value.ifPresentOrElse(json::writeString, json::writeNull);
    }

    private static void texts(JsonGenerator json, String key, List<String> values) {
        json.writeArrayPropertyStart(key);
        values.forEach(json::writeString);
        json.writeEndArray();
    }
}
