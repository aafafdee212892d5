package dev.tranche.lexicon;

import dev.tranche.text.Tokens;

/**
 * The capitals that a text must have to match a phrase: those that the lexicon writes.
 *
 * <p>A word written with a capital requires one in the text, a short word in all capitals (US, AP, NATO) requires all
 * capitals, any other word requires nothing, so that headlines in capitals match too.
 *
 * @param capital bit n is set when the n-th word must start with a capital
 * @param upper bit n is set when the n-th word must be in capitals
 */
record Capitals(int capital, int upper) {

    /** No capital is required. */
    static final Capitals ANY = new Capitals(0, 0);

    /** A longer acronym is still recognised when all but its first capital are lost ("Himars"). */
    private static final int ACRONYM_LENGTH = 4;

    /** Returns what a phrase as written in the lexicon requires of the text. */
    static Capitals ofName(Tokens name) {
        int capital = 0;
        int upper = 0;
        int word = 0;
        for (int token = 0; token < name.size() && word < Integer.SIZE - 1; token++) {
            if (PhraseTrie.isPassedOver(name, token)) {
                continue;
            }
            boolean acronym = name.isUpper(token) && name.size() == 1 && letters(name, token) <= ACRONYM_LENGTH;
            capital |= name.isCapital(token) ? 1 << word : 0;
            upper |= acronym ? 1 << word : 0;
            word++;
        }
        return new Capitals(capital, upper);
    }

    /** "W.H.O." matches whatever "WHO" does: full stops make an acronym no longer. */
    private static int letters(Tokens name, int token) {
        return (int) name.string(token).chars().filter(sign -> sign != '.').count();
    }

    /** Do the tokens from the first to the last, both included, have the required capitals? */
    boolean fit(Tokens tokens, int first, int last) {
        int word = 0;
        for (int token = first; token <= last; token++) {
            if (PhraseTrie.isPassedOver(tokens, token)) {
                continue;
            }
            boolean wrong = (capital & 1 << word) != 0 && !tokens.isCapital(token)
                    || (upper & 1 << word) != 0 && !tokens.isUpper(token);
            if (wrong) {
                return false;
            }
            word++;
        }
        return true;
    }
}
