package dev.tranche.api;

import dev.tranche.ledger.DecisionBook;
import dev.tranche.review.Action;
import dev.tranche.review.CellChange;
import dev.tranche.review.Decision;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Writes decisions with what became of them. */
final class DecisionJson {

    private DecisionJson() {}

    /** Writes the members of a decision into an object that is open. */
    static void write(JsonGenerator json, DecisionBook.Ruling ruling) {
        Decision decision = ruling.decision();
        json.writeStringProperty("id", decision.id());
        json.writeStringProperty("at", decision.at().toString());
        json.writeStringProperty("author", decision.author());
        json.writeStringProperty("action", decision.action().slug());
        json.writeStringProperty("reason", decision.reason());
        json.writeStringProperty("summary", decision.summary());
        List<CellChange> changes = decision.action() instanceof Action.Correct correct ? correct.changes() : List.of();
        Json.objects(json, "cells", changes, (out, change) -> {
            out.writeStringProperty("field", change.field().slug());
            Json.text(out, "before", Optional.of(change.before()).filter(value -> !value.isEmpty()));
            Json.text(out, "after", Optional.of(change.after().shown()).filter(value -> !value.isEmpty()));
        });
        Json.texts(json, "entries", ruling.entries());
        Json.texts(json, "docs", ruling.reports());
        Json.text(json, "undone_by", ruling.undoneBy());
        Json.text(
                json,
                "undoes",
                decision.action() instanceof Action.Undo undo ? Optional.of(undo.decision()) : Optional.empty());
        json.writeBooleanProperty("dangling", ruling.dangling());
    }
}
