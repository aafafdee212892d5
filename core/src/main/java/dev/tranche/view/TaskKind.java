package dev.tranche.view;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why something needs a person. */
public enum TaskKind {
    /** An equation that does not hold. */
    RESIDUAL,
    /** Statements that cannot both stand. */
    CONTRADICTION,
    /** Two entries that may be one commitment. */
    DOUBLE,
    /** Only rules that often err read the entry. */
    RULE,
    /** No report gives the entry a day. */
    UNDATED,
    /** No report names the donor, or the recipient. */
    PARTY,
    /** An entry that no sum counts, for what speaks against it. */
    DOUBTFUL,
    /** A stop that may be a mistranslation. */
    STOP,
    /** A decision whose claims are read no more. */
    DECISION;

    /** Returns the word used in requests and answers: lower case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the kind of a word. */
    public static Optional<TaskKind> find(String slug) {
        return Arrays.stream(values()).filter(kind -> kind.slug().equals(slug)).findFirst();
    }
}
