package dev.tranche.account;

/** What became of a wish to add or to change an account. */
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
     * @param sentence the reason for people, from a small letter to a full stop
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
        /** The current password is another. */
        WRONG_PASSWORD,
        /** There were too many attempts, or too much to do; later it may be done. */
        TOO_MANY,
        /** There are as many accounts as a book holds. */
        FULL
    }
}
