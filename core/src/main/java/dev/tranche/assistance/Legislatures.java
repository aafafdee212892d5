package dev.tranche.assistance;

import dev.tranche.lexicon.Cue;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;

/** Recognises legislatures: by name, as "the Bundestag", or by a common noun, as "lawmakers". */
final class Legislatures {

    private Legislatures() {}

    /** Is a legislature named between the two tokens, the second excluded? */
    static boolean named(MarkedText text, int from, int to) {
        for (int token = from; token < to; token++) {
            ActorMention actor = text.actorAt(token);
            boolean house = actor == null
                    ? text.is(token, Cue.LEGISLATURE)
                    : actor.kind().equals("parliament");
            if (house) {
                return true;
            }
        }
        return false;
    }
}
