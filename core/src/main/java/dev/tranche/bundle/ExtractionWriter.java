package dev.tranche.bundle;

import dev.tranche.dating.Clue;
import dev.tranche.dating.Publication;
import dev.tranche.dating.StatedDate;
import dev.tranche.extract.Extraction;
import dev.tranche.extract.ExtractionVersion;
import dev.tranche.fact.Announcer;
import dev.tranche.fact.Cell;
import dev.tranche.fact.Cells;
import dev.tranche.fact.Fact;
import dev.tranche.fact.FactItem;
import dev.tranche.fact.Refusal;
import dev.tranche.fact.Terms;
import dev.tranche.problem.Problem;
import dev.tranche.text.Document;
import dev.tranche.text.DocumentId;
import dev.tranche.text.Evidence;
import dev.tranche.text.Span;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes extractions in the format {@code tranche-extraction/1}: one JSON object per line, every key always present.
 *
 * <p>Unknown values are null; a list without members is empty. Amounts are plain numbers without an exponent. The same
 * extraction gives the same characters on every machine. Unpaired surrogates are written as escapes, so that every
 * line is valid UTF-8.
 */
public final class ExtractionWriter {

    /** The name of the format, the first value of every line. */
    public static final String FORMAT = "tranche-extraction/1";

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private ExtractionWriter() {}

    /** Returns the line of an extraction, without a line end. */
    public static String line(Extraction extraction) {
        return line(extraction, false);
    }

