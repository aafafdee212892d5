package dev.tranche.syntax;

/** A main verb with its auxiliaries during the analysis of a sentence; in atoms, not tokens. */
final class VerbGroup {

    int start;
    int end;
    int main;
    String lemma = "";
    boolean finite;
    /** Does it begin with "to"? */
    boolean infinitive;
    /** Is it a bare -ing form? */
    boolean gerund;
    /** Is it a bare past participle? */
    boolean participle;
    /** May the bare participle be a past tense, or the past tense a participle? */
    boolean eitherPast;

    boolean passive;
    boolean negative;
    /** Are there only auxiliaries, as in a question before its subject? */
    boolean auxiliaryAlone;
    /** Preposition before an -ing form, or -1. */
    int preposition = -1;

    Modality modality = Modality.REAL;
    Tense tense = Tense.PRESENT;
}
