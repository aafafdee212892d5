package dev.tranche.api;

import dev.tranche.view.BookView;
import io.javalin.http.Context;
import java.util.List;

/** {@code /decisions}: what people decided. */
final class DecisionsResource {

    private DecisionsResource() {}

    /** Answers with a page of decisions, the latest first. */
    static Answer decisions(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        query.text("author", 200);
        query.text("entry", 1100);
        query.text("doc", 1100);
        Window window = query.window();
        query.check();
        return Answer.json(json -> {
            Json.texts(json, "items", List.of());
            window.write(json, 0, view.head());
        });
    }
}
