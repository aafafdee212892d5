package dev.tranche.text;

/** What a token is made of. */
public enum TokenKind {
    /** Letters, possibly with digits after the first letter, or an abbreviation with inner full stops. */
    WORD,
    /** Digits with group or decimal separators. */
    NUMBER,
    /** A genitive ending: an apostrophe with or without s. */
    GENITIVE,
    /** A single character that is not a quotation mark. */
    SIGN,
    /** A quotation mark of any shape. */
    QUOTE
}
