package dev.tranche.api;

import dev.tranche.account.Door;
import dev.tranche.account.Visits;
import dev.tranche.view.BookView;
import io.javalin.http.Context;
import java.util.Optional;

/** {@code /visit}: what the caller's account had seen of the book when its previous visit ended. */
final class VisitResource {

    private final Gate gate;
    private final Door door;

    VisitResource(Gate gate, Door door) {
        this.gate = gate;
        this.door = door;
    }

    /** Records that the caller is looking at the book, and answers with the end of the previous visit. */
    Answer look(Context ctx, BookView view) {
        Query.of(ctx).check();
        if (!gate.isTeam()) {
            throw ApiProblem.of(
                    409,
                    "solo",
                    "There are no accounts",
                    "This book has no accounts; each browser keeps its own visits.");
        }
        Body body = Body.of(ctx);
        Optional<Integer> head = body.needed("head", body.count("head", 0));
        boolean seen = body.truth("seen").orElse(false);
        body.check();
        // What is not in the book yet cannot have been seen.
        long shown = Math.min(head.orElse(0), view.head());
        Visits visits = door.look(Gate.caller(ctx).name(), shown, seen);
        return Answer.json(json -> {
            json.writeName("before");
            if (visits.before().isEmpty()) {
                json.writeNull();
                return;
            }
            Visits.Look before = visits.before().get();
            json.writeStartObject();
            json.writeNumberProperty("head", before.head());
            json.writeStringProperty("at", before.at().toString());
            json.writeEndObject();
        });
    }
}
