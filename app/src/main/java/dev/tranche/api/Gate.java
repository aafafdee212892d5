package dev.tranche.api;

import dev.tranche.account.Accounts;
import dev.tranche.account.Caller;
import dev.tranche.account.Door;
import dev.tranche.account.Role;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Tells who asks and whether they may.
 *
 * <p>Without accounts (solo) whoever reaches the server may do everything, under the name that the server was started
 * with; with the first account everybody must sign in, at once and for ever.
 */
final class Gate {

    private static final String SECURE_COOKIE = "__Host-tranche";
    private static final String PLAIN_COOKIE = "tranche";
    private static final String CALLER = "tranche.caller";
    private static final long LOOK_NANOS = 1_000_000_000L;

    private final ServerSettings settings;
    private final Accounts accounts;
    private final Door door;
    private volatile boolean team;
    private volatile long looked;

    Gate(ServerSettings settings, Accounts accounts, Door door) {
        this.settings = settings;
        this.accounts = accounts;
        this.door = door;
        this.team = accounts.exist();
        this.looked = System.nanoTime();
    }

    /** Are there accounts? Another program may have made the first one a moment ago. */
    boolean isTeam() {
        if (!team && System.nanoTime() - looked > LOOK_NANOS) {
            looked = System.nanoTime();
            team = accounts.exist();
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
                    "Not with this role",
                    "This needs the role " + needed.get().slug() + "; yours is "
                            + caller.role().slug() + ".");
        }
        ctx.attribute(CALLER, caller);
    }

    /** Returns who asks, once it was checked that they may. */
    static Caller caller(Context ctx) {
        Caller caller = ctx.attribute(CALLER);
        if (caller == null) {
            throw new IllegalStateException("nobody checked who asks for " + ctx.path());
        }
        return caller;
    }

    /** Returns who asks, if they are known. */
    Optional<Caller> find(Context ctx) {
        if (!isTeam()) {
            refuseForwarded(ctx);
            return Optional.of(new Caller(settings.author(), Role.ADMIN, Optional.empty()));
        }
        String given = Optional.ofNullable(ctx.header("Authorization")).orElse("");
        if (given.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return ofToken(given.substring(7).strip(), ctx);
        }
        return Optional.ofNullable(ctx.cookie(cookieName(ctx)))
                .filter(secret -> secret.length() <= 100)
                .flatMap(door::session);
    }

    private Optional<Caller> ofToken(String secret, Context ctx) {
        boolean formed = secret.startsWith(Door.TOKEN_PREFIX) && secret.length() <= 100;
        Optional<Caller> caller = formed ? door.token(secret, address(ctx)) : Optional.empty();
        if (caller.isEmpty() && !door.mayTry(address(ctx))) {
            throw tooMany("too many wrong tokens came from " + address(ctx));
        }
        return caller;
    }

    static ApiProblem tooMany(String why) {
        return ApiProblem.of(429, "too-many", "Too many tries", why + ".");
    }

    /** Somebody put a proxy before a server that asks nobody to sign in: all the world could decide. */
    private static void refuseForwarded(Context ctx) {
        for (String header : List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto")) {
            if (ctx.header(header) != null) {
                throw ApiProblem.of(
                        403,
                        "proxy",
                        "No accounts behind a proxy",
                        "This request came through a proxy, and the book has no accounts. 'tranche accounts add NAME"
                                + " --role admin' makes the first one.");
            }
        }
    }

    /** Returns the address of the sender: behind a proxy on this machine the one that the proxy saw. */
    String address(Context ctx) {
        if (isFromProxy(ctx)) {
            String[] seen = Optional.ofNullable(ctx.header("X-Forwarded-For"))
                    .orElse("")
                    .split(",");
            String last = seen[seen.length - 1].strip();
            if (last.matches("[0-9a-fA-F.:]{2,45}")) {
                return last;
            }
        }
        return ctx.req().getRemoteAddr();
    }

    private boolean isFromProxy(Context ctx) {
        try {
            return settings.behindProxy()
                    && InetAddress.getByName(ctx.req().getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private boolean isHttps(Context ctx) {
        String protocols = Optional.ofNullable(ctx.header("X-Forwarded-Proto")).orElse("");
        return isFromProxy(ctx)
                && Arrays.stream(protocols.split(",")).map(String::strip).anyMatch("https"::equals);
    }

    private String cookieName(Context ctx) {
        return isHttps(ctx) ? SECURE_COOKIE : PLAIN_COOKIE;
    }

    /** Gives the sender the cookie of a session. */
    void give(Context ctx, String secret) {
        ctx.res().addHeader("Set-Cookie", cookie(ctx, secret, Door.LONGEST.toSeconds()));
    }

    /** Takes the cookie away. */
    void take(Context ctx) {
        ctx.res().addHeader("Set-Cookie", cookie(ctx, "", 0));
    }

    private String cookie(Context ctx, String value, long seconds) {
        return cookieName(ctx) + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Lax"
                + (isHttps(ctx) ? "; Secure" : "");
    }
}
