package dev.tranche.api;

import dev.tranche.account.AccountName;
import dev.tranche.account.Caller;
import dev.tranche.account.Client;
import dev.tranche.account.Door;
import dev.tranche.account.Role;
import dev.tranche.account.SignIn;
import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Determines who is asking and whether they may.
 *
 * <p>Without accounts (solo mode), anyone who can reach the server may do everything, under the name that the
 * server was started with; from the first account on, everyone must sign in.
 */
final class Gate {

    private static final String SECURE_COOKIE = "__Host-tranche";
    private static final String PLAIN_COOKIE = "tranche";
    private static final String DEVICE = "-device";
    private static final long DEVICE_SECONDS = 365L * 24 * 60 * 60;
    private static final String CALLER = "tranche.caller";

    /** The attribute of a request that holds the name of its sender, for the access log. */
    static final String NAME = "tranche.name";

    private static final long TOKEN_WAIT_SECONDS = 10;
    private static final long LOOK_NANOS = 1_000_000_000L;

    private final ServerSettings settings;
    private final Door door;
    private volatile boolean team;
    private volatile long looked;

    Gate(ServerSettings settings, Door door) {
        this.settings = settings;
        this.door = door;
        this.team = door.hasAccounts();
        this.looked = System.nanoTime();
    }

    /** Are there accounts? Another program may have created the first one a moment ago. */
    boolean isTeam() {
        if (!team && System.nanoTime() - looked > LOOK_NANOS) {
            looked = System.nanoTime();
            team = door.hasAccounts();
        }
        return team;
    }

    /** Refuses a request that its sender may not make. */
    void check(Context ctx, Optional<Role> needed) {
        if (needed.isEmpty()) {
            return;
        }
        Caller caller = find(ctx)
                .orElseThrow(() -> ApiProblem.of(
                        401,
                        "sign-in",
                        "Sign in first",
                        "This book has accounts: sign in with POST /api/v1/session, or send a token as"
                                + " 'Authorization: Bearer tranche_…'."));
        if (!caller.role().covers(needed.get())) {
            throw ApiProblem.of(
                    403,
                    "role",
                    "Not allowed for this role",
                    "This needs the role " + needed.get().slug() + "; yours is "
                            + caller.role().slug() + ".");
        }
        ctx.attribute(CALLER, caller);
        ctx.req().setAttribute(NAME, caller.name().value());
    }

    /** Returns who is asking, once it has been checked that they may. */
    static Caller caller(Context ctx) {
        Caller caller = ctx.attribute(CALLER);
        if (caller == null) {
            throw new IllegalStateException("nobody checked who asks for " + ctx.path());
        }
        return caller;
    }

    /** Returns who is asking, if they are known. */
    Optional<Caller> find(Context ctx) {
        if (!isTeam()) {
            refuseForwarded(ctx);
            return Optional.of(new Caller(new AccountName(settings.author()), Role.ADMIN, false));
        }
        Optional<String> secret = secret(ctx);
        if (secret.isPresent()) {
            return ofToken(secret.get(), ctx);
        }
        return session(ctx).flatMap(door::session);
    }

    /** Returns the id of the session that a request brings. */
    Optional<String> session(Context ctx) {
        return Optional.ofNullable(ctx.cookie(cookieName(ctx))).filter(id -> id.length() <= 100);
    }

    private Optional<Caller> ofToken(String secret, Context ctx) {
        Optional<Caller> caller = door.token(secret, client(ctx));
        if (caller.isEmpty() && !door.mayTry(address(ctx))) {
            throw ApiProblem.tooMany("There were too many wrong tokens from " + address(ctx) + ".", TOKEN_WAIT_SECONDS);
        }
        return caller;
    }

