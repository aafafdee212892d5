package dev.tranche.bundle;

/** A line is not what its format says; the message names the place and what was expected there. */
public final class BundleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Builds an error from a sentence that names place and reason. */
    public BundleException(String message) {
        super(message);
    }
}
