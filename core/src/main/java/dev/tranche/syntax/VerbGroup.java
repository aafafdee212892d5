package dev.tranche.syntax;

/** A main verb with its auxiliaries while a sentence is read; atoms, not tokens. */
final class VerbGroup {

    int start;
    int end;
    int main;
    String lemma = "";
    boolean finite;
    /** Does it begin with "to"? */
    boolean infinitive;
    /** Is it a bare form in -ing? */
    boolean gerund;
    /** Is it a bare participle of the past? */
    boolean participle;
    /** May the bare participle be a past, or the past a participle? */
    boolean eitherPast;

    boolean passive;
    boolean negative;
    /** Are there auxiliaries alone, as in a question before its subject? */
    boolean auxiliaryAlone;
    /** Preposition before a form in -ing, or -1. */
    int preposition = -1;

    Modality modality = Modality.REAL;
    Tense tense = Tense.PRESENT;
}
