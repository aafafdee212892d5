package dev.tranche.account;

import java.time.Duration;

/** The outcome of an attempt to sign in. */
public sealed interface SignIn {

    /**
     * A session began.
     *
     * @param session its id, for the cookie; it is known nowhere else
     * @param caller who signed in
     * @param longest the session ends after this at the latest
     * @param device the mark of the device, for a cookie that outlives the session: with it, attempts of strangers do
     *     not keep the account's owner out
     */
    record Accepted(String session, Caller caller, Duration longest, String device) implements SignIn {

        /** Returns who signed in, without the id of the session. */
        @Override
        public String toString() {
            return "session of " + caller.name();
        }
    }

    /** Name or password is wrong, or the account is disabled; the caller is not told which. */
    record Refused() implements SignIn {}

    /** Too many people are signing in at this moment; nothing was compared, and the attempt does not count. */
    record Busy() implements SignIn {}

    /**
     * There were too many attempts.
     *
     * @param retryAfter how long to wait
     */
    record TooMany(Duration retryAfter) implements SignIn {}
}