    /**
     * Returns the line of an extraction, without a line end.
     *
     * @param refused whether to list the sums that are not assistance, with the reason
     */
    public static String line(Extraction extraction, boolean refused) {
        StringWriter line = new StringWriter(1024);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            Document document = extraction.document();
            json.writeStartObject();
            json.writeStringProperty("format", FORMAT);
            json.writeStringProperty("version", extraction.version().value());
            json.writeStringProperty("doc", document.id().value());
            writeText(json, "outlet", document.outlet());
            writeText(json, "title", Optional.of(document.title()).filter(title -> !title.isEmpty()));
            writePublished(json, extraction.published());
            json.writeArrayPropertyStart("facts");
            for (Fact fact : extraction.facts()) {
                writeFact(json, fact);
            }
            json.writeEndArray();
            if (refused) {
                writeRefused(json, extraction.refused());
            }
            StoryWriter.write(json, extraction.story());
            writeProblems(json, extraction.problems());
            json.writeEndObject();
        }
        return escapeHalves(line.getBuffer());
    }

    /** Returns a line of the format with only facts, for a report whose text is not available. */
    public static String line(DocumentId document, ExtractionVersion version, List<Fact> facts) {
        StringWriter line = new StringWriter(1024);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("format", FORMAT);
            json.writeStringProperty("version", version.value());
            json.writeStringProperty("doc", document.value());
            writePublished(json, Publication.UNKNOWN);
            json.writeArrayPropertyStart("facts");
            for (Fact fact : facts) {
                writeFact(json, fact);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return escapeHalves(line.getBuffer());
    }

    private static void writeRefused(JsonGenerator json, List<Refusal> refused) {
        json.writeArrayPropertyStart("refused");
        for (Refusal refusal : refused) {
            json.writeStartObject();
            json.writeStringProperty("quote", refusal.evidence().quote());
            writeSpan(json, Optional.of(refusal.evidence().span()));
            json.writeNumberProperty("amount", refusal.amount().value());
            json.writeStringProperty("currency", refusal.amount().currency());
            json.writeStringProperty("reason", refusal.reason().slug());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writePublished(JsonGenerator json, Publication published) {
        json.writeObjectPropertyStart("published");
        writeDays(json, published.date());
        json.writeStringProperty("basis", published.basis().slug());
        published.likeliest().ifPresent(day -> json.writeStringProperty("likeliest", day.toString()));
        published.decidedBy().ifPresent(clue -> json.writeStringProperty("decided", clue.rule()));
        if (published.restsOnRecord()) {
            json.writeBooleanProperty("by_record", true);
        }
        json.writeArrayPropertyStart("clues");
        for (Clue clue : published.clues()) {
            json.writeStartObject();
            json.writeStringProperty("rule", clue.rule());
            writeText(json, "quote", clue.evidence().map(Evidence::quote));
            writeSpan(json, clue.evidence().map(Evidence::span));
            writeDays(json, clue.date());
            json.writeBooleanProperty("used", clue.used());
            json.writeNumberProperty("weight", clue.weight());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeFact(JsonGenerator json, Fact fact) {
        Terms terms = fact.terms();
        json.writeStartObject();
        json.writeStringProperty("kind", fact.kind());
        json.writeNumberProperty("amount", terms.amount().value());
        json.writeName("amount_max");
        if (terms.amount().upper().isPresent()) {
            json.writeNumber(terms.amount().upper().get());
        } else {
            json.writeNull();
        }
        json.writeStringProperty("currency", terms.amount().currency());
        json.writeStringProperty("bound", terms.amount().bound().slug());
        writeTexts(json, "donor", terms.donors());
        writeTexts(json, "recipient", terms.recipients());
        json.writeStringProperty("type", terms.type().slug());
        json.writeStringProperty("stage", terms.stage().slug());
        writeText(json, "authority", terms.authority());
        writeNumber(json, "part_of", fact.partOf());
        switch (fact) {
            case Fact.Aid aid ->
                writeRest(json, Optional.empty(), aid.ordinal(), aid.date(), aid.announcer(), aid.items());
            case Fact.Total total ->
                writeRest(json, total.since(), OptionalInt.empty(), total.date(), Optional.empty(), List.of());
        }
        json.writeStringProperty("rule", fact.rule().value());
        json.writeStringProperty("quote", fact.evidence().quote());
        writeSpan(json, Optional.of(fact.evidence().span()));
        writeCells(json, fact.cells());
        json.writeEndObject();
    }

    private static void writeAnnouncer(JsonGenerator json, Optional<Announcer> announcer) {
        if (announcer.isEmpty()) {
            json.writeNullProperty("announcer");
            return;
        }
        json.writeObjectPropertyStart("announcer");
        json.writeStringProperty("name", announcer.get().name());
        writeText(json, "office", Optional.of(announcer.get().office()).filter(office -> !office.isEmpty()));
        writeText(json, "country", announcer.get().country());
        json.writeEndObject();
    }

    private static void writeCells(JsonGenerator json, Cells cells) {
        json.writeObjectPropertyStart("cells");
        for (Map.Entry<String, List<Cell>> field : cells.byName().entrySet()) {
            json.writeArrayPropertyStart(field.getKey());
            for (Cell cell : field.getValue()) {
                json.writeStartObject();
                json.writeStringProperty("basis", cell.basis().slug());
                writeText(json, "quote", cell.evidence().map(Evidence::quote));
                writeSpan(json, cell.evidence().map(Evidence::span));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void writeRest(
            JsonGenerator json,
            Optional<String> since,
            OptionalInt ordinal,
            StatedDate date,
            Optional<Announcer> announcer,
            List<FactItem> items) {
        writeText(json, "since", since);
        writeNumber(json, "ordinal", ordinal);
        writeDate(json, "date", date);
        writeAnnouncer(json, announcer);
        json.writeArrayPropertyStart("items");
        for (FactItem item : items) {
            json.writeStartObject();
            json.writeStringProperty("name", item.name());
            json.writeStringProperty("class", item.category());
            writeNumber(json, "quantity", item.quantity());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeProblems(JsonGenerator json, List<Problem> problems) {
        json.writeArrayPropertyStart("problems");
        for (Problem problem : problems) {
            json.writeStartObject();
            json.writeStringProperty("code", problem.code().slug());
            json.writeStringProperty("message", problem.message());
            if (problem.subject().isPresent()) {
                json.writeStringProperty(
                        problem.code().subjectKey().orElseThrow(),
                        problem.subject().get());
            }
            writeSpan(json, problem.span());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void writeDate(JsonGenerator json, String name, StatedDate date) {
        json.writeObjectPropertyStart(name);
        writeDays(json, date);
        if (!date.isUnknown()) {
            json.writeStringProperty("granularity", date.granularity().slug());
        }
        json.writeEndObject();
    }

    static void writeDays(JsonGenerator json, StatedDate date) {
        writeText(json, "from", date.from().map(LocalDate::toString));
        writeText(json, "to", date.to().map(LocalDate::toString));
    }

    private static void writeSpan(JsonGenerator json, Optional<Span> span) {
        writeNumber(
                json, "start", span.map(each -> OptionalInt.of(each.start())).orElse(OptionalInt.empty()));
        writeNumber(json, "end", span.map(each -> OptionalInt.of(each.end())).orElse(OptionalInt.empty()));
    }

    static void writeTexts(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    static void writeText(JsonGenerator json, String name, Optional<String> value) {
        json.writeName(name);
        if (value.isPresent()) {
            json.writeString(value.get());
            return;
        }
        json.writeNull();
    }

    static void writeNumber(JsonGenerator json, String name, OptionalInt value) {
        json.writeName(name);
        if (value.isPresent()) {
            json.writeNumber(value.getAsInt());
            return;
        }
        json.writeNull();
    }

    /** An unpaired surrogate can only occur inside a string, so an escape is always correct. */
    private static String escapeHalves(CharSequence line) {
        StringBuilder escaped = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (!Character.isSurrogate(c)) {
                escaped.append(c);
                continue;
            }
            boolean paired = Character.isHighSurrogate(c)
                    && i + 1 < line.length()
                    && Character.isLowSurrogate(line.charAt(i + 1));
            if (paired) {
                escaped.append(c).append(line.charAt(++i));
                continue;
            }
            escaped.append("\\u").append(Integer.toHexString(c));
        }
        return escaped.toString();
    }
}
