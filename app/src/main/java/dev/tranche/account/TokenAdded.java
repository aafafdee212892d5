package dev.tranche.account;

/** What became of a wish for a token. */
public sealed interface TokenAdded {

    /**
     * It was made.
     *
     * @param token the token
     * @param secret what the program sends; it is known nowhere else
     */
    record Done(Token token, String secret) implements TokenAdded {

        /** Returns the token, and not its secret. */
        @Override
        public String toString() {
            return token.toString();
        }
    }

    /**
     * It was not made.
     *
     * @param why the kind of reason
     * @param sentence the reason for people, from a small letter to a full stop
     */
    record Refused(Why why, String sentence) implements TokenAdded {}

    /** Why a token is not made. */
    enum Why {
        /** A token asks for it. */
        TOKEN,
        /** It would be allowed more than its owner. */
        ROLE,
        /** Its last day has passed. */
        EXPIRED,
        /** The label is empty or too long. */
        LABEL,
        /** The owner has as many tokens as an account may have. */
        FULL,
        /** The owner is disabled or gone. */
        OWNER
    }
}
