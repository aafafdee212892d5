package dev.tranche.encounter;

import dev.tranche.naming.Cast;
import dev.tranche.text.Sentence;
import dev.tranche.text.Tokens;

/** The common base of the phrase readers: the words for an encounter, in their sentence. */
abstract sealed class PhraseReader permits VerbReader, NounReader, EventReader, TripReader, PairReader, VisitingReader {

    final EncounterReader reader;
    final Tokens tokens;
    final Cast cast;
    final Sides sides;
    final Sentence sentence;

    /** The first token of the phrase. */
    final int token;

    /** The token after the phrase. */
    final int end;

    PhraseReader(EncounterReader reader, Sentence sentence, int token, int end) {
        this.reader = reader;
        this.tokens = reader.tokens();
        this.cast = reader.cast();
        this.sides = reader.sides();
        this.sentence = sentence;
        this.token = token;
        this.end = end;
    }
}
