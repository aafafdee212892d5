package dev.tranche.lexicon;

import dev.tranche.text.Tokens;

/** Which capitals a text must show to count as a phrase. */
enum Capitals {
    /** None: "aid" and "Aid". */
    ANY {
        @Override
        boolean fit(Tokens tokens, int first, int last) {
            return true;
        }
    },
    /** A capital on the first word: "Poland", and "POLAND", but not "poland". */
    FIRST {
        @Override
        boolean fit(Tokens tokens, int first, int last) {
            return !tokens.isWord(first) || tokens.isCapital(first);
        }
    },
    /** Only capital letters in the first word: "US", not "us". */
    ALL {
        @Override
        boolean fit(Tokens tokens, int first, int last) {
            return tokens.isUpper(first);
        }
    },
    /** A capital on every word of more than three letters: surnames, "House of Representatives". */
    EACH {
        @Override
        boolean fit(Tokens tokens, int first, int last) {
            for (int token = first; token <= last; token++) {
                boolean longer = tokens.end(token) - tokens.start(token) > 3;
                if (tokens.isWord(token) && longer && !tokens.isCapital(token)) {
                    return false;
                }
            }
            return tokens.isCapital(first);
        }
    };

    abstract boolean fit(Tokens tokens, int first, int last);

    /** The longest acronym that is also a word in lower case when its capitals are lost. */
    private static final int ACRONYM_LENGTH = 4;

    /** Returns what a name as written in the lexicon asks of the text. */
    static Capitals ofName(Tokens name) {
        if (name.size() > 0 && name.isUpper(0) && name.end(0) - name.start(0) <= ACRONYM_LENGTH) {
            return name.size() == 1 ? ALL : EACH;
        }
        boolean capital = name.size() > 0 && name.isCapital(0);
        return capital ? EACH : ANY;
    }
}
