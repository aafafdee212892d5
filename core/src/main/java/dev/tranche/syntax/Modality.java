package dev.tranche.syntax;

/** How real a predicate is said to be. */
public enum Modality {
    /** Told as a fact: "sends", "sent", "has sent". */
    REAL,
    /** Told as to come: "will send", "is to send", a headline's "to send". */
    FUTURE,
    /** Told as possible: "may", "might", "could", "can". */
    POSSIBLE,
    /** Told as necessary or wished: "should", "must", "needs to", "has to". */
    NECESSARY,
    /** Depends on something: "would", "if", "unless", "had … would have". */
    CONDITIONAL
}
