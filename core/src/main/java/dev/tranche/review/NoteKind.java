package dev.tranche.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a note says about a task of the desk. */
public enum NoteKind {
    /** The task is put aside for as long as the matter is what it was. */
    ASIDE,
    /** The reason of the decision is a comment. */
    COMMENT,
    /** The task is assigned to somebody, or to nobody. */
    ASSIGN;

    /** Returns the word used in JSON: lower case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the kind of a word. */
    public static Optional<NoteKind> find(String slug) {
        return Arrays.stream(values()).filter(kind -> kind.slug().equals(slug)).findFirst();
    }
}
