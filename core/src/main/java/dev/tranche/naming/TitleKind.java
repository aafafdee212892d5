package dev.tranche.naming;

/** What kind of words a row of {@code titles.csv} holds. */
public enum TitleKind {
    /** An office that one person holds at a time; it may stand before a name or for it. */
    OFFICE,
    /** A person known by work only, anonymous without a name. */
    PERSON,
    /** Several such persons. */
    PEOPLE,
    /** A noun for a body: "ministry", "army". */
    BODY,
    /** A courtesy that stands only before a name. */
    HONORIFIC,
    /** The holder of the same office elsewhere. */
    COUNTERPART,
    /** A written thing that speaks for its author. */
    TEXT
}
