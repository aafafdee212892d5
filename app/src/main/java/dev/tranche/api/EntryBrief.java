package dev.tranche.api;

import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Doubt;
import dev.tranche.print.Columns;
import dev.tranche.print.Phrases;
import dev.tranche.record.RecordRow;
import dev.tranche.view.BookView;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonGenerator;

/** An entry as lists for assistants show it: its id, its cells, its standing and the words behind it. */
final class EntryBrief {

    private static final int MOST_DOUBTS = 5;

    /** A code that donors or recipients of a large group share one line with. */
    private static final int MOST_PARTIES = 4;

    private final BookView view;
    private final UnaryOperator<String> nameOf;

    EntryBrief(BookView view, UnaryOperator<String> nameOf) {
        this.view = view;
        this.nameOf = nameOf;
    }

    /** Writes the members of an entry, with up to the given number of citations. */
    void write(JsonGenerator json, Commitment entry, int citations) {
        json.writeStringProperty("id", entry.id());
        json.writeStringProperty("short", view.shortName(entry.id()));
        Json.text(json, "title", Entries.title(entry, view));
        Json.texts(json, "donor", entry.donors());
        Json.texts(json, "recipient", entry.recipients());
        Json.amount(json, entry.amount());
        json.writeStringProperty("type", entry.type().slug());
        json.writeStringProperty("stage", entry.stage().slug());
        Json.text(json, "authority", entry.authority());
        Json.days(json, "date", entry.date());
        Json.count(json, "ordinal", entry.ordinal());
        Json.text(json, "parent", entry.parent());
        json.writeStringProperty("standing", entry.standing().slug());
        json.writeBooleanProperty("counted", entry.counted());
        Json.texts(
                json,
                "doubts",
                entry.judgement().doubts().stream()
                        .limit(MOST_DOUBTS)
                        .map(Doubt::message)
                        .toList());
        Json.object(json, "record", entry.row(), EntryBrief::record);
        json.writeNumberProperty("reports", entry.reports().size());
        json.writeNumberProperty("outlets", entry.outlets());
        Citation.write(json, "citations", Citation.of(view, entry, citations));
    }

    private static void record(JsonGenerator json, RecordRow row) {
        json.writeStringProperty("row", row.id());
        json.writeStringProperty("place", row.place());
        Json.text(json, "source", Optional.of(row.source()).filter(source -> !source.isEmpty()));
    }

    /** Returns an entry as a line, and below it the words behind it. */
    String text(Commitment entry, int citations) {
        StringBuilder text = new StringBuilder(line(entry)).append('\n');
        entry.row()
                .ifPresent(row -> text.append("  official record, row ")
                        .append(Columns.oneLine(row.id() + " (" + row.place() + ")"))
                        .append(row.source().isEmpty() ? "" : ", " + Columns.oneLine(row.source()))
                        .append('\n'));
        Citation.of(view, entry, citations)
                .forEach(words -> text.append("  ").append(words.line()).append('\n'));
        return text.toString();
    }

    /** Returns what an entry is, in one line that begins with its short name. */
    String line(Commitment entry) {
        StringBuilder line = new StringBuilder(view.shortName(entry.id())).append(": ");
        line.append(parties(entry.donors())).append(" → ").append(parties(entry.recipients()));
        line.append(", ").append(Phrases.amount(entry.amount()));
        line.append(", ")
                .append(entry.type().slug())
                .append(", ")
                .append(entry.stage().slug());
        line.append(", ").append(entry.date().isUnknown() ? "undated" : Phrases.date(entry.date()));
        entry.authority().ifPresent(code -> line.append(", ").append(code));
        line.append("; ").append(entry.standing().slug());
        line.append(entry.counted() ? ", counted in sums" : ", not counted in sums");
        entry.judgement().doubts().stream()
                .limit(MOST_DOUBTS)
                .forEach(doubt -> line.append("; doubt: ").append(doubt.message()));
        line.append("; id ").append(entry.id());
        return Columns.oneLine(line.toString());
    }

    private String parties(List<String> codes) {
        if (codes.isEmpty()) {
            return "not stated";
        }
        String names =
                String.join(", ", codes.stream().limit(MOST_PARTIES).map(nameOf).toList());
        return codes.size() > MOST_PARTIES ? names + " and " + (codes.size() - MOST_PARTIES) + " more" : names;
    }
}
