package dev.tranche.api;

import dev.tranche.ledger.SourceClass;
import dev.tranche.view.BookView;
import dev.tranche.view.TotalPoint;
import dev.tranche.view.TotalSeries;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** {@code /totals}: stated running totals beside the ledger's own sum. */
final class TotalsResource {

    /** The fewest totals of one series that make a chart. */
    private static final int LEAST_POINTS = 3;

    private TotalsResource() {}

    /** Answers with the series asked for, else with the longest. */
    static Answer totals(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        Optional<String> donor = query.code("donor", 20);
        Optional<String> recipient = query.code("recipient", 20);
        Optional<String> currency = query.code("currency", 3);
        Optional<String> since = query.text("since", 10);
        Optional<String> source = query.word("source", List.of("record", "reports"));
        query.check();
        List<TotalSeries> choices = view.totals().choices();
        // If no source is asked for, the book's own totals come first, provided that some of them follow one another.
        boolean isOwn =
                choices.stream().anyMatch(one -> one.source() != SourceClass.RECORD && one.points() >= LEAST_POINTS);
        boolean isRecorded = choices.stream().anyMatch(one -> one.source() == SourceClass.RECORD);
        SourceClass wanted = source.map(word -> word.equals("record") ? SourceClass.RECORD : SourceClass.REPORT)
                .orElse(isOwn || !isRecorded ? SourceClass.REPORT : SourceClass.RECORD);
        Optional<TotalSeries> chosen = choices.stream()
                .filter(one -> one.source() == wanted
                        && donor.filter(code -> !code.equals(one.donor())).isEmpty()
                        && recipient
                                .filter(code -> !code.equals(one.recipient()))
                                .isEmpty()
                        && currency.filter(code -> !code.equals(one.currency())).isEmpty()
                        && (since.isEmpty() || since.equals(one.since())))
                .findFirst();
        return Answer.json(json -> {
            Json.objects(json, "choices", choices, TotalsResource::series);
            Json.object(json, "chosen", chosen, TotalsResource::series);
            Json.objects(json, "line", chosen.map(view.totals()::line).orElse(List.of()), (out, step) -> {
                out.writeStringProperty("date", step.date().toString());
                out.writeNumberProperty("sum", step.sum());
                out.writeNumberProperty("amount", step.amount());
                out.writeStringProperty("entry", step.entry());
            });
            Json.objects(
                    json,
                    "points",
                    chosen.map(view.totals()::points).orElse(List.of()),
                    (out, point) -> point(out, point, view));
            json.writeNumberProperty("head", view.head());
        });
    }

    private static void series(JsonGenerator json, TotalSeries one) {
        json.writeStringProperty("donor", one.donor());
        json.writeStringProperty("recipient", one.recipient());
        json.writeStringProperty("currency", one.currency());
        Json.text(json, "since", one.since());
        json.writeStringProperty("source", one.source() == SourceClass.RECORD ? "record" : "reports");
        json.writeNumberProperty("points", one.points());
    }

    private static void point(JsonGenerator json, TotalPoint point, BookView view) {
        json.writeStringProperty("date", point.date().toString());
        json.writeNumberProperty("stated", point.stated());
        json.writeStringProperty("bound", point.bound().slug());
        json.writeNumberProperty("own", point.own());
        json.writeNumberProperty("difference", point.difference());
        Json.object(json, "equation", point.equation(), (out, one) -> ReportNames.equation(out, one, view));
        Json.texts(json, "reports", point.reports());
        ReportNames.named(json, point.reports().stream(), view);
        Json.text(json, "quote", point.quote());
    }
}
