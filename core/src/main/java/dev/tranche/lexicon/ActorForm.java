package dev.tranche.lexicon;

/** In which form a state or body is named. */
public enum ActorForm {
    /** By its name: "Ukraine", "European Union". */
    NAME,
    /** By its adjective: "Ukrainian". */
    ADJECTIVE,
    /** By its people: "Ukrainians". */
    DEMONYM,
    /** By the town its government sits in: "Kyiv". */
    CAPITAL,
    /** By a body acting for it: "the Pentagon". */
    BODY,
    /** By an office-holder speaking for it: "Antony Blinken". */
    PERSON
}