    /** Returns whether the person who opened a stream may still receive it; asking does not count as an attempt. */
    boolean mayStay(Context ctx) {
        if (!isTeam()) {
            return true;
        }
        Optional<String> secret = secret(ctx);
        return secret.isPresent()
                ? door.token(secret.get(), client(ctx)).isPresent()
                : session(ctx).flatMap(door::session).isPresent();
    }

    private static Optional<String> secret(Context ctx) {
        return Optional.ofNullable(ctx.header("Authorization"))
                .filter(given -> given.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(given -> given.substring(7).strip());
    }

    /** Refuses what a token must not do, whatever its role: a token that leaked could make itself permanent. */
    static void refuseToken(Context ctx, String what) {
        if (caller(ctx).isToken()) {
            throw ApiProblem.of(
                    403, "token", "Not with a token", what + " is only for people who are signed in, not for tokens.");
        }
    }

    /** A proxy was put in front of a server that requires no sign-in: anyone in the world could decide. */
    private static void refuseForwarded(Context ctx) {
        for (String header : List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto")) {
            if (ctx.header(header) != null) {
                throw ApiProblem.of(
                        403,
                        "proxy",
                        "No accounts behind a proxy",
                        "This request came through a proxy, and the book has no accounts. 'tranche accounts add NAME"
                                + " --role admin' creates the first one.");
            }
        }
    }

    /** Returns what is recorded about the sender. */
    Client client(Context ctx) {
        return new Client(
                address(ctx),
                Optional.ofNullable(ctx.userAgent()).orElse(""),
                Optional.ofNullable(ctx.cookie(cookieName(ctx) + DEVICE)).orElse(""));
    }

    /** Returns the address of the sender: behind a proxy on this machine the one that the proxy saw. */
    String address(Context ctx) {
        return Sender.address(ctx.req().getRemoteAddr(), headers(ctx, "X-Forwarded-For"), settings.behindProxy());
    }

    private static List<String> headers(Context ctx, String name) {
        return Collections.list(ctx.req().getHeaders(name));
    }

    private boolean isFromProxy(Context ctx) {
        return settings.behindProxy() && Sender.isLoopback(ctx.req().getRemoteAddr());
    }

    /** Did the request come to the proxy over HTTPS? */
    boolean isHttps(Context ctx) {
        return isFromProxy(ctx)
                && protocol(ctx).filter("https"::equalsIgnoreCase).isPresent();
    }

    private static Optional<String> protocol(Context ctx) {
        return Sender.last(headers(ctx, "X-Forwarded-Proto"));
    }

    /** A password or session that travelled without HTTPS may have been overheard on the way. */
    void refusePlain(Context ctx) {
        if (isFromProxy(ctx) && protocol(ctx).filter("http"::equalsIgnoreCase).isPresent()) {
            throw ApiProblem.of(
                    403,
                    "plain-http",
                    "Not without HTTPS",
                    "Sign in over HTTPS; this request reached the proxy without it.");
        }
    }

    private String cookieName(Context ctx) {
        return isHttps(ctx) ? SECURE_COOKIE : PLAIN_COOKIE;
    }

    /** Gives the sender the cookie of a session. */
    void give(Context ctx, SignIn.Accepted accepted) {
        ctx.res()
                .addHeader(
                        "Set-Cookie",
                        cookie(ctx, accepted.session(), accepted.longest().toSeconds()));
        ctx.res()
                .addHeader(
                        "Set-Cookie",
                        cookieName(ctx) + DEVICE + "=" + accepted.device() + "; Path=/; Max-Age=" + DEVICE_SECONDS
                                + "; HttpOnly; SameSite=Strict" + (isHttps(ctx) ? "; Secure" : ""));
    }

    /** Removes the cookie. */
    void take(Context ctx) {
        ctx.res().addHeader("Set-Cookie", cookie(ctx, "", 0));
    }

    private String cookie(Context ctx, String value, long seconds) {
        return cookieName(ctx) + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Lax"
                + (isHttps(ctx) ? "; Secure" : "");
    }
}
