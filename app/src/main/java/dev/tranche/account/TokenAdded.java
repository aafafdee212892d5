package dev.tranche.account;

/** The outcome of a request for a token. */
public sealed interface TokenAdded {

    /**
     * It was created.
     *
     * @param token the token
     * @param secret what the program sends; it is known nowhere else
     */
    record Done(Token token, String secret) implements TokenAdded {

        /** Returns the token, without its secret. */
        @Override
        public String toString() {
            return token.toString();
        }
    }

    /**
     * It was not created.
     *
     * @param why the kind of reason
     * @param sentence the reason for people, beginning in lower case and ending with a full stop
     */
    record Refused(Why why, String sentence) implements TokenAdded {}

    /** Why a token is not created. */
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
