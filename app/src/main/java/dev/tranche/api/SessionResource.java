package dev.tranche.api;

import dev.tranche.view.BookView;
import io.javalin.http.Context;

/** {@code /session}: who asks. */
final class SessionResource {

    private final ServerSettings settings;

    SessionResource(ServerSettings settings) {
        this.settings = settings;
    }

    /** Answers with who is signed in. */
    Answer session(Context ctx, BookView view) {
        Query.of(ctx).check();
        return Answer.json(json -> {
            json.writeStringProperty("mode", "solo");
            json.writeStringProperty("name", settings.author());
            json.writeStringProperty("role", "admin");
        });
    }
}
