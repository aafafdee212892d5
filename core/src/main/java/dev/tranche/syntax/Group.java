package dev.tranche.syntax;

/** A noun group during the analysis of a sentence; in atoms, not tokens. */
final class Group {

    final int index;
    final int start;
    final int end;
    final int head;
    /** Atom of the preposition before it, or -1. */
    int preposition = -1;

    int noun = -1;
    int possessor = -1;
    int coordinated = -1;
    int apposition = -1;
    boolean pronoun;
    boolean time;
    boolean there;

    Group(int index, int start, int end, int head) {
        this.index = index;
        this.start = start;
        this.end = end;
        this.head = head;
    }

    /** May it be a subject or object on its own? */
    boolean isFree() {
        return preposition < 0 && !time;
    }

    NounGroup toNounGroup(Atoms atoms) {
        return new NounGroup(
                index,
                atoms.start[start],
                atoms.end[end - 1],
                atoms.end[head] - 1,
                preposition < 0 ? -1 : atoms.start[preposition],
                noun,
                possessor,
                coordinated,
                apposition);
    }
}
