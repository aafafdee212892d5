package dev.tranche.ingest.fetch;

import java.io.IOException;

/** An address could not or must not be fetched; the message is a readable sentence without its full stop. */
public final class FetchException extends IOException {

    private final Reason reason;

    /** Why nothing was fetched. */
    public enum Reason {
        /** The address is not on the web, is on the local network, or its site does not allow it. */
        REFUSED,
        /** The response was too large, too slow, or redirected in circles. */
        LIMIT,
        /** The server could not be reached or broke the connection. */
        FAILED
    }

    FetchException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Returns the refusal of an address that must not be fetched, with a sentence without its full stop. */
    public static FetchException refused(String message) {
        return new FetchException(Reason.REFUSED, message);
    }

    /** Returns why nothing was fetched. */
    public Reason reason() {
        return reason;
    }
}
