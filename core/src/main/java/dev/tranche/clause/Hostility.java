package dev.tranche.clause;

import dev.tranche.lexicon.ActorForm;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;

/** Tells actors that are named as an adversary: "Russia's invasion", "fight Russian forces". */
public final class Hostility {

    private static final Words AGAINST = Words.of("against fight fighting fights versus counter countering resist"
            + " repel repelling defeat deter deterring invaded pushing");
    private static final Words DEED = Words.of("invasion invaded invades invade aggression attack attacks assault"
            + " offensive strikes strike bombardment shelling occupation annexation missiles missile rockets war"
            + " onslaught barrage bombing blockade troops forces invaders");

    private Hostility() {}

    /** Is the actor named as an adversary here? */
    public static boolean of(MarkedText text, ActorMention actor) {
        Tokens tokens = text.tokens();
        int before = actor.start() - 1;
        if (AGAINST.at(tokens, before) || Words.of("back").at(tokens, before) && AGAINST.at(tokens, before - 1)) {
            return true;
        }
        int after = actor.end();
        boolean genitive = after < tokens.size() && tokens.kind(after) == TokenKind.GENITIVE;
        boolean owns = genitive || actor.form() == ActorForm.ADJECTIVE;
        int deed = genitive ? after + 1 : after;
        boolean hostile = DEED.at(tokens, deed) || DEED.at(tokens, deed + 1);
        boolean own = Words.of("troops forces").at(tokens, deed)
                || Words.of("troops forces").at(tokens, deed + 1);
        return owns && hostile && !own;
    }
}
