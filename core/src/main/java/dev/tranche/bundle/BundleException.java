package dev.tranche.bundle;

/** A line does not follow its format; the message names the place and what was expected there. */
public final class BundleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Builds an error from a sentence that names the place and the reason. */
    public BundleException(String message) {
        super(message);
    }
}
