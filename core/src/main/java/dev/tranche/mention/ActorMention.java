package dev.tranche.mention;

import dev.tranche.lexicon.ActorForm;

/**
 * A state, body or office-holder recognised in a text.
 *
 * @param start index of its first token
 * @param end index after its last token
 * @param code code of the state or body that it is or speaks for; empty for a private body
 * @param form how it is named
 * @param kind kind of body or office, "state" for a state
 * @param name display name of the state, body or person
 */
public record ActorMention(int start, int end, String code, ActorForm form, String kind, String name) {

    /** Refuses an empty range. */
    public ActorMention {
        if (end <= start) {
            throw new IllegalArgumentException("an actor needs tokens: " + start + ".." + end);
        }
    }

    /** Is it a company, charity or medium, which acts for no government? */
    public boolean isPrivate() {
        return code.isEmpty();
    }
}
