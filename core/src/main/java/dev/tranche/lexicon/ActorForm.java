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
    /** By a body that acts for it: "the Pentagon". */
    BODY,
    /** By an office-holder that speaks for it: "Antony Blinken". */
    PERSON
}
