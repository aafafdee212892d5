package dev.tranche.print;

import dev.tranche.dating.StatedDate;
import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.Participant;
import dev.tranche.text.DocumentId;
import dev.tranche.text.Evidence;
import dev.tranche.timeline.FigureBook;
import dev.tranche.timeline.OrdinalGap;
import dev.tranche.timeline.Timeline;
import dev.tranche.timeline.TimelineEvent;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * Writes a timeline as JSON, one encounter per line with the keys of a report's encounters, then one gap per line, then
 * one line for each thing whose figures differ.
 */
public final class TimelineJson {

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private TimelineJson() {}

    /** Returns the lines, each with its line end. */
    public static String lines(Timeline timeline) {
        StringBuilder lines = new StringBuilder(lines(timeline.events()));
        for (OrdinalGap gap : timeline.gaps()) {
            lines.append(gap(gap)).append('\n');
        }
        return lines.toString();
    }

    /** Returns the lines of some encounters, without what is missing. */
    public static String lines(List<TimelineEvent> events) {
        StringBuilder lines = new StringBuilder();
        events.forEach(event -> lines.append(event(event)).append('\n'));
        return lines.toString();
    }

    /** Returns things that are counted differently, one per line, each with its line end. */
    public static String figures(List<FigureBook.Counted> things) {
        StringBuilder lines = new StringBuilder();
        for (FigureBook.Counted thing : things) {
            lines.append(thing(thing)).append('\n');
        }
        return lines.toString();
    }

    private static String thing(FigureBook.Counted thing) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("kind", "figures");
            json.writeStringProperty("unit", thing.unit());
            json.writeArrayPropertyStart("about");
            thing.about().forEach(json::writeString);
            json.writeEndArray();
            date(json, "reported", thing.reported());
            json.writeArrayPropertyStart("tellings");
            for (FigureBook.Telling telling : thing.tellings()) {
                json.writeStartObject();
                json.writeNumberProperty("value", telling.figure().value());
                json.writeStringProperty("bound", telling.figure().bound().slug());
                text(json, "source", telling.figure().source());
                json.writeName("evidence");
                evidence(json, telling.figure().evidence());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return line.toString();
    }

    private static String event(TimelineEvent event) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            write(json, event);
        }
        return line.toString();
    }

    /** Writes an encounter as an object. */
    public static void write(JsonGenerator json, TimelineEvent event) {
        json.writeStartObject();
        members(json, event);
        json.writeEndObject();
    }

    /** Writes the members of an encounter into an object that is open. */
    public static void members(JsonGenerator json, TimelineEvent event) {
        encounter(json, event.encounter());
        reports(json, event.reports());
        json.writeArrayPropertyStart("evidence");
        event.evidence().forEach(each -> evidence(json, each));
        json.writeEndArray();
        json.writeArrayPropertyStart("held");
        for (Encounter each : event.held()) {
            json.writeStartObject();
            encounter(json, each);
            json.writeName("evidence");
            evidence(json, each.evidence());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes what is known of an encounter, without its reports, into an object that is open. */
    public static void encounter(JsonGenerator json, Encounter encounter) {
        json.writeStringProperty("kind", encounter.kind().slug());
        json.writeArrayPropertyStart("participants");
        for (Participant each : encounter.participants()) {
            json.writeStartObject();
            text(json, "name", each.name());
            text(json, "office", Optional.of(each.office()).filter(office -> !office.isEmpty()));
            text(json, "country", each.country());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeName("place");
        encounter
                .place()
                .ifPresentOrElse(
                        place -> {
                            json.writeStartObject();
                            json.writeStringProperty("name", place.name());
                            text(json, "country", place.country());
                            json.writeEndObject();
                        },
                        json::writeNull);
        date(json, "date", encounter.date());
        json.writeStringProperty("stage", encounter.stage().slug());
        json.writeName("ordinal");
        encounter
                .ordinal()
                .ifPresentOrElse(
                        ordinal -> {
                            json.writeStartObject();
                            json.writeNumberProperty("n", ordinal.n());
                            text(json, "since", ordinal.since());
                            json.writeEndObject();
                        },
                        json::writeNull);
    }

    private static String gap(OrdinalGap gap) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("kind", "gap");
            writeGap(json, gap);
            json.writeEndObject();
        }
        return line.toString();
    }

    /** Writes the members of a gap into an object that is open. */
    public static void writeGap(JsonGenerator json, OrdinalGap gap) {
        json.writeStringProperty("of", gap.kind());
        json.writeStringProperty("who", gap.who());
        json.writeStringProperty("place", gap.place());
        json.writeArrayPropertyStart("numbers");
        gap.numbers().forEach(json::writeNumber);
        json.writeEndArray();
        date(json, "window", gap.window());
    }

    static void reports(JsonGenerator json, List<DocumentId> reports) {
        json.writeArrayPropertyStart("reports");
        reports.forEach(report -> json.writeString(report.value()));
        json.writeEndArray();
    }

    /** Writes words with their place as an object. */
    public static void evidence(JsonGenerator json, Evidence evidence) {
        json.writeStartObject();
        json.writeStringProperty("doc", evidence.document().value());
        json.writeStringProperty("quote", evidence.quote());
        json.writeNumberProperty("start", evidence.span().start());
        json.writeNumberProperty("end", evidence.span().end());
        json.writeEndObject();
    }

    private static void date(JsonGenerator json, String name, StatedDate date) {
        json.writeObjectPropertyStart(name);
        text(json, "from", date.from().map(Object::toString));
        text(json, "to", date.to().map(Object::toString));
        json.writeEndObject();
    }

    static void text(JsonGenerator json, String name, Optional<String> value) {
        json.writeName(name);
        value.ifPresentOrElse(json::writeString, json::writeNull);
    }
}
