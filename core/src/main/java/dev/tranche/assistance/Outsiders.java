package dev.tranche.assistance;

import dev.tranche.lexicon.Cue;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.syntax.NounGroup;
import dev.tranche.syntax.Tense;
import dev.tranche.text.Tokens;

/** Recognises parties named after a sum that it is not for: parties left out, creditors, parties of another noun. */
final class Outsiders {

    private static final Words REPAY = Words.of("repay repays repaying repaid");

    private static final Words COUNTER = Words.of("counter deter contain combat fight resist tackle curb");

    private final MarkedText text;
    private final Tokens tokens;

    Outsiders(MarkedText text) {
        this.text = text;
        this.tokens = text.tokens();
    }

    /** "For Israel, without money for Ukraine", "excluding Ukraine": parties that get nothing. */
    boolean isLeftOut(NounGroup group) {
        int token = Math.min(group.start(), group.preposition() < 0 ? group.start() : group.preposition()) - 1;
        while (text.is(token, Cue.MONEY)
                || text.is(token, Cue.AID)
                || text.is(token, Cue.FRESH)
                || English.ANY.at(tokens, token)) {
            token--;
        }
        return English.WITHOUT.at(tokens, token);
    }

    /** "8 million to counter piracy in Togo": the money is for the place, whatever the preceding sum is for. */
    boolean opposes(Site site) {
        return site.clauses().all().stream()
                .anyMatch(c ->
                        c.verb() == site.end() + 1 && c.tense() == Tense.INFINITIVE && COUNTER.at(tokens, c.verb()));
    }

    /** "To repay its debt to Qatar": a creditor. */
    boolean isCreditor(Site site, NounGroup group) {
        boolean owed = group.noun() >= 0
                && !site.chain().contains(group.noun())
                && text.is(site.clauses().groups().get(group.noun()).head(), Cue.DEBT);
        return owed
                || site.clauses().all().stream()
                        .anyMatch(c -> c.verb() >= site.end()
                                && REPAY.at(tokens, c.verb())
                                && c.obliques().stream().anyMatch(o -> o.group() == group.index()));
    }

    /**
     * "The Bank's fund for the poorest countries", "a power line to Romania": a group attached to a noun other than the
     * sum's.
     */
    boolean isOfOther(Site site, NounGroup group) {
        return group.noun() >= 0
                && !site.chain().contains(group.noun())
                && site.clauses().groups().get(group.noun()).start() >= site.end()
                && !text.is(site.clauses().groups().get(group.noun()).head(), Cue.AID)
                && !text.is(site.clauses().groups().get(group.noun()).head(), Cue.PEOPLE);
    }
}
