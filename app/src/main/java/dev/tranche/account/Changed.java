package dev.tranche.account;

/** The outcome of a request to add or change an account. */
public sealed interface Changed {

    /**
     * It was done.
     *
     * @param account the account as it is now
     */
    record Done(Account account) implements Changed {}

    /**
     * It was not done, and nothing was changed.
     *
     * @param why the kind of reason
     * @param sentence the reason for people, beginning in lower case and ending with a full stop
     * @param retrySeconds how many seconds to wait before trying again; 0 when waiting does not help
     */
    record Refused(Why why, String sentence, long retrySeconds) implements Changed {

        Refused(Why why, String sentence) {
            this(why, sentence, 0);
        }
    }

    /** Why an account is not added or changed. */
    enum Why {
        /** There is an account of that name. */
        EXISTS,
        /** There is no account of that name. */
        UNKNOWN,
        /** The first account must be an admin. */
        NO_ADMIN,
        /** It is the last admin who can sign in. */
        LAST_ADMIN,
        /** The new password is refused. */
        WEAK_PASSWORD,
        /** The current password is wrong. */
        WRONG_PASSWORD,
        /** There were too many attempts, or the server is busy; trying later may work. */
        TOO_MANY,
        /** The book has as many accounts as it may have. */
        FULL
    }
}
