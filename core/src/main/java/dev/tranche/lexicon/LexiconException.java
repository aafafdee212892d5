package dev.tranche.lexicon;

import org.jspecify.annotations.Nullable;

/** A table of the lexicon cannot be used; the message names its file, its line and what to fix. */
public final class LexiconException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Builds an exception.
     *
     * @param message names the file, the line and what to fix
     * @param cause the cause, if there is one
     */
    public LexiconException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
