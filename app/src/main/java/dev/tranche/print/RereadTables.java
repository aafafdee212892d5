package dev.tranche.print;

import dev.tranche.ledger.EntryChange;
import dev.tranche.pipeline.Reread;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes for programs what reading a book again has changed, piece by piece. */
public final class RereadTables {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private RereadTables() {}

    private interface Writing {
        void write(JsonGenerator json);
    }

    /**
     * Writes a line of JSON that sums up, then one for each entry that differs.
     *
     * @param kept whether the readings were added to the book
     */
    public static void json(Reread reread, boolean kept, Consumer<String> out) {
        out.accept(object(json -> summary(json, reread, kept)));
        reread.diff().entries().forEach(change -> out.accept(object(json -> entry(json, change))));
    }

    private static String object(Writing writing) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            writing.write(json);
            json.writeEndObject();
        }
        return line + "\n";
    }

    private static void summary(JsonGenerator json, Reread reread, boolean kept) {
        json.writeStringProperty("row", "summary");
        json.writeStringProperty("reader", reread.reader().value());
        optional(json, "lexicon", reread.reader().rows());
        json.writeBooleanProperty("kept", kept);
        json.writeNumberProperty("reports", reread.reports());
        json.writeNumberProperty("differing", reread.differing());
        json.writeNumberProperty("failures", reread.failures());
        for (EntryChange.Kind kind : EntryChange.Kind.values()) {
            json.writeNumberProperty(kind.slug(), reread.diff().count(kind));
        }
        json.writeArrayPropertyStart("sums");
        reread.diff().sums().forEach((currency, sum) -> {
            json.writeStartObject();
            json.writeStringProperty("currency", currency);
            json.writeNumberProperty("before", sum.before());
            json.writeNumberProperty("after", sum.after());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeArrayPropertyStart("decisions_without_words");
        reread.vain().forEach(json::writeString);
        json.writeEndArray();
    }

    private static void entry(JsonGenerator json, EntryChange change) {
        json.writeStringProperty("row", "entry");
        json.writeStringProperty("id", change.id());
        json.writeStringProperty("change", change.kind().slug());
        cells(json, change.cells());
        json.writeArrayPropertyStart("words");
        for (EntryChange.WordChange words : change.words()) {
            json.writeStartObject();
            json.writeStringProperty("report", words.report());
            json.writeStringProperty("outlet", words.outlet());
            json.writeStringProperty("quote", words.quote());
            told(json, "before", words.before());
            told(json, "after", words.after());
            cells(json, words.cells());
            optional(json, "refused", words.refused());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void cells(JsonGenerator json, List<EntryChange.CellChange> cells) {
        json.writeArrayPropertyStart("cells");
        for (EntryChange.CellChange cell : cells) {
            json.writeStartObject();
            json.writeStringProperty("cell", cell.name());
            json.writeStringProperty("before", cell.before());
            json.writeStringProperty("after", cell.after());
            optional(json, "quote", cell.quote());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void told(JsonGenerator json, String key, Optional<EntryChange.Told> told) {
        json.writeName(key);
        if (told.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        optional(json, "entry", told.get().entry());
        json.writeStringProperty("rule", told.get().rule());
        json.writeStringProperty("reader", told.get().reader().value());
        json.writeEndObject();
    }

    private static void optional(JsonGenerator json, String key, Optional<String> value) {
        json.writeName(key);
        if (value.isPresent()) {
            json.writeString(value.get());
        } else {
            json.writeNull();
        }
    }

    /** Writes a table with one row for each cell that differs, and the first place in a report that says so. */
    public static void csv(Reread reread, Consumer<String> out) {
        CsvTable head = new CsvTable();
        head.row(
                "entry",
                "change",
                "cell",
                "before",
                "after",
                "quote",
                "report",
                "outlet",
                "rule_before",
                "rule_after",
                "reader_before",
                "reader_after");
        out.accept(head.toString());
        for (EntryChange change : reread.diff().entries()) {
            CsvTable rows = new CsvTable();
            change.cells().forEach(cell -> row(rows, change, cell));
            out.accept(rows.toString());
        }
    }

    private static void row(CsvTable rows, EntryChange change, EntryChange.CellChange cell) {
        Optional<EntryChange.WordChange> words = change.words().stream()
                .filter(each -> each.cells().stream().anyMatch(one -> one.name().equals(cell.name())))
                .findFirst()
                .or(() -> change.words().stream().findFirst());
        Optional<EntryChange.Told> before = words.flatMap(EntryChange.WordChange::before);
        Optional<EntryChange.Told> after = words.flatMap(EntryChange.WordChange::after);
        rows.row(
                change.id(),
                change.kind().slug(),
                cell.name(),
                cell.before(),
                cell.after(),
                cell.quote().or(() -> words.map(EntryChange.WordChange::quote)).orElse(""),
                words.map(EntryChange.WordChange::report).orElse(""),
                words.map(EntryChange.WordChange::outlet).orElse(""),
                before.map(EntryChange.Told::rule).orElse(""),
                after.map(EntryChange.Told::rule).orElse(""),
                before.map(told -> told.reader().value()).orElse(""),
                after.map(told -> told.reader().value()).orElse(""));
    }
}
