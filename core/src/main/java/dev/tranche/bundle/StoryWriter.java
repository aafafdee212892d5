package dev.tranche.bundle;

import dev.tranche.agreement.Agreement;
import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.Ordinal;
import dev.tranche.encounter.Participant;
import dev.tranche.encounter.Place;
import dev.tranche.extract.Story;
import dev.tranche.figure.Figure;
import dev.tranche.item.Item;
import dev.tranche.naming.Name;
import dev.tranche.plover.PloverEvent;
import dev.tranche.statement.Speaker;
import dev.tranche.statement.Statement;
import dev.tranche.text.Evidence;
import dev.tranche.text.Span;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JsonGenerator;

/** Writes the content of a report besides sums, each list under its key. */
final class StoryWriter {

    private final JsonGenerator json;

    private StoryWriter(JsonGenerator json) {
        this.json = json;
    }

    static void write(JsonGenerator json, Story story) {
        StoryWriter writer = new StoryWriter(json);
        json.writeArrayPropertyStart("encounters");
        story.encounters().forEach(writer::encounter);
        json.writeEndArray();
        json.writeArrayPropertyStart("statements");
        story.statements().forEach(writer::statement);
        json.writeEndArray();
        json.writeArrayPropertyStart("figures");
        story.figures().forEach(writer::figure);
        json.writeEndArray();
        json.writeArrayPropertyStart("agreements");
        story.agreements().forEach(writer::agreement);
        json.writeEndArray();
        json.writeArrayPropertyStart("items");
        story.items().forEach(writer::item);
        json.writeEndArray();
        json.writeArrayPropertyStart("names");
        story.names().forEach(writer::name);
        json.writeEndArray();
        json.writeArrayPropertyStart("events");
        story.events().forEach(writer::event);
        json.writeEndArray();
    }

    private void encounter(Encounter encounter) {
        json.writeStartObject();
        json.writeStringProperty("kind", encounter.kind().slug());
        json.writeArrayPropertyStart("participants");
        for (Participant participant : encounter.participants()) {
            json.writeStartObject();
            ExtractionWriter.writeText(json, "name", participant.name());
            ExtractionWriter.writeText(json, "office", some(participant.office()));
            ExtractionWriter.writeText(json, "country", participant.country());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeName("place");
        if (encounter.place().isPresent()) {
            Place place = encounter.place().get();
            json.writeStartObject();
            json.writeStringProperty("name", place.name());
            ExtractionWriter.writeText(json, "country", place.country());
            json.writeEndObject();
        } else {
            json.writeNull();
        }
        ExtractionWriter.writeDate(json, "date", encounter.date());
        json.writeStringProperty("stage", encounter.stage().slug());
        json.writeName("ordinal");
        if (encounter.ordinal().isPresent()) {
            Ordinal ordinal = encounter.ordinal().get();
            json.writeStartObject();
            json.writeNumberProperty("n", ordinal.n());
            ExtractionWriter.writeText(json, "since", ordinal.since());
            json.writeEndObject();
        } else {
            json.writeNull();
        }
        end(encounter.evidence());
    }

    private void statement(Statement statement) {
        Speaker speaker = statement.speaker();
        json.writeStartObject();
        json.writeObjectPropertyStart("speaker");
        ExtractionWriter.writeText(json, "name", speaker.name());
        ExtractionWriter.writeText(json, "description", some(speaker.description()));
        ExtractionWriter.writeText(json, "country", speaker.country());
        json.writeBooleanProperty("anonymous", speaker.anonymous());
        json.writeEndObject();
        json.writeStringProperty("verb", statement.verb());
        json.writeBooleanProperty("direct", statement.direct());
        json.writeStringProperty("stance", statement.stance().slug());
        ExtractionWriter.writeText(json, "addressee", statement.addressee());
        ExtractionWriter.writeText(json, "via", statement.via());
        ExtractionWriter.writeNumber(json, "denies", statement.denies());
        end(statement.evidence());
    }

    private void figure(Figure figure) {
        json.writeStartObject();
        json.writeNumberProperty("value", figure.value());
        json.writeStringProperty("bound", figure.bound().slug());
        json.writeStringProperty("unit", figure.unit());
        ExtractionWriter.writeText(json, "source", figure.source());
        end(figure.evidence());
    }

    private void agreement(Agreement agreement) {
        json.writeStartObject();
        ExtractionWriter.writeTexts(json, "parties", agreement.parties());
        json.writeStringProperty("name", agreement.name());
        json.writeStringProperty("stage", agreement.stage().slug());
        ExtractionWriter.writeDate(json, "expected", agreement.expected());
        end(agreement.evidence());
    }

    private void item(Item item) {
        json.writeStartObject();
        json.writeStringProperty("name", item.name());
        json.writeStringProperty("class", item.category());
        json.writeName("quantity");
        if (item.quantity().isPresent()) {
            json.writeNumber(item.quantity().getAsLong());
        } else {
            json.writeNull();
        }
        ExtractionWriter.writeText(json, "unit", item.unit());
        json.writeStringProperty("stage", item.stage().slug());
        ExtractionWriter.writeNumber(json, "fact", item.fact());
        ExtractionWriter.writeDate(json, "date", item.date());
        end(item.evidence());
    }

    private void name(Name name) {
        json.writeStartObject();
        json.writeStringProperty("kind", name.kind().slug());
        json.writeStringProperty("id", name.id());
        json.writeStringProperty("name", name.name());
        ExtractionWriter.writeText(json, "office", some(name.office()));
        ExtractionWriter.writeText(json, "country", name.country());
        ExtractionWriter.writeTexts(json, "spellings", name.spellings());
        json.writeArrayPropertyStart("spans");
        for (Span span : name.spans()) {
            json.writeStartArray();
            json.writeNumber(span.start());
            json.writeNumber(span.end());
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void event(PloverEvent event) {
        json.writeStartObject();
        json.writeStringProperty("code", event.code());
        ExtractionWriter.writeText(json, "mode", event.mode());
        ExtractionWriter.writeTexts(json, "source", event.source());
        ExtractionWriter.writeTexts(json, "target", event.target());
        ExtractionWriter.writeDate(json, "date", event.date());
        end(event.evidence());
    }

    private void end(Evidence evidence) {
        json.writeStringProperty("quote", evidence.quote());
        ExtractionWriter.writeNumber(
                json, "start", OptionalInt.of(evidence.span().start()));
        ExtractionWriter.writeNumber(json, "end", OptionalInt.of(evidence.span().end()));
        json.writeEndObject();
    }

    private static Optional<String> some(String words) {
        return Optional.of(words).filter(each -> !each.isEmpty());
    }
}
