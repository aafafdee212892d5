package dev.tranche.naming;

/** The kind of words in a row of {@code titles.csv}. */
public enum TitleKind {
    /** An office that one person holds at a time; it may precede a name or replace it. */
    OFFICE,
    /** A person known only by occupation, anonymous without a name. */
    PERSON,
    /** Several such persons. */
    PEOPLE,
    /** A noun for a body: "ministry", "army". */
    BODY,
    /** A courtesy title, which occurs only before a name. */
    HONORIFIC,
    /** A counterpart: the holder of the same office elsewhere. */
    COUNTERPART,
    /** A written thing that speaks for its author. */
    TEXT
}
