package dev.tranche.assistance;

import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.text.Tokens;

/** Recognises sums that refer back to an earlier one. */
final class Anaphora {

    private static final Words OF = Words.of("of");
    private static final Words WHOLE = Words.of(
            "money total sum package amount aid loan grants bill law request funds pledges support contributions"
                    + " assistance");
    private static final Words SUBJECT = Words.of(
            "it its package tranche weapons aid part equipment arms delivery shipment half portion share consignment"
                + " donation gift purchase order measure materiel batch vessel vessels vehicles trucks ambulances boat"
                + " boats ship ships aircraft helicopters generators kits supplies system systems launchers guns"
                + " missiles");

    /**
     * The reach before "worth" within which the package may be named: "the package, which has an estimated value of".
     */
    private static final int REACH = 7;

    private Anaphora() {}

    /** Is the sum said to be a part: "$1bn of it", "of this, $1bn", "the remaining $300m", "the other $400m"? */
    static boolean isPart(MarkedText text, Site site) {
        Tokens tokens = text.tokens();
        int after = site.sum().end();
        int before = site.sum().outerStart() - 1;
        boolean ofWhich = English.DEMONSTRATIVE.at(tokens, before) && OF.at(tokens, before - 1);
        if (ofWhich
                || pointsBack(tokens, after)
                || pointsBack(tokens, site.sentence().start())) {
            return true;
        }
        return isRest(text, site);
    }

    /** "Of this", "of the sum": what follows is a share of something mentioned earlier. */
    static boolean pointsBack(Tokens tokens, int of) {
        return OF.at(tokens, of)
                && (English.DEMONSTRATIVE.at(tokens, of + 1)
                        || English.ARTICLE.at(tokens, of + 1)
                                && (WHOLE.at(tokens, of + 2) || WHOLE.at(tokens, of + 3)));
    }

    /** Is the sum said to be what is left: "the remaining $300m", "the other $400m"? */
    static boolean isRest(MarkedText text, Site site) {
        for (int token = site.sum().outerStart() - 1; token >= site.sum().outerStart() - 3; token--) {
            if (English.REST.at(text.tokens(), token)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Does the sum give the value of something mentioned before it: "It is worth $275m", "The weapons, worth $400m"?
     */
    static boolean isWorth(MarkedText text, Site site) {
        Tokens tokens = text.tokens();
        for (int token = site.sum().start() - 1; token >= site.sum().outerStart() - 2; token--) {
            if (!English.WORTH.at(tokens, token) && !English.VALUE.at(tokens, token)) {
                continue;
            }
            for (int before = token - 1; before >= Math.max(site.sentence().start(), token - REACH); before--) {
                if (SUBJECT.at(tokens, before)) {
                    return true;
                }
            }
        }
        return false;
    }
}
