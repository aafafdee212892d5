package dev.tranche.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * One class that a word may have.
 *
 * @param type the class
 * @param cost cost that grows with the rarity of the reading, 0 for the usual one
 * @param lemma base form of a verb; empty for other classes
 */
record Reading(WordClass type, int cost, String lemma) {

    private static final String NO_LEMMA = "";

    /** A reading that is not a verb. */
    static Reading of(WordClass type, int cost) {
        return new Reading(type, cost, NO_LEMMA);
    }

    /** Returns the readings as an array; an adverb may also come between an auxiliary and its verb. */
    static Reading[] withVerbAdverb(List<Reading> readings) {
        List<Reading> all = new ArrayList<>(readings);
        for (Reading reading : readings) {
            if (reading.type == WordClass.ADV) {
                all.add(of(WordClass.VADV, reading.cost));
            }
        }
        return all.toArray(new Reading[0]);
    }

    Reading plus(int more) {
        return new Reading(type, cost + more, lemma);
    }
}
