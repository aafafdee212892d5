package dev.tranche.api;

import dev.tranche.account.Accounts;
import dev.tranche.account.Caller;
import dev.tranche.account.Door;
import dev.tranche.account.Passwords;
import dev.tranche.account.Role;
import dev.tranche.store.AccountTables.AccountRow;
import dev.tranche.store.AccountTables.LoginRow;
import dev.tranche.store.AccountTables.TokenRow;
import dev.tranche.view.BookView;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** {@code /accounts}, {@code /tokens} and {@code /logins}: who may do what, and who came. */
final class AccountsResource {

    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::slug).toList();

    private final Gate gate;
    private final Accounts accounts;
    private final Door door;

    AccountsResource(Gate gate, Accounts accounts, Door door) {
        this.gate = gate;
        this.accounts = accounts;
        this.door = door;
    }

    /** The first account is made on the machine itself: otherwise whoever comes first would own the book. */
    private void refuseSolo() {
        if (!gate.isTeam()) {
            throw ApiProblem.of(
                    409,
                    "solo",
                    "There are no accounts",
                    "The first account is made on the machine itself: 'tranche accounts add NAME --role admin'.");
        }
    }

    /** Answers with all accounts. */
    Answer accounts(Context ctx, BookView view) {
        Query.of(ctx).check();
        return Answer.json(json -> Json.objects(json, "items", accounts.all(), AccountsResource::account));
    }

    /** Adds an account. */
    Answer add(Context ctx, BookView view) {
        Query.of(ctx).check();
        refuseSolo();
        Body body = Body.of(ctx);
        Optional<String> name = body.needed("name", body.text("name", 1, 100));
        Optional<String> password = body.needed("password", body.text("password", 0, Passwords.LONGEST));
        Optional<Role> role = body.needed("role", body.word("role", ROLES).flatMap(Role::find));
        body.check();
        AccountRow row = accounts.add(name.orElseThrow(), role.orElseThrow(), password.orElseThrow());
        return Answer.created(json -> account(json, row));
    }

    /** Changes an account. */
    Answer change(Context ctx, BookView view) {
        Query.of(ctx).check();
        refuseSolo();
        Body body = Body.of(ctx);
        Accounts.Change change = new Accounts.Change(
                body.word("role", ROLES).flatMap(Role::find),
                body.text("password", 0, Passwords.LONGEST),
                body.text("current", 0, Passwords.LONGEST),
                body.truth("disabled"));
        body.check();
        AccountRow row = accounts.change(Gate.caller(ctx), ctx.pathParam("name"), change);
        return Answer.json(json -> account(json, row));
    }

    private static void account(JsonGenerator json, AccountRow row) {
        json.writeStringProperty("name", row.name());
        json.writeStringProperty("role", row.role());
        json.writeStringProperty("created", row.created().toString());
        json.writeBooleanProperty("disabled", row.disabled());
        Json.text(json, "last_login", row.lastLogin().map(Instant::toString));
    }

    /** Answers with the caller's tokens, to an admin with all. */
    Answer tokens(Context ctx, BookView view) {
        Query.of(ctx).check();
        Caller caller = Gate.caller(ctx);
        return Answer.json(json -> Json.objects(json, "items", door.tokens(caller), AccountsResource::token));
    }

    /** Makes a token and shows its secret. */
    Answer addToken(Context ctx, BookView view) {
        Query.of(ctx).check();
        refuseSolo();
        Body body = Body.of(ctx);
        Optional<String> label = body.needed("label", body.text("label", 1, 100));
        Optional<Role> role = body.needed("role", body.word("role", ROLES).flatMap(Role::find));
        Optional<LocalDate> expires = body.day("expires");
        body.check();
        Door.Made made = door.addToken(Gate.caller(ctx), label.orElseThrow(), role.orElseThrow(), expires);
        return Answer.created(json -> {
            token(json, made.row());
            json.writeStringProperty("secret", made.secret());
        });
    }

    /** Removes a token. */
    Answer removeToken(Context ctx, BookView view) {
        Query.of(ctx).check();
        refuseSolo();
        door.removeToken(Gate.caller(ctx), ctx.pathParam("id"));
        return Answer.nothing();
    }

    private static void token(JsonGenerator json, TokenRow row) {
        json.writeStringProperty("id", row.id());
        json.writeStringProperty("label", row.label());
        json.writeStringProperty("owner", row.owner());
        json.writeStringProperty("role", row.role());
        json.writeStringProperty("created", row.created().toString());
        Json.day(json, "expires", row.expires());
        Json.text(json, "last_use", row.lastUse().map(Instant::toString));
    }

    /** Answers with a page of logins. */
    Answer logins(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        Window window = query.window();
        query.check();
        List<LoginRow> page = door.logins(window.skipped(), window.limit());
        int total = door.countLogins();
        return Answer.json(json -> {
            Json.objects(json, "items", page, (out, row) -> {
                out.writeStringProperty("at", row.at().toString());
                out.writeStringProperty("name", row.name());
                out.writeStringProperty("address", row.address());
                out.writeStringProperty("outcome", row.outcome());
            });
            window.write(json, total, view.head());
        });
    }
}
