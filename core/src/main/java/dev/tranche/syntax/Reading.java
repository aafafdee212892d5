package dev.tranche.syntax;

/**
 * One class that a word may have.
 *
 * @param type the class
 * @param cost how rare the reading is, 0 for the usual one
 * @param lemma base form of a verb; empty for other classes
 */
record Reading(WordClass type, int cost, String lemma) {

    Reading plus(int more) {
        return new Reading(type, cost + more, lemma);
    }
}
