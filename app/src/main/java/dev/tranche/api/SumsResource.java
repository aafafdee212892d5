package dev.tranche.api;

import dev.tranche.fact.Stage;
import dev.tranche.ledger.Commitment;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.print.SumsPrinter;
import dev.tranche.view.BookView;
import dev.tranche.view.LedgerQuery;
import dev.tranche.view.LedgerSort;
import dev.tranche.view.Pivot;
import dev.tranche.view.Selection;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** {@code /sums}: the sums of booked entries by some of their sides, each stage apart. */
final class SumsResource {

    private static final int MOST_BY = 100;

    private final Lexicon lexicon;

    SumsResource(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Answers with the rows and the whole, or with a table. */
    Answer sums(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        LedgerQuery asked = LedgerResource.asked(query);
        List<Pivot.Side> by = sides(query);
        Optional<String> into = query.code("into", 3);
        if (into.filter(code -> !lexicon.isCurrency(code)).isPresent()) {
            query.refuse("into", "is not a known currency code; write one such as USD.");
        }
        query.check();
        Selection selection = view.index().select(asked);
        List<Commitment> entries = view.index().page(selection, LedgerSort.DATE, false, 0, selection.total());
        Pivot pivot = Pivot.of(entries, by, into);
        if (Accepts.csv(ctx)) {
            return Answer.text("text/csv", SumsPrinter.csv(pivot));
        }
        return Answer.json(json -> {
            Json.texts(json, "by", by.stream().map(Pivot.Side::slug).toList());
            Json.text(json, "into", into);
            Json.objects(json, "rows", pivot.rows(), SumsResource::row);
            Json.objects(json, "whole", pivot.whole(), SumsResource::row);
            Json.texts(json, "rates", pivot.rates());
            json.writeNumberProperty("not_converted", pivot.leftOut());
            json.writeNumberProperty("head", view.head());
        });
    }

    private static List<Pivot.Side> sides(Query query) {
        List<String> words =
                Arrays.stream(Pivot.Side.values()).map(Pivot.Side::slug).toList();
        List<Pivot.Side> by = new ArrayList<>();
        for (String word : query.text("by", MOST_BY).orElse("").split(",")) {
            int at = words.indexOf(word.strip());
            if (at >= 0 && !by.contains(Pivot.Side.values()[at])) {
                by.add(Pivot.Side.values()[at]);
            } else if (!word.isBlank()) {
                query.refuse(
                        "by", "holds '" + word.strip() + "', which must be one of " + String.join(", ", words) + ".");
            }
        }
        return by;
    }

    private static void row(JsonGenerator json, Pivot.Row row) {
        Json.texts(json, "keys", row.keys());
        json.writeStringProperty("currency", row.currency());
        json.writeObjectPropertyStart("sums");
        for (Stage stage : Stage.values()) {
            if (row.stages().containsKey(stage.slug())) {
                json.writeNumberProperty(stage.slug(), row.of(stage.slug()));
            }
        }
        json.writeEndObject();
        json.writeNumberProperty("entries", row.entries().size());
    }
}
