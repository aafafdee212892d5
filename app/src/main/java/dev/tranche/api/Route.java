package dev.tranche.api;

import dev.tranche.account.Role;
import dev.tranche.view.BookView;
import io.javalin.http.Context;
import java.util.Optional;

/**
 * One thing that can be asked or done.
 *
 * @param method HTTP method
 * @param path below {@link #ROOT}, parameters in braces
 * @param needed the role that it needs; empty for what anyone may ask
 * @param isOfBook whether the answer depends on the book alone, so that it can be kept while the book is unchanged
 * @param handler answers
 */
record Route(String method, String path, Optional<Role> needed, boolean isOfBook, Handler handler) {

    static final String ROOT = "/api/v1";

    /** Answers a request over one state of the book. */
    @FunctionalInterface
    interface Handler {

        /** Answers; throws {@link ApiProblem} for what cannot be answered. */
        Answer answer(Context ctx, BookView view);
    }

    static Route question(String path, Handler handler) {
        return new Route("GET", path, Optional.of(Role.VIEWER), true, handler);
    }

    static Route open(String method, String path, Handler handler) {
        return new Route(method, path, Optional.empty(), false, handler);
    }

    static Route of(String method, String path, Role needed, Handler handler) {
        return new Route(method, path, Optional.of(needed), false, handler);
    }

    /** Returns whether an address belongs to this route. */
    boolean matches(String address) {
        if (!address.startsWith(ROOT)) {
            return false;
        }
        String asked = address.substring(ROOT.length());
        int brace = path.indexOf('{');
        return brace < 0 ? asked.equals(path) : asked.startsWith(path.substring(0, brace)) && asked.length() > brace;
    }

    /** Returns the path in the form of the router: the value in brackets may hold slashes. */
    String pattern() {
        return ROOT + path.replace('{', '<').replace('}', '>');
    }
}
