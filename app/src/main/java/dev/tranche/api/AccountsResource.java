package dev.tranche.api;

import dev.tranche.account.Account;
import dev.tranche.account.AccountName;
import dev.tranche.account.Caller;
import dev.tranche.account.Change;
import dev.tranche.account.Changed;
import dev.tranche.account.Door;
import dev.tranche.account.LoginPage;
import dev.tranche.account.Role;
import dev.tranche.account.SignIn;
import dev.tranche.account.Token;
import dev.tranche.account.TokenAdded;
import dev.tranche.view.BookView;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** {@code /accounts}, {@code /tokens} and {@code /logins}: who may do what, and who signed in. */
final class AccountsResource {

    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::slug).toList();

    private final Gate gate;
    private final Door door;

    AccountsResource(Gate gate, Door door) {
        this.gate = gate;
        this.door = door;
    }

    /** The first account is created on the machine itself: otherwise the first to come would own the book. */
    private void refuseSolo() {
        if (!gate.isTeam()) {
            throw ApiProblem.of(
                    409,
                    "solo",
                    "There are no accounts",
                    "The first account is created on the machine itself: 'tranche accounts add NAME --role admin'.");
        }
    }

    /** Answers with all accounts. */
    Answer accounts(Context ctx, BookView view) {
        Query.of(ctx).check();
        return Answer.json(json -> Json.objects(json, "items", door.accounts(), AccountsResource::account));
    }

    /** Adds an account. */
    Answer add(Context ctx, BookView view) {
        Query.of(ctx).check();
        refuseSolo();
        Gate.refuseToken(ctx, "Adding accounts");
        Body body = Body.of(ctx);
        Optional<String> name = body.needed("name", body.text("name", 1, 100));
        Optional<String> password = body.needed("password", body.text("password", 0, Door.LONGEST_PASSWORD));
        Optional<Role> role = body.needed("role", body.word("role", ROLES).flatMap(Role::find));
        body.check();
        AccountName checked = AccountName.find(name.orElseThrow())
                .orElseThrow(() -> ApiProblem.wrong("name", AccountName.RULE + "."));
        Account added = done(door.add(checked, password.orElseThrow(), role.orElseThrow()));
        return Answer.created(json -> account(json, added));
    }

    /** Changes an account. */
    Answer change(Context ctx, BookView view) {
        Query.of(ctx).check();
        refuseSolo();
        Gate.refuseToken(ctx, "Changing accounts");
        Body body = Body.of(ctx);
        Optional<Role> role = body.word("role", ROLES).flatMap(Role::find);
        Optional<String> password = body.text("password", 0, Door.LONGEST_PASSWORD);
        Optional<String> current = body.text("current", 0, Door.LONGEST_PASSWORD);
        Optional<Boolean> disabled = body.truth("disabled");
        body.check();
        Caller caller = Gate.caller(ctx);
        String name = ctx.pathParam("name");
        boolean isOwn = caller.name().value().equals(name);
        boolean isMore = role.isPresent() || disabled.isPresent();
        if (caller.role() != Role.ADMIN && (!isOwn || isMore)) {
            throw ApiProblem.of(
                    403,
                    "role",
                    "Not allowed for this role",
                    "Accounts are changed by admins; others change the password of their own account.");
        }
        AccountName checked = AccountName.find(name)
                .orElseThrow(() -> ApiProblem.unknown("unknown-account", "There is no account of this name."));
        boolean isOwnPassword = isOwn && password.isPresent();
        if (isOwnPassword) {
            changeOwnPassword(ctx, caller, current.orElse(""), password.get());
        }
        Optional<String> rest = isOwnPassword ? Optional.empty() : password;
        Account changed = done(door.change(checked, new Change(role, rest, disabled)));
        return Answer.json(json -> account(json, changed));
    }

    /** All sessions end with the old password; the person who changes it gets another at once. */
    private void changeOwnPassword(Context ctx, Caller caller, String current, String password) {
        done(door.changeOwnPassword(caller.name(), current, password, gate.client(ctx)));
        if (door.signIn(caller.name().value(), password, gate.client(ctx)) instanceof SignIn.Accepted accepted) {
            gate.give(ctx, accepted);
        }
    }

    private static Account done(Changed changed) {
        return switch (changed) {
            case Changed.Done(Account account) -> account;
            case Changed.Refused refused -> throw Replies.of(refused);
        };
    }

    private static void account(JsonGenerator json, Account row) {
        json.writeStringProperty("name", row.name().value());
        json.writeStringProperty("role", row.role().slug());
        json.writeStringProperty("created", row.created().toString());
        json.writeBooleanProperty("disabled", row.disabled());
        Json.text(json, "last_login", row.lastLogin().map(Instant::toString));
    }

    /** Answers with the caller's tokens, to an admin with all. */
    Answer tokens(Context ctx, BookView view) {
        Query.of(ctx).check();
        List<Token> tokens = visible(Gate.caller(ctx));
        return Answer.json(json -> Json.objects(json, "items", tokens, AccountsResource::token));
    }

    private List<Token> visible(Caller caller) {
        return caller.role() == Role.ADMIN ? door.tokens() : door.tokens(caller.name());
    }

    /** Creates a token and shows its secret. */
    Answer addToken(Context ctx, BookView view) {
        Query.of(ctx).check();
        refuseSolo();
        Body body = Body.of(ctx);
        Optional<String> label = body.needed("label", body.text("label", 1, 100));
        Optional<Role> role = body.needed("role", body.word("role", ROLES).flatMap(Role::find));
        Optional<LocalDate> expires = body.day("expires");
        body.check();
        TokenAdded added = door.addToken(Gate.caller(ctx), label.orElseThrow(), role.orElseThrow(), expires);
        return switch (added) {
            case TokenAdded.Refused refused -> throw Replies.of(refused);
            case TokenAdded.Done(Token token, String secret) ->
                Answer.created(json -> {
                    token(json, token);
                    json.writeStringProperty("secret", secret);
                });
        };
    }

    /** Removes a token of the caller, for an admin any. */
    Answer removeToken(Context ctx, BookView view) {
        Query.of(ctx).check();
        refuseSolo();
        Gate.refuseToken(ctx, "Removing tokens");
        String id = ctx.pathParam("id");
        boolean isVisible =
                visible(Gate.caller(ctx)).stream().anyMatch(token -> token.id().equals(id));
        if (!isVisible || !door.removeToken(id)) {
            throw ApiProblem.unknown("unknown-token", "You have no token of this id; /api/v1/tokens lists yours.");
        }
        return Answer.nothing();
    }

    private static void token(JsonGenerator json, Token row) {
        json.writeStringProperty("id", row.id());
        json.writeStringProperty("label", row.label());
        json.writeStringProperty("owner", row.owner().value());
        json.writeStringProperty("role", row.role().slug());
        json.writeStringProperty("created", row.created().toString());
        Json.day(json, "expires", row.expires());
        Json.text(json, "last_use", row.lastUse().map(Instant::toString));
    }

    /** Answers with a page of logins. */
    Answer logins(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        Window window = query.window();
        query.check();
        LoginPage page = door.logins(window.skipped(), window.limit());
        return Answer.json(json -> {
            Json.objects(json, "items", page.items(), (out, row) -> {
                out.writeStringProperty("at", row.at().toString());
                out.writeStringProperty("name", row.name());
                out.writeStringProperty("address", row.address());
                out.writeStringProperty("outcome", row.outcome().slug());
            });
            window.write(json, page.total(), view.head());
        });
    }
}
