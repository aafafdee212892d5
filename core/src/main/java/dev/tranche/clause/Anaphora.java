package dev.tranche.clause;

import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.text.Tokens;

/** Tells sums that point back to one told before them. */
public final class Anaphora {

    private static final Words OF = Words.of("of");
    private static final Words IT = Words.of("it this that them which these those whom");
    private static final Words WHOLE =
            Words.of("money total sum package amount aid loan grants bill law request funds");
    private static final Words REST = Words.of("remaining other rest remainder");
    private static final Words WORTH = Words.of("worth valued");
    private static final Words SUBJECT =
            Words.of("it package tranche weapons aid part equipment arms delivery shipment half portion share");

    private Anaphora() {}

    /** Is the sum said to be a part: "$1bn of it", "of this, $1bn", "the remaining $300m", "the other $400m"? */
    public static boolean isPart(MarkedText text, SumPhrase phrase) {
        Tokens tokens = text.tokens();
        int after = phrase.sum().end();
        if (OF.at(tokens, after) && (IT.at(tokens, after + 1) || WHOLE.at(tokens, after + 2))) {
            return true;
        }
        int first = phrase.sentence().start();
        if (OF.at(tokens, first) && (IT.at(tokens, first + 1) || WHOLE.at(tokens, first + 2))) {
            return true;
        }
        return isRest(text, phrase);
    }

    /** Is the sum said to be what is left: "the remaining $300m", "the other $400m"? */
    public static boolean isRest(MarkedText text, SumPhrase phrase) {
        for (int token = phrase.sum().outerStart() - 1; token >= phrase.sum().outerStart() - 3; token--) {
            if (REST.at(text.tokens(), token)) {
                return true;
            }
        }
        return false;
    }

    /** Does the sum say what something told before it is worth: "It is worth $275m", "The weapons, worth $400m"? */
    public static boolean isWorth(MarkedText text, SumPhrase phrase) {
        Tokens tokens = text.tokens();
        for (int token = phrase.sum().outerStart() - 1; token >= phrase.sum().outerStart() - 2; token--) {
            if (!WORTH.at(tokens, token)) {
                continue;
            }
            for (int before = token - 1; before >= Math.max(phrase.sentence().start(), token - 5); before--) {
                if (SUBJECT.at(tokens, before)) {
                    return true;
                }
            }
        }
        return false;
    }
}
