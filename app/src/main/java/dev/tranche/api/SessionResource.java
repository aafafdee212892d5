package dev.tranche.api;

import dev.tranche.account.Caller;
import dev.tranche.account.Door;
import dev.tranche.account.SignIn;
import dev.tranche.view.BookView;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** {@code /session}: who is asking; signing in and out. */
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
        Json.text(json, "name", caller.map(one -> one.name().value()));
        Json.text(json, "role", caller.map(one -> one.role().slug()));
    }

    /** Signs someone in. */
    Answer signIn(Context ctx, BookView view) {
        Query.of(ctx).check();
        if (!gate.isTeam()) {
            throw ApiProblem.of(
                    409,
                    "solo",
                    "There are no accounts",
                    "This book has no accounts, so that nobody needs to sign in. 'tranche accounts add NAME --role"
                            + " admin' creates the first one.");
        }
        gate.refusePlain(ctx);
        Body body = Body.of(ctx);
        Optional<String> name = body.needed("name", body.text("name", 1, 100));
        Optional<String> password = body.needed("password", body.text("password", 0, Door.LONGEST_PASSWORD));
        body.check();
        return switch (door.signIn(name.orElseThrow(), password.orElseThrow(), gate.client(ctx))) {
            case SignIn.Accepted accepted -> {
                gate.give(ctx, accepted);
                yield Answer.json(json -> write(json, Optional.of(accepted.caller())));
            }
            case SignIn.Refused() ->
                throw ApiProblem.of(401, "wrong-login", "Not signed in", "The name or the password is wrong.");
            case SignIn.TooMany(Duration wait) ->
                throw ApiProblem.tooMany(
                        "There were too many attempts to sign in; try again in " + seconds(wait) + " seconds.",
                        seconds(wait));
            case SignIn.Busy() ->
                throw ApiProblem.of(
                        503,
                        "busy",
                        "Too much at once",
                        "Many people are signing in at the moment; try again in a few seconds.");
        };
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    /** Ends the session, if there is one; the cookie is removed even if the book cannot be written. */
    Answer signOut(Context ctx, BookView view) {
        Query.of(ctx).check();
        if (gate.isTeam()) {
            gate.take(ctx);
            gate.session(ctx).ifPresent(id -> door.signOut(id, gate.client(ctx)));
        }
        return Answer.nothing();
    }
}
