package dev.tranche.spec;

/** A page of the specification that cannot be read; the message names page and line. */
public final class SpecException extends RuntimeException {

    /** Builds an exception with a sentence that names the place. */
    public SpecException(String message) {
        super(message);
    }
}
