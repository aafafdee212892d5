package dev.tranche.api;

import dev.tranche.fact.Stage;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.print.SumsPrinter;
import dev.tranche.view.BookView;
import dev.tranche.view.Pivot;
import io.javalin.http.Context;
import java.util.function.Supplier;
import tools.jackson.core.JsonGenerator;

/** {@code /sums}: the sums of booked entries by some of their sides, each stage separate. */
final class SumsResource {

    private final Supplier<Lexicon> lexicon;

    SumsResource(Supplier<Lexicon> lexicon) {
        this.lexicon = lexicon;
    }

    /** Answers with the rows and the whole, or with a table. */
    Answer sums(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        SumsQuestion question = SumsQuestion.of(query, lexicon);
        query.check();
        Pivot pivot = question.answer(view);
        if (Accepts.csv(ctx)) {
            return Answer.text("text/csv", SumsPrinter.csv(pivot));
        }
        return Answer.json(json -> {
            Json.texts(json, "by", pivot.by().stream().map(Pivot.Side::slug).toList());
            Json.text(json, "into", pivot.currency());
            Json.objects(json, "rows", pivot.rows(), SumsResource::row);
            Json.objects(json, "whole", pivot.whole(), SumsResource::row);
            Json.texts(json, "rates", pivot.rates());
            json.writeNumberProperty("not_converted", pivot.leftOut());
            json.writeNumberProperty("head", view.head());
        });
    }

    static void row(JsonGenerator json, Pivot.Row row) {
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
