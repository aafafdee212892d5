package dev.tranche.store;

/** A book cannot be used; the message is a sentence that names the book and what to do. */
public final class StoreException extends RuntimeException {

    /** What is wrong. */
    public enum Reason {
        /** There is no book at the address. */
        MISSING,
        /** The book was replaced by another. */
        REPLACED,
        /** Something is there, but it is not a book. */
        NO_BOOK,
        /** A later version of Tranche wrote it. */
        TOO_NEW,
        /** It may not be written. */
        READ_ONLY,
        /** The disk, or the space allowed, is used up. */
        FULL,
        /** Another program holds it for too long. */
        BUSY,
        /** The server cannot be reached or refuses the login. */
        UNREACHABLE,
        /** Its content is damaged. */
        DAMAGED,
        /** Any other database error. */
        FAILED
    }

    private final Reason reason;

    /** Builds a failure without a cause in the database. */
    public StoreException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    StoreException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Returns what is wrong. */
    public Reason reason() {
        return reason;
    }
}
