package dev.tranche.api;

import dev.tranche.ledger.Commitment;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.Bound;
import dev.tranche.mention.StatedAmount;
import dev.tranche.print.Columns;
import dev.tranche.print.Phrases;
import dev.tranche.view.BookView;
import dev.tranche.view.Converted;
import dev.tranche.view.Pivot;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import tools.jackson.core.JsonGenerator;

/** {@code sum}: the sums of booked entries by some of their sides, and one sentence on what is counted. */
final class SumTool implements McpTool {

    private static final int MOST = 100;
    private static final int USUAL = 25;
    private static final int MOST_IDS = 20;

    private final Lexicon lexicon;

    SumTool(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public String name() {
        return "sum";
    }

    @Override
    public Set<String> parties() {
        return Set.of("donor", "recipient");
    }

    @Override
    public Answer call(Query query, BookView view) {
        SumsQuestion question = SumsQuestion.of(query, () -> lexicon);
        Window window = query.window(MOST, USUAL);
        query.check();
        Pivot pivot = question.answer(view);
        List<Pivot.Row> rows = window.of(pivot.rows());
        String counted = counted(pivot);
        StringBuilder text = new StringBuilder();
        text.append(Lists.heading(pivot.rows().size(), rows.size(), window, "row", "rows"));
        rows.forEach(row -> text.append(line(pivot, row, view)));
        if (!pivot.by().isEmpty()) {
            pivot.whole().forEach(row -> text.append(line(pivot, row, view)));
        }
        text.append(counted).append('\n');
        pivot.rates().forEach(rate -> text.append(Columns.oneLine(rate)).append('\n'));
        return Answer.of(
                json -> {
                    Json.texts(
                            json,
                            "by",
                            pivot.by().stream().map(Pivot.Side::slug).toList());
                    Json.text(json, "into", pivot.currency());
                    Json.objects(json, "rows", rows, (out, row) -> row(out, row, view));
                    Json.objects(json, "whole", pivot.whole(), (out, row) -> row(out, row, view));
                    json.writeStringProperty("counted", counted);
                    Json.texts(json, "rates", pivot.rates());
                    json.writeNumberProperty("not_converted", pivot.leftOut());
                    window.write(json, pivot.rows().size(), view.head());
                },
                text.append(Lists.next(window, pivot.rows().size(), view)).toString());
    }

    private static String counted(Pivot pivot) {
        int entries =
                pivot.whole().stream().mapToInt(row -> row.entries().size()).sum();
        String converted = pivot.currency()
                .map(code -> " Other currencies are converted to " + code + " at the yearly rate; " + pivot.leftOut()
                        + " booked entries without a rate or a year are left out.")
                .orElse(" Currencies are never added together.");
        return "Counted " + (entries == 1 ? "is 1 booked entry" : "are " + entries + " booked entries")
                + ": parts instead of their packages, without doubtful and refused entries, each stage (requested,"
                + " planned, announced, appropriated, delivered, blocked) in a sum of its own." + converted;
    }

    private static void row(JsonGenerator json, Pivot.Row row, BookView view) {
        SumsResource.row(json, row);
        Json.texts(json, "ids", row.entries().stream().limit(MOST_IDS).toList());
        Json.object(json, "largest", largest(row, view), (out, entry) -> {
            out.writeStringProperty("id", entry.id());
            out.writeNumberProperty("amount", entry.amount().value());
            out.writeStringProperty("currency", entry.amount().currency());
            Citation.write(out, "citations", Citation.of(view, entry, 1));
        });
    }

    /** The entry of the greatest sum in the currency of the row, to be cited for it. */
    private static Optional<Commitment> largest(Pivot.Row row, BookView view) {
        return row.entries().stream()
                .flatMap(id -> view.index().find(id).stream())
                .max(Comparator.comparing((Commitment entry) -> worth(entry, row.currency()))
                        .thenComparing(Commitment::id));
    }

    /** Entries that cannot be converted are in no row. */
    private static BigDecimal worth(Commitment entry, String currency) {
        return Converted.of(entry, currency).map(Converted::amount).orElse(BigDecimal.ZERO);
    }

    private String line(Pivot pivot, Pivot.Row row, BookView view) {
        StringJoiner keys = new StringJoiner(", ");
        for (int i = 0; i < row.keys().size(); i++) {
            boolean party = pivot.by().get(i) == Pivot.Side.DONOR || pivot.by().get(i) == Pivot.Side.RECIPIENT;
            keys.add(pivot.by().get(i).slug() + " "
                    + (party ? names(row.keys().get(i)) : row.keys().get(i)));
        }
        StringJoiner sums = new StringJoiner(", ");
        row.stages()
                .forEach((stage, sum) ->
                        sums.add(stage + " " + Phrases.amount(StatedAmount.of(sum, row.currency(), Bound.EXACTLY))));
        String head = row.keys().isEmpty() ? "All in " + row.currency() : keys.toString();
        String cited = largest(row, view)
                .map(entry -> "  largest: " + view.shortName(entry.id()) + ", "
                        + Citation.of(view, entry, 1).stream()
                                .findFirst()
                                .map(Citation::line)
                                .orElse("of the official record")
                        + "\n")
                .orElse("");
        return Columns.oneLine(head + ": " + sums + " (" + row.entries().size()
                        + (row.entries().size() == 1 ? " entry)" : " entries)"))
                + "\n" + cited;
    }

    private String names(String key) {
        return String.join(
                " and ",
                List.of(key.split("\\+", -1)).stream().map(lexicon::nameOf).toList());
    }
}
