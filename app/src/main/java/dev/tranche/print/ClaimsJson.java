package dev.tranche.print;

import dev.tranche.statement.Speaker;
import dev.tranche.statement.Statement;
import dev.tranche.timeline.Claim;
import dev.tranche.view.StatementLine;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** Writes a book of claims as JSON, one statement per line with the keys of a report's statements. */
public final class ClaimsJson {

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private ClaimsJson() {}

    /** Returns the lines, each with its line end. */
    public static String lines(List<StatementLine> statements) {
        StringBuilder lines = new StringBuilder();
        statements.forEach(each -> lines.append(line(each)).append('\n'));
        return lines.toString();
    }

    private static String line(StatementLine of) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            write(json, of.id(), of.claim());
            json.writeObjectPropertyStart("published");
            TimelineJson.text(json, "from", of.published().from().map(Object::toString));
            TimelineJson.text(json, "to", of.published().to().map(Object::toString));
            json.writeEndObject();
            json.writeEndObject();
        }
        return line.toString();
    }

    /** Writes the members of a statement into an object that is open. */
    public static void write(JsonGenerator json, int index, Claim claim) {
        Statement statement = claim.statement();
        json.writeNumberProperty("id", index);
        act(json, statement);
        json.writeArrayPropertyStart("denied_by");
        claim.denials().forEach(json::writeNumber);
        json.writeEndArray();
        TimelineJson.reports(json, claim.reports());
        json.writeName("evidence");
        TimelineJson.evidence(json, statement.evidence());
    }

    /** Writes who says something and how, without the words, into an object that is open. */
    public static void act(JsonGenerator json, Statement statement) {
        Speaker speaker = statement.speaker();
        json.writeObjectPropertyStart("speaker");
        TimelineJson.text(json, "name", speaker.name());
        TimelineJson.text(
                json, "description", Optional.of(speaker.description()).filter(each -> !each.isEmpty()));
        TimelineJson.text(json, "country", speaker.country());
        json.writeBooleanProperty("anonymous", speaker.anonymous());
        json.writeEndObject();
        json.writeStringProperty("verb", statement.verb());
        json.writeBooleanProperty("direct", statement.direct());
        json.writeStringProperty("stance", statement.stance().slug());
        TimelineJson.text(json, "addressee", statement.addressee());
        TimelineJson.text(json, "via", statement.via());
    }
}
