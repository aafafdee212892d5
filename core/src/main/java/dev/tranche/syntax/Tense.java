package dev.tranche.syntax;

/** The form of a predicate's first verb. */
public enum Tense {
    /** "sends", "is sending", a headline's present. */
    PRESENT,
    /** "sent", "was sending". */
    PAST,
    /** "has sent", "have been sent". */
    PERFECT,
    /** "had sent". */
    PLUPERFECT,
    /** "to send", also after a modal verb. */
    INFINITIVE,
    /** "sending", "sent" without an auxiliary verb. */
    PARTICIPLE
}
