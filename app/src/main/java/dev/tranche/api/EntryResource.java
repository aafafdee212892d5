package dev.tranche.api;

import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Flag;
import dev.tranche.print.DecisionJson;
import dev.tranche.print.Phrases;
import dev.tranche.resolve.Claim;
import dev.tranche.store.Store;
import dev.tranche.text.Document;
import dev.tranche.text.Evidence;
import dev.tranche.text.Span;
import dev.tranche.view.BookView;
import dev.tranche.view.Cell;
import dev.tranche.view.EntryCells;
import dev.tranche.view.ReportLine;
import dev.tranche.view.Wording;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonGenerator;

/** {@code /entries/{id}}: one entry with everything behind it. */
final class EntryResource {

    /** Beyond this number of reports, the words are given without their sentence. */
    private static final int MOST_TEXTS = 200;

    private final Stores stores;
    private final Wording wording;

    EntryResource(Stores stores, UnaryOperator<String> nameOf) {
        this.stores = stores;
        this.wording = new Wording(Phrases::amount, Phrases::date, nameOf);
    }

    static ApiProblem unknown(String id) {
        return ApiProblem.unknown(
                "unknown-entry",
                "The book has no entry '" + id
                        + "'. It may have been rejected or merged; search for it, or look under the decisions.");
    }

    /** Answers with an entry. */
    Answer entry(Context ctx, BookView view) {
        Query.of(ctx).check();
        String id = ctx.pathParam("id");
        Commitment entry = view.index().find(id).orElseThrow(() -> unknown(id));
        Map<Long, Document> texts = texts(entry, view);
        return Answer.json(json -> {
            Entries.write(json, entry, view);
            Json.objects(json, "claims", entry.claims(), (out, claim) -> claim(out, claim, view, texts));
            Json.objects(
                    json,
                    "cells",
                    EntryCells.of(entry, view::entryOfClaim, wording),
                    (out, cell) -> cell(out, cell, entry.claims()));
            Json.objects(json, "package", view.packageOf(entry), EntryResource::node);
            Json.objects(
                    json,
                    "contradictions",
                    view.contradictionsOf(entry),
                    (out, one) -> ReportNames.contradiction(out, one, view));
            Json.objects(
                    json, "equations", view.equationsOf(entry), (out, one) -> ReportNames.equation(out, one, view));
            Json.objects(json, "doubles", view.doublesOf(entry), (out, one) -> Entries.write(out, one, view));
            Json.objects(json, "decisions", view.decisionsOf(entry), DecisionJson::writeMembers);
        });
    }

    private Map<Long, Document> texts(Commitment entry, BookView view) {
        List<Long> numbers = entry.reports().stream()
                .limit(MOST_TEXTS)
                .flatMap(report -> view.report(report).stream())
                .map(ReportLine::number)
                .toList();
        if (numbers.isEmpty()) {
            return Map.of();
        }
        return stores.ask((Store store) -> store.reports(numbers));
    }

    private static void claim(JsonGenerator json, Claim claim, BookView view, Map<Long, Document> texts) {
        Optional<ReportLine> report = view.report(claim.report());
        Span span = claim.fact().evidence().span();
        json.writeStringProperty("doc", claim.report());
        json.writeNumberProperty("fact", claim.index());
        json.writeStringProperty("outlet", claim.outlet());
        Json.text(json, "title", report.map(ReportLine::title).filter(title -> !title.isEmpty()));
        json.writeNumberProperty("origin", claim.origin());
        Json.days(json, "published", claim.published());
        var terms = claim.fact().terms();
        Json.amount(json, terms.amount());
        Json.texts(json, "donor", terms.donors());
        Json.texts(json, "recipient", terms.recipients());
        json.writeStringProperty("type", terms.type().slug());
        json.writeStringProperty("stage", terms.stage().slug());
        Json.text(json, "authority", terms.authority());
        Json.count(
                json,
                "ordinal",
                claim.fact() instanceof dev.tranche.fact.Fact.Aid aid ? aid.ordinal() : OptionalInt.empty());
        Json.days(json, "date", claim.said());
        json.writeStringProperty("rule", claim.fact().rule().value());
        json.writeBooleanProperty("added", claim.isAdded());
        json.writeStringProperty("quote", claim.fact().evidence().quote());
        json.writeNumberProperty("start", span.start());
        json.writeNumberProperty("end", span.end());
        Optional<Document> text = report.flatMap(line -> Optional.ofNullable(texts.get(line.number())));
        Span around = text.map(document -> Sentences.around(document, span)).orElse(span);
        json.writeObjectPropertyStart("sentence");
        json.writeStringProperty(
                "text",
                text.map(document -> document.text().substring(around.start(), around.end()))
                        .orElse(claim.fact().evidence().quote()));
        json.writeNumberProperty("start", around.start());
        json.writeNumberProperty("end", around.end());
        json.writeEndObject();
    }

    /**
     * The words of one cell in one report.
     *
     * @param claim place of the claim in the entry's list
     * @param cell what the cell rests on there
     */
    private record CellWords(int claim, dev.tranche.fact.Cell cell) {}

    /** A sum has its words in the claim itself; every other cell has its own, or says why it has none. */
    private static List<CellWords> words(Cell cell, Cell.Said said, List<Claim> claims) {
        List<CellWords> words = new ArrayList<>();
        for (int place : said.claims()) {
            claims.get(place)
                    .fact()
                    .cells()
                    .byName()
                    .getOrDefault(cell.field().slug(), List.of())
                    .forEach(one -> words.add(new CellWords(place, one)));
        }
        return words;
    }

    private static void words(JsonGenerator json, CellWords words) {
        json.writeNumberProperty("claim", words.claim());
        json.writeStringProperty("basis", words.cell().basis().slug());
        Json.text(json, "quote", words.cell().evidence().map(Evidence::quote));
        Json.count(json, "start", place(words, Span::start));
        Json.count(json, "end", place(words, Span::end));
    }

    private static OptionalInt place(CellWords words, ToIntFunction<Span> end) {
        return words.cell().evidence().stream()
                .mapToInt(evidence -> end.applyAsInt(evidence.span()))
                .findFirst();
    }

    private static void cell(JsonGenerator json, Cell cell, List<Claim> claims) {
        json.writeStringProperty("field", cell.field().slug());
        Json.text(json, "value", cell.value());
        Json.objects(json, "said", cell.said(), (out, said) -> {
            out.writeStringProperty("value", said.value());
            out.writeArrayPropertyStart("claims");
            said.claims().forEach(out::writeNumber);
            out.writeEndArray();
            Json.objects(out, "words", words(cell, said, claims), EntryResource::words);
        });
        Json.text(json, "decision", cell.decision());
    }

    private static void node(JsonGenerator json, Commitment node) {
        json.writeStringProperty("id", node.id());
        Json.text(json, "parent", node.parent());
        Json.texts(json, "donor", node.donors());
        Json.texts(json, "recipient", node.recipients());
        json.writeNumberProperty("amount", node.amount().value());
        json.writeStringProperty("currency", node.amount().currency());
        json.writeStringProperty("bound", node.amount().bound().slug());
        Json.text(json, "authority", node.authority());
        json.writeStringProperty("stage", node.stage().slug());
        json.writeBooleanProperty("leaf", node.leaf());
        json.writeBooleanProperty("computed", node.flags().contains(Flag.COMPUTED));
    }
}
