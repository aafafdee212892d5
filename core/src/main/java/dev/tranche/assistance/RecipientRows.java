package dev.tranche.assistance;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.syntax.NounGroup;
import dev.tranche.text.Tokens;
import java.util.List;

/** Finds the recipients of a series of sums that share one verb, and the donors that such a series names. */
final class RecipientRows {

    private static final Words SAME = Words.of("same");

    private final Lexicon lexicon;
    private final MarkedText text;
    private final Tokens tokens;
    private final PartyReader parties;

    RecipientRows(Lexicon lexicon, MarkedText text, PartyReader parties) {
        this.lexicon = lexicon;
        this.text = text;
        this.tokens = text.tokens();
        this.parties = parties;
    }

    /** "For Vietnam, and the United States on $1 million": the actor directly before a sum is its donor. */
    boolean isSecondGiver(Site site, Party party) {
        int index = site.clauses().groupAt(party.start());
        return index >= 0 && isGappedGiver(site, site.clauses().groups().get(index));
    }

    /**
     * "gives Moldova 50 million and Georgia 20 million": a recipient whose verb is that of the preceding one; "in Chad
     * (€35 million) and Mali (€31 million)": the state before its share.
     */
    List<Party> find(Site site) {
        int last = site.sum().outerStart() - 1;
        boolean bracket = tokens.isSign(last, '(');
        boolean comma = tokens.isSign(last, ',');
        ActorMention actor = text.actorAt(bracket || comma ? last - 1 : last);
        if (actor == null || !parties.mayReceive(actor, false)) {
            return List.of();
        }
        if (bracket || comma && isListItem(actor)) {
            return List.of(parties.party(actor));
        }
        if (comma) {
            return List.of();
        }
        int before = actor.start() - 1;
        while (English.ARTICLE.at(tokens, before) || English.TO.at(tokens, before)) {
            before--;
        }
        boolean row = before > site.sentence().start()
                && (tokens.isSign(before, ',') || tokens.isSign(before, ';') || English.AND.at(tokens, before));
        return row && hasSum(site.sentence().start(), before) ? List.of(parties.party(actor)) : List.of();
    }

    /** "Angola, 4 million; Chad, 1 million; and Togo, 2 million": a state with its share. */
    private boolean isListItem(ActorMention actor) {
        int before = actor.start() - 1;
        before -= English.AND.at(tokens, before) ? 1 : 0;
        return tokens.isSign(before, ';') || tokens.isSign(before, ':');
    }

    /** "Norway offered 100 million and Canada 40 million", "and Canada the same": a second donor, not a recipient of Norway's. */
    boolean isGappedGiver(Site site, NounGroup group) {
        ActorMention alike = text.actorAt(group.head());
        if (alike != null && lexicon.usuallyGives(alike.code()) && SAME.at(tokens, group.end() + 1)) {
            return hasSum(site.sentence().start(), group.start());
        }
        int last = site.sum().outerStart() - 1;
        while (English.GAP.at(tokens, last)) {
            last--;
        }
        ActorMention actor = text.actorAt(last);
        return actor != null
                && actor.start() >= group.start()
                && actor.start() < group.end()
                && lexicon.usuallyGives(actor.code())
                && hasSum(site.sentence().start(), group.start());
    }

    private boolean hasSum(int from, int to) {
        for (int token = from; token < to; token++) {
            if (text.sumAt(token) != null) {
                return true;
            }
        }
        return false;
    }

    /** "Is 10 million for the police, to Georgia 20 million": the recipient of the next sum. */
    boolean isBeforeOwnSum(NounGroup group) {
        boolean listed = tokens.isSign(group.preposition() - 1, ',') || English.AND.at(tokens, group.preposition() - 1);
        return listed && text.actorAt(group.head()) != null && text.sumStartsAt(group.end());
    }

    /** "for Sudan, Germany 244 million": the next donor in a series. */
    boolean hasOwnSum(NounGroup group) {
        int next = group.end();
        while (English.GAP.at(tokens, next)) {
            next++;
        }
        return text.sumStartsAt(next);
    }
}
