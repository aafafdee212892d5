package dev.tranche.naming;

import java.util.Locale;

/** The kind of thing that a name denotes. */
public enum NameKind {
    /** A person. */
    PERSON,
    /** An institution, organisation, company or medium. */
    BODY,
    /** A state or a town. */
    PLACE;

    /** Returns the word used in JSON: lower case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
