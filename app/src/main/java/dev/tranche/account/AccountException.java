package dev.tranche.account;

/** Something about accounts that cannot be done; the message is a sentence for the one who asked. */
public final class AccountException extends RuntimeException {

    /** What is wrong. */
    public enum Reason {
        /** The name or the password is wrong, or the account is disabled: which of them is not told. */
        WRONG_LOGIN,
        /** Too many have tried to sign in. */
        TOO_MANY,
        /** There is no such account or token. */
        UNKNOWN,
        /** There is one already, or the last admin would be gone. */
        CONFLICT,
        /** A value is not one that is taken. */
        WRONG_VALUE,
        /** The caller may not do it. */
        FORBIDDEN
    }

    private final Reason reason;
    private final String field;

    /** Builds a refusal. */
    public AccountException(Reason reason, String message) {
        this(reason, "", message);
    }

    AccountException(Reason reason, String field, String message) {
        super(message);
        this.reason = reason;
        this.field = field;
    }

    /** Returns what is wrong. */
    public Reason reason() {
        return reason;
    }

    /** Returns the field that is wrong; empty when it is none. */
    public String field() {
        return field;
    }
}
