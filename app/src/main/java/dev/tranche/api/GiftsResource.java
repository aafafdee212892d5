package dev.tranche.api;

import dev.tranche.fact.AidType;
import dev.tranche.fact.Stage;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.print.TimelineJson;
import dev.tranche.view.BookView;
import dev.tranche.view.GiftIndex;
import dev.tranche.view.GiftIndex.Side;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code /gifts}: assistance for which reports state no sum, as people added it. */
final class GiftsResource {

    private static final int MOST_CODE = 20;
    private static final int MOST_OUTLET = 200;

    private final Supplier<Lexicon> lexicon;

    GiftsResource(Supplier<Lexicon> lexicon) {
        this.lexicon = lexicon;
    }

    /** Returns what a question asks for. */
    static GiftIndex.Asked asked(Query query) {
        Map<Side, String> values = new EnumMap<>(Side.class);
        query.code("donor", MOST_CODE).ifPresent(code -> values.put(Side.DONOR, code));
        query.code("recipient", MOST_CODE).ifPresent(code -> values.put(Side.RECIPIENT, code));
        query.constant("type", AidType.values()).ifPresent(type -> values.put(Side.TYPE, type.slug()));
        query.constant("stage", Stage.values()).ifPresent(stage -> values.put(Side.STAGE, stage.slug()));
        query.text("outlet", MOST_OUTLET).ifPresent(outlet -> values.put(Side.OUTLET, outlet));
        Optional<LocalDate> from = query.day("from");
        Optional<LocalDate> to = query.day("to");
        return new GiftIndex.Asked(values, from, to, query.words("q"));
    }

    /** Answers with a page of it, and with how often each value occurs among what is asked for. */
    Answer gifts(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        GiftIndex.Asked asked = asked(query);
        Window window = query.window();
        query.check();
        GiftIndex index = GiftIndex.of(view);
        List<GiftIndex.Line> found = index.find(asked);
        return Answer.json(json -> {
            Json.objects(json, "items", window.of(found), (out, line) -> {
                out.writeName("facts");
                ReportContent.facts(out, line.gift());
                out.writeName("evidence");
                TimelineJson.evidence(out, line.gift().evidence());
                Json.days(out, "date", line.days());
                out.writeStringProperty("title", line.report().title());
                Json.text(out, "outlet", line.report().outlet());
            });
            json.writeObjectPropertyStart("facets");
            index.counts(asked)
                    .forEach((side, counts) ->
                            Json.objects(json, side.slug(), List.copyOf(counts.entrySet()), (out, count) -> {
                                out.writeStringProperty("value", count.getKey());
                                out.writeStringProperty("label", label(side, count.getKey()));
                                out.writeNumberProperty("entries", count.getValue());
                            }));
            json.writeEndObject();
            window.write(json, found.size(), view.head());
        });
    }

    private String label(Side side, String value) {
        return side == Side.DONOR || side == Side.RECIPIENT ? lexicon.get().nameOf(value) : value;
    }
}
