package dev.tranche.export;

import dev.tranche.fact.Announcer;
import dev.tranche.fact.Cell;
import dev.tranche.resolve.Claim;
import dev.tranche.text.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The table of cells: the words behind each cell of each source of an entry. */
final class CellTable {

    private CellTable() {}

    /**
     * The words behind one cell.
     *
     * @param entry id of the entry
     * @param claim the claim of the report
     * @param field name of the cell
     * @param value the value of the cell, as a code
     * @param basis how it is known
     * @param evidence the words, if there are any
     */
    record Worded(String entry, Claim claim, String field, String value, String basis, Optional<Evidence> evidence) {}

    static Table<Worded> of(Exported book) {
        return Table.<Worded>of("cells", "One row for each cell stated in a report, with its words.")
                .text("entry", "Id of the entry.", Worded::entry)
                .text("report", "Key of the report.", cell -> cell.claim().report())
                .count(
                        "fact",
                        "Place of the sum in the report, from 0.",
                        cell -> cell.claim().index())
                .text("cell", "Name of the cell.", Worded::field)
                .text("value", "What the cell says, in codes.", Worded::value)
                .text("basis", "words, context, record or default.", Worded::basis)
                .maybe("quote", "The words.", cell -> cell.evidence().map(Evidence::quote))
                .maybeCount(
                        "start",
                        "First character of the words in the report's text, from 0.",
                        cell -> cell.evidence()
                                .map(words -> OptionalInt.of(words.span().start()))
                                .orElse(OptionalInt.empty()))
                .maybeCount(
                        "end",
                        "The character after the last.",
                        cell -> cell.evidence()
                                .map(words -> OptionalInt.of(words.span().end()))
                                .orElse(OptionalInt.empty()))
                .rows(() -> rows(book));
    }

    /** Returns the cells of all entries, in the order of entries and claims. */
    static Stream<Worded> rows(Exported book) {
        return book.entries()
                .flatMap(entry -> entry.claims().stream().flatMap(claim -> of(entry.id(), claim).stream()));
    }

    private static List<Worded> of(String entry, Claim claim) {
        List<Worded> cells = new ArrayList<>();
        var terms = claim.fact().terms();
        cells.add(new Worded(
                entry,
                claim,
                "amount",
                terms.amount().value().toPlainString() + " " + terms.amount().currency(),
                "words",
                Optional.of(claim.fact().evidence())));
        claim.fact().cells().byName().forEach((field, words) -> {
            for (int i = 0; i < words.size(); i++) {
                Cell cell = words.get(i);
                cells.add(new Worded(
                        entry,
                        claim,
                        field,
                        value(claim, field, i),
                        cell.basis().slug(),
                        cell.evidence()));
            }
        });
        return cells;
    }

    private static String value(Claim claim, String field, int place) {
        var terms = claim.fact().terms();
        return switch (field) {
            case "donor" -> at(terms.donors(), place);
            case "recipient" -> at(terms.recipients(), place);
            case "type" -> terms.type().slug();
            case "stage" -> terms.stage().slug();
            case "authority" -> terms.authority().orElse("");
            case "ordinal" ->
                claim.fact() instanceof dev.tranche.fact.Fact.Aid aid
                                && aid.ordinal().isPresent()
                        ? Integer.toString(aid.ordinal().getAsInt())
                        : "";
            case "announcer" ->
                claim.fact() instanceof dev.tranche.fact.Fact.Aid aid
                        ? aid.announcer().map(Announcer::shown).orElse("")
                        : "";
            case "date" ->
                claim.fact().date().isUnknown() ? "" : claim.fact().date().edtf();
            default -> "";
        };
    }

    private static String at(List<String> codes, int place) {
        return place < codes.size() ? codes.get(place) : "";
    }
}
