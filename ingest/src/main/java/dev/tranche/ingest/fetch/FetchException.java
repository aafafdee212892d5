package dev.tranche.ingest.fetch;

import java.io.IOException;

/** An address could not or must not be fetched; the message is a readable sentence without its full stop. */
public final class FetchException extends IOException {

    private final Reason reason;

    /** Why nothing was fetched. */
    public enum Reason {
        /** The address is not on the web or is on the local network. */
        REFUSED,
        /** The robots.txt of its site does not allow programs to fetch it. */
        BARRED,
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

    /** Returns the refusal of an address that robots.txt bars, with a sentence without its full stop. */
    public static FetchException barred(String message) {
        return new FetchException(Reason.BARRED, message);
    }

    /** Returns why nothing was fetched. */
    public Reason reason() {
        return reason;
    }
}
