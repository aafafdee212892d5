package dev.tranche.api;

import dev.tranche.account.Caller;
import dev.tranche.account.Door;
import dev.tranche.account.Passwords;
import dev.tranche.view.BookView;
import io.javalin.http.Context;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** {@code /session}: who asks; signing in and out. */
final class SessionResource {

    private final Gate gate;
    private final Door door;

    SessionResource(Gate gate, Door door) {
        this.gate = gate;
        this.door = door;
    }

    /** Answers with who is signed in. */
    Answer session(Context ctx, BookView view) {
        Query.of(ctx).check();
        Optional<Caller> caller = gate.find(ctx);
        return Answer.json(json -> write(json, caller));
    }

    private void write(JsonGenerator json, Optional<Caller> caller) {
        json.writeStringProperty("mode", gate.isTeam() ? "team" : "solo");
        Json.text(json, "name", caller.map(Caller::name));
        Json.text(json, "role", caller.map(one -> one.role().slug()));
    }

    /** Signs somebody in. */
    Answer signIn(Context ctx, BookView view) {
        Query.of(ctx).check();
        if (!gate.isTeam()) {
            throw ApiProblem.of(
                    409,
                    "solo",
                    "There are no accounts",
                    "This book has no accounts, so that nobody needs to sign in. 'tranche accounts add NAME --role"
                            + " admin' makes the first one.");
        }
        Body body = Body.of(ctx);
        Optional<String> name = body.needed("name", body.text("name", 1, 100));
        Optional<String> password = body.needed("password", body.text("password", 0, Passwords.LONGEST));
        body.check();
        Door.Begun begun = door.signIn(name.orElseThrow(), password.orElseThrow(), gate.address(ctx));
        gate.give(ctx, begun.secret());
        return Answer.json(json -> write(json, Optional.of(begun.caller())));
    }

    /** Ends the session, if there is one. */
    Answer signOut(Context ctx, BookView view) {
        Query.of(ctx).check();
        if (gate.isTeam()) {
            gate.find(ctx).ifPresent(caller -> door.signOut(caller, gate.address(ctx)));
            gate.take(ctx);
        }
        return Answer.nothing();
    }
}
