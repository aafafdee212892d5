package dev.tranche.naming;

/** What a noun group denotes as an actor. */
public enum PartyKind {
    /** A person with a name, in however short a form. */
    PERSON,
    /** A state, its people or its government, named by its capital. */
    STATE,
    /** A body, named or described: "the Pentagon", "the Russian army". */
    BODY,
    /** People known by what they are: "a State Department official", "many experts". */
    ROLE,
    /** A pronoun whose person is determined by the surrounding sentence. */
    PRONOUN,
    /** A written thing that speaks for its author: "the statement". */
    TEXT
}
