package dev.tranche.syntax;

import java.util.Locale;

/** The role of a word in a clause. The tables of a language name these in lower case. */
enum WordClass {
    DET,
    ADJ,
    NOUN,
    PLURAL,
    NAME,
    PRON,
    /** "there" of "there is". */
    THERE,
    NUM,
    ADV,
    /** An adverb between an auxiliary verb and its verb. */
    VADV,
    PREP,
    /** "to" before an infinitive. */
    TO,
    /** "and", "or", "but". */
    AND,
    /** "that", "if", "because". */
    SUB,
    /** "who", "which", "what". */
    WH,
    BE,
    HAVE,
    DO,
    MODAL,
    /** A verb's base form: infinitive or present plural. */
    BASE,
    /** A verb's third person singular present. */
    VS,
    PAST,
    /** A past participle. */
    PART,
    ING,
    /** The particle of a verb: "hand over". */
    PRT,
    NOT,
    /** The ending of a genitive. */
    GEN,
    COMMA,
    /** Any other punctuation. */
    STOP;

    static final WordClass[] ALL = values();

    static WordClass parse(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    boolean isNominal() {
        return this == NOUN || this == PLURAL || this == NAME;
    }

    /** Is it a class that new words may join? */
    boolean isOpen() {
        return isNominal() || this == ADJ || isVerb() && !isAuxiliary();
    }

    boolean isAuxiliary() {
        return this == BE || this == HAVE || this == DO || this == MODAL;
    }

    boolean isVerb() {
        return isAuxiliary() || this == BASE || this == VS || this == PAST || this == PART || this == ING;
    }

    boolean isAdverb() {
        return this == ADV || this == VADV || this == NOT;
    }
}
