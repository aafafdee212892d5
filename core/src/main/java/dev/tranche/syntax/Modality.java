package dev.tranche.syntax;

/** How factual a predicate is said to be. */
public enum Modality {
    /** Stated as fact: "sends", "sent", "has sent". */
    REAL,
    /** Stated as future: "will send", "is to send", a headline's "to send". */
    FUTURE,
    /** Stated as possible: "may", "might", "could", "can". */
    POSSIBLE,
    /** Stated as necessary or desired: "should", "must", "needs to", "has to". */
    NECESSARY,
    /** Depends on something: "would", "if", "unless", "had … would have". */
    CONDITIONAL
}
