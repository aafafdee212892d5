package dev.tranche.view;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why something needs a person's decision. */
public enum TaskKind {
    /** An equation that does not hold. */
    RESIDUAL,
    /** Statements that cannot both be true. */
    CONTRADICTION,
    /** Two entries that may be one commitment. */
    DOUBLE,
    /** Only error-prone rules read the entry. */
    RULE,
    /** No report gives a day for the entry. */
    UNDATED,
    /** No report names the donor, or the recipient. */
    PARTY,
    /** An entry that no sum counts, for what speaks against it. */
    DOUBTFUL,
    /** A stop that may be a mistranslation. */
    STOP,
    /** A decision whose claims are no longer read. */
    DECISION;

    /** Returns the word used in requests and responses: lower case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the kind with a word. */
    public static Optional<TaskKind> find(String slug) {
        return Arrays.stream(values()).filter(kind -> kind.slug().equals(slug)).findFirst();
    }
}
