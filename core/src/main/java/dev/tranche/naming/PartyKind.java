package dev.tranche.naming;

/** What a noun group that acts stands for. */
public enum PartyKind {
    /** A person with a name, however short the words are. */
    PERSON,
    /** A state, its people or its government by its capital. */
    STATE,
    /** A body, named or described: "the Pentagon", "the Russian army". */
    BODY,
    /** People known by what they are: "a State Department official", "many experts". */
    ROLE,
    /** A pronoun whose person the sentence around it must tell. */
    PRONOUN,
    /** A written thing that speaks for its author: "the statement". */
    TEXT
}
