package dev.tranche.print;

import dev.tranche.audit.Equation;
import dev.tranche.audit.Explanation;
import dev.tranche.dating.StatedDate;
import dev.tranche.fact.Cell;
import dev.tranche.fact.Cells;
import dev.tranche.fact.FactItem;
import dev.tranche.ledger.BillLife;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Contradiction;
import dev.tranche.ledger.DecisionBook;
import dev.tranche.ledger.Doubt;
import dev.tranche.ledger.Flag;
import dev.tranche.ledger.Review;
import dev.tranche.ledger.SourceClass;
import dev.tranche.ledger.StageStep;
import dev.tranche.record.RecordRow;
import dev.tranche.resolve.Claim;
import dev.tranche.text.Evidence;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes entries, equations and contradictions as JSON, one object per line, every key always present. */
public final class LedgerJson {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private LedgerJson() {}

    /** Returns the line of an entry, with its line end. */
    public static String line(Commitment entry, UnaryOperator<String> shortName) {
        return object(json -> writeEntry(json, entry, shortName));
    }

    /**
     * Returns the line of an entry with every claim, its words and its rule, and what people decided, with its line
     * end.
     */
    public static String explained(
            Commitment entry, List<DecisionBook.Ruling> decisions, UnaryOperator<String> shortName) {
        return object(json -> {
            writeEntry(json, entry, shortName);
            json.writeArrayPropertyStart("claims");
            for (Claim claim : entry.claims()) {
                json.writeStartObject();
                json.writeStringProperty("doc", claim.report());
                json.writeNumberProperty("fact", claim.index());
                json.writeStringProperty("outlet", claim.outlet());
                json.writeNumberProperty("origin", claim.origin());
                json.writeNumberProperty("amount", claim.fact().terms().amount().value());
                json.writeStringProperty(
                        "currency", claim.fact().terms().amount().currency());
                json.writeStringProperty("stage", claim.fact().terms().stage().slug());
                days(json, "date", claim.said());
                json.writeStringProperty("rule", claim.fact().rule().value());
                json.writeStringProperty("quote", claim.fact().evidence().quote());
                json.writeNumberProperty("start", claim.fact().evidence().span().start());
                json.writeNumberProperty("end", claim.fact().evidence().span().end());
                cells(json, claim.fact().cells());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeObjectPropertyStart("set_by");
            entry.review().corrected().forEach((field, decision) -> json.writeStringProperty(field.slug(), decision));
            json.writeEndObject();
            json.writeArrayPropertyStart("decisions");
            decisions.forEach(decision -> DecisionJson.write(json, decision));
            json.writeEndArray();
        });
    }

    /** Writes the words behind each cell of a claim. */
    private static void cells(JsonGenerator json, Cells cells) {
        json.writeObjectPropertyStart("cells");
        for (CellWords.Named named : CellWords.of(cells)) {
            json.writeArrayPropertyStart(named.name());
            for (Cell cell : named.cells()) {
                json.writeStartObject();
                json.writeStringProperty("basis", cell.basis().slug());
                text(json, "quote", cell.evidence().map(Evidence::quote));
                json.writeName("start");
                cell.evidence()
                        .ifPresentOrElse(words -> json.writeNumber(words.span().start()), json::writeNull);
                json.writeName("end");
                cell.evidence()
                        .ifPresentOrElse(words -> json.writeNumber(words.span().end()), json::writeNull);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /** Returns the line of an equation, with its line end. */
    public static String line(Equation equation) {
        return object(json -> writeEquation(json, equation));
    }

    /** Writes the members of an equation into an object that is open. */
    public static void writeEquation(JsonGenerator json, Equation equation) {
        json.writeStringProperty("equation", equation.kind().slug());
        json.writeStringProperty("subject", equation.subject());
        text(json, "from", equation.from().map(LocalDate::toString));
        text(json, "to", known(equation.to()).map(LocalDate::toString));
        text(json, "currency", equation.unit());
        json.writeNumberProperty("stated", equation.stated());
        json.writeNumberProperty("predicted", equation.predicted());
        json.writeNumberProperty("residual", equation.residual());
        json.writeNumberProperty("rounding", equation.rounding());
        json.writeBooleanProperty("holds", equation.holds());
        json.writeArrayPropertyStart("explained_by");
        for (Explanation one : equation.explanations()) {
            json.writeStartObject();
            text(json, "entry", one.entry());
            json.writeStringProperty("how", one.how().slug());
            json.writeNumberProperty("amount", one.amount());
            text(json, "currency", equation.currency());
            json.writeNumberProperty("alternative", one.alternative());
            json.writeStringProperty("words", one.words());
            json.writeEndObject();
        }
        json.writeEndArray();
        texts(json, "entries", equation.entries());
        texts(json, "evidence", equation.evidence());
    }

    /** Returns the line of a contradiction, with its line end. */
    public static String line(Contradiction contradiction) {
        return object(json -> writeContradiction(json, contradiction));
    }

    /** Writes the members of a contradiction into an object that is open. */
    public static void writeContradiction(JsonGenerator json, Contradiction contradiction) {
        json.writeStringProperty("type", contradiction.kind().slug());
        json.writeStringProperty("about", contradiction.about());
        json.writeArrayPropertyStart("sides");
        for (Contradiction.Side side : List.of(contradiction.one(), contradiction.two())) {
            json.writeStartObject();
            json.writeStringProperty("value", side.value());
            texts(json, "reports", side.reports());
            json.writeStringProperty("quote", side.quote());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("rule", contradiction.rule());
    }

    /** Returns a day, or nothing for the end of time, which means that it is unknown. */
    static Optional<LocalDate> known(LocalDate day) {
        return day.equals(LocalDate.MAX) ? Optional.empty() : Optional.of(day);
    }

    /** Writes the members of an entry into an object that is open. */
    public static void writeEntry(JsonGenerator json, Commitment entry) {
        writeEntry(json, entry, UnaryOperator.identity());
    }

    /**
     * Writes the members of an entry into an object that is open.
     *
     * @param shortName the short name of a permanent one
     */
    public static void writeEntry(JsonGenerator json, Commitment entry, UnaryOperator<String> shortName) {
        json.writeStringProperty("id", entry.id());
        texts(json, "donor", entry.donors());
        texts(json, "recipient", entry.recipients());
        json.writeNumberProperty("amount", entry.amount().value());
        number(json, "amount_max", entry.amount().upper());
        json.writeStringProperty("currency", entry.amount().currency());
        json.writeStringProperty("bound", entry.amount().bound().slug());
        json.writeStringProperty("type", entry.type().slug());
        text(json, "authority", entry.authority());
        json.writeStringProperty("stage", entry.stage().slug());
        days(json, "date", entry.date());
        text(json, "parent", entry.parent());
        json.writeBooleanProperty("leaf", entry.leaf());
        count(json, "ordinal", entry.ordinal());
        json.writeArrayPropertyStart("items");
        for (FactItem item : entry.items()) {
            json.writeStartObject();
            json.writeStringProperty("name", item.name());
            json.writeStringProperty("class", item.category());
            count(json, "quantity", item.quantity());
            json.writeEndObject();
        }
        json.writeEndArray();
        texts(json, "sources", entry.sources().stream().map(SourceClass::slug).toList());
        text(json, "record", entry.row().map(RecordRow::id));
        text(json, "record_place", entry.row().map(RecordRow::place));
        text(json, "record_source", entry.row().map(RecordRow::source).filter(address -> !address.isEmpty()));
        texts(json, "reports", entry.reports());
        json.writeNumberProperty("outlets", entry.outlets());
        json.writeNumberProperty("origins", entry.origins());
        json.writeArrayPropertyStart("stages");
        for (StageStep step : entry.stages()) {
            json.writeStartObject();
            json.writeStringProperty("stage", step.stage().slug());
            days(json, "date", step.date());
            texts(json, "reports", step.reports());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("life");
        for (BillLife.Reached reached : BillLife.of(entry, List.of())) {
            json.writeStartObject();
            json.writeStringProperty("step", reached.step().slug());
            days(json, "date", reached.date());
            texts(json, "reports", reached.reports());
            json.writeEndObject();
        }
        json.writeEndArray();
        texts(json, "flags", entry.flags().stream().map(Flag::slug).toList());
        text(json, "reviewed", entry.reviewed().map(Review.State::slug));
        json.writeStringProperty("kind", entry.kind().slug());
        json.writeStringProperty("standing", entry.standing().slug());
        json.writeBooleanProperty("counted", entry.counted());
        json.writeStringProperty("short", shortName.apply(entry.id()));
        json.writeArrayPropertyStart("doubts");
        for (Doubt doubt : entry.judgement().doubts()) {
            json.writeStartObject();
            json.writeStringProperty("code", doubt.code());
            json.writeStringProperty("message", doubt.message());
            texts(json, "evidence", doubt.evidence());
            json.writeNumberProperty("worth", doubt.worth());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String object(Consumer<JsonGenerator> members) {
        StringWriter line = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            members.accept(json);
            json.writeEndObject();
        }
        return line.append('\n').toString();
    }

    private static void days(JsonGenerator json, String key, StatedDate date) {
        json.writeObjectPropertyStart(key);
        text(json, "from", date.from().map(LocalDate::toString));
        text(json, "to", date.to().map(LocalDate::toString));
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String key, List<String> values) {
        json.writeArrayPropertyStart(key);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void text(JsonGenerator json, String key, Optional<String> value) {
        json.writeName(key);
        value.ifPresentOrElse(json::writeString, json::writeNull);
    }

    private static void number(JsonGenerator json, String key, Optional<BigDecimal> value) {
        json.writeName(key);
        value.ifPresentOrElse(json::writeNumber, json::writeNull);
    }

    private static void count(JsonGenerator json, String key, OptionalInt value) {
        json.writeName(key);
        value.ifPresentOrElse(json::writeNumber, json::writeNull);
    }
}
