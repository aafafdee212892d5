package dev.tranche.api;

import dev.tranche.audit.Equation;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Contradiction;
import dev.tranche.print.Columns;
import dev.tranche.print.DecisionJson;
import dev.tranche.print.LedgerJson;
import dev.tranche.print.Phrases;
import dev.tranche.resolve.Claim;
import dev.tranche.view.BookView;
import dev.tranche.view.Cell;
import dev.tranche.view.EntryCells;
import dev.tranche.view.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonGenerator;

/** {@code get_entry}: one entry, each of its cells with the words that it rests on. */
final class GetEntryTool implements McpTool {

    /** The most places in reports that are given for one entry; the count says how many there are. */
    private static final int MOST_CITATIONS = 25;

    private static final int MOST_WORDS = 3;
    private static final int MOST_BESIDE = 20;
    private static final int MOST_ID = 1100;

    private final UnaryOperator<String> nameOf;
    private final Wording wording;

    GetEntryTool(UnaryOperator<String> nameOf) {
        this.nameOf = nameOf;
        this.wording = new Wording(Phrases::amount, Phrases::date, nameOf);
    }

    @Override
    public String name() {
        return "get_entry";
    }

    @Override
    public Answer call(Query query, BookView view) {
        String id = query.needed("id", MOST_ID).strip();
        query.check();
        Commitment entry = view.index().find(id).orElseThrow(() -> EntryResource.unknown(id));
        EntryBrief brief = new EntryBrief(view, nameOf);
        List<Cell> cells = EntryCells.of(entry, view::entryOfClaim, wording);
        List<Commitment> parts = view.packageOf(entry);
        List<Contradiction> contradictions = view.contradictionsOf(entry);
        List<Equation> equations = view.equationsOf(entry);
        return Answer.of(
                json -> {
                    brief.write(json, entry, MOST_CITATIONS);
                    json.writeNumberProperty("places", entry.claims().size());
                    Json.objects(json, "cells", cells, (out, cell) -> cell(out, cell, entry, view));
                    Json.objects(json, "package", few(parts), (out, node) -> node(out, node, view));
                    Json.objects(json, "contradictions", few(contradictions), LedgerJson::writeContradiction);
                    Json.objects(json, "equations", few(equations), (out, one) -> AuditTool.write(out, one, view));
                    Json.objects(json, "doubles", few(view.doublesOf(entry)), (out, one) -> node(out, one, view));
                    Json.objects(json, "decisions", few(view.decisionsOf(entry)), DecisionJson::writeMembers);
                    json.writeNumberProperty("head", view.head());
                },
                text(entry, view, brief, cells));
    }

    private static <T> List<T> few(List<T> all) {
        return all.size() <= MOST_BESIDE ? all : all.subList(0, MOST_BESIDE);
    }

    /**
     * Words of one report behind a value.
     *
     * @param basis why it has the value: stated, from the context, or by default
     * @param words empty for a value without words of its own
     */
    private record Grounds(String basis, String report, Optional<Citation> words) {}

    /** A sum has its words in the claim itself; every other cell has its own, or says why it has none. */
    private static List<Grounds> grounds(Cell cell, Cell.Said said, Commitment entry, BookView view) {
        List<Grounds> grounds = new ArrayList<>();
        for (int place : said.claims()) {
            Claim claim = entry.claims().get(place);
            List<dev.tranche.fact.Cell> own =
                    claim.fact().cells().byName().getOrDefault(cell.field().slug(), List.of());
            for (dev.tranche.fact.Cell one : own) {
                grounds.add(new Grounds(
                        one.basis().slug(), claim.report(), one.evidence().map(words -> Citation.of(view, words))));
            }
            if (own.isEmpty()) {
                grounds.add(new Grounds("sentence", claim.report(), Optional.of(Citation.of(view, claim))));
            }
            if (grounds.size() >= MOST_WORDS) {
                break;
            }
        }
        return grounds;
    }

    private static void cell(JsonGenerator json, Cell cell, Commitment entry, BookView view) {
        json.writeStringProperty("field", cell.field().slug());
        Json.text(json, "value", cell.value());
        Json.objects(json, "said", few(cell.said()), (out, said) -> {
            out.writeStringProperty("value", said.value());
            out.writeNumberProperty("places", said.claims().size());
            Json.objects(out, "words", grounds(cell, said, entry, view), (words, one) -> {
                words.writeStringProperty("basis", one.basis());
                words.writeStringProperty("report", one.report());
                Json.object(words, "citation", one.words(), Citation::write);
            });
        });
        Json.text(json, "decision", cell.decision());
    }

    private static void node(JsonGenerator json, Commitment node, BookView view) {
        json.writeStringProperty("id", node.id());
        json.writeStringProperty("short", view.shortName(node.id()));
        Json.text(json, "parent", node.parent());
        json.writeNumberProperty("amount", node.amount().value());
        json.writeStringProperty("currency", node.amount().currency());
        json.writeStringProperty("stage", node.stage().slug());
        json.writeBooleanProperty("leaf", node.leaf());
        json.writeStringProperty("standing", node.standing().slug());
    }

    private static String text(Commitment entry, BookView view, EntryBrief brief, List<Cell> cells) {
        StringBuilder text = new StringBuilder(brief.text(entry, MOST_CITATIONS));
        if (entry.claims().size() > MOST_CITATIONS) {
            text.append("  ").append(entry.claims().size() - MOST_CITATIONS).append(" more places in reports\n");
        }
        text.append("\nCells:\n");
        for (Cell cell : cells) {
            cell.value().ifPresent(value -> {
                String decided = cell.decision()
                        .map(decision -> " (set by decision " + decision + ")")
                        .orElse("");
                text.append(cell.field().slug() + ": " + Columns.oneLine(value) + decided)
                        .append('\n');
                cell.said().stream().limit(MOST_WORDS).forEach(said -> said(text, cell, said, entry, view));
            });
        }
        List<Commitment> parts = view.packageOf(entry);
        if (parts.size() > 1) {
            text.append("\nPackage:\n");
            few(parts)
                    .forEach(node -> text.append("- ").append(brief.line(node)).append('\n'));
        }
        beside(text, entry, view);
        return text.toString();
    }

    private static void said(StringBuilder text, Cell cell, Cell.Said said, Commitment entry, BookView view) {
        for (Grounds one : grounds(cell, said, entry, view)) {
            String words = one.words()
                    .map(Citation::line)
                    .orElse("no words of its own in [report " + Columns.oneLine(one.report()) + "]");
            text.append("  ")
                    .append(Columns.oneLine(said.value()))
                    .append(" (")
                    .append(one.basis())
                    .append("): ")
                    .append(words)
                    .append('\n');
        }
    }

    private static void beside(StringBuilder text, Commitment entry, BookView view) {
        for (Contradiction one : few(view.contradictionsOf(entry))) {
            text.append("\nContradiction (").append(one.kind().slug()).append("): ");
            text.append(Columns.oneLine(
                            one.one().value() + " against " + one.two().value()))
                    .append(".\n");
        }
        for (Equation one : few(view.equationsOf(entry))) {
            text.append("\nAudit: ").append(AuditTool.sentence(one)).append('\n');
        }
    }
}
