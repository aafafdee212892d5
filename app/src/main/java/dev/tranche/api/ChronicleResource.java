package dev.tranche.api;

import dev.tranche.print.TimelineJson;
import dev.tranche.view.BookView;
import dev.tranche.view.Chronicle;
import dev.tranche.view.Lane;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;

/**
 * {@code /timeline/lanes}: encounters, commitments and statements counted over time, with the most reported of each.
 */
final class ChronicleResource {

    private static final int MOST_CODE = 20;
    private static final int USUAL = 200;

    private final Choices choices;

    ChronicleResource(Choices choices) {
        this.choices = choices;
    }

    /** Answers with the lanes. */
    Answer lanes(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        List<String> steps =
                Arrays.stream(Lane.Step.values()).map(Lane.Step::slug).toList();
        Optional<Lane.Step> step = query.word("by", steps).map(word -> Lane.Step.values()[steps.indexOf(word)]);
        Chronicle.Question asked = new Chronicle.Question(
                query.words("who"),
                Set.copyOf(query.code("country", MOST_CODE).stream().toList()),
                query.word("kind", Chronicle.kinds()),
                query.words("q"),
                query.day("from"),
                query.day("to"),
                step,
                query.limit(Query.MOST, USUAL));
        if (asked.from().isPresent()
                && asked.to().isPresent()
                && asked.to().get().isBefore(asked.from().get())) {
            query.refuse("to", "is earlier than from.");
        }
        query.check();
        Chronicle chronicle = Chronicle.of(view, asked);
        return Answer.json(json -> {
            json.writeStringProperty("by", chronicle.step().slug());
            Json.day(json, "from", chronicle.from());
            Json.day(json, "to", chronicle.to());
            lane(json, "encounters", chronicle.encounters(), TimelineJson::members);
            lane(json, "commitments", chronicle.commitments(), (out, entry) -> Entries.write(out, entry, view));
            lane(json, "statements", chronicle.statements(), StoryResource::statement);
            choices.ofTimeline(json, view);
            json.writeNumberProperty("head", view.head());
        });
    }

    private static <T> void lane(JsonGenerator json, String name, Lane<T> lane, BiConsumer<JsonGenerator, T> members) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("total", lane.total());
        json.writeNumberProperty("vague", lane.vague());
        Json.objects(json, "counts", lane.counts(), (out, count) -> {
            out.writeStringProperty("from", count.from().toString());
            out.writeStringProperty("to", count.to().toString());
            out.writeNumberProperty("count", count.count());
        });
        Json.objects(json, "items", lane.most(), members);
        json.writeEndObject();
    }
}
