package dev.tranche.assistance;

import dev.tranche.fact.Basis;
import dev.tranche.lexicon.Cue;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.syntax.Clause;
import dev.tranche.syntax.NounGroup;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds recipients by position alone: beside the sum or its verb, far after it, in a bill's name, as unnamed others.
 */
final class DistantReceivers {

    private final MarkedText text;
    private final Tokens tokens;
    private final PartyReader parties;
    private final ReportContext context;

    DistantReceivers(MarkedText text, PartyReader parties, ReportContext context) {
        this.text = text;
        this.tokens = text.tokens();
        this.parties = parties;
        this.context = context;
    }

    /** A state named anywhere after the sum: "to help with the repair of Haiti's ports". */
    List<Party> mentioned(Site site) {
        for (ActorMention actor : text.actorsFrom(site.end(), site.reach())) {
            int before = actor.start() - 1;
            boolean apart = English.FROM.at(tokens, before)
                    || English.BY.at(tokens, before)
                    || English.WITH.at(tokens, before)
                    || English.AGAINST.at(tokens, before)
                    || English.THROUGH.at(tokens, before);
            if (!apart
                    && !text.sumStartsAt(actor.end())
                    && !isSubject(site, actor)
                    && parties.mayReceive(actor, false)) {
                return List.of(parties.party(actor));
            }
        }
        return List.of();
    }

    private static boolean isSubject(Site site, ActorMention actor) {
        int group = site.clauses().groupAt(actor.start());
        return group >= 0
                && site.clauses().all().stream()
                        .anyMatch(c -> c.verb() >= 0
                                && c.verb() > actor.start()
                                && c.subjects().contains(group));
    }

    /** "To the food security fund", "to the fund" of a climate conference: it is for unnamed others. */
    private boolean isReliefFund(NounGroup group) {
        return isToward(group)
                && English.FUND.at(tokens, group.head())
                && (context.namesGlobalFund() || Site.any(text, group.start(), group.head(), Cue.HUMANITARIAN));
    }

    /** "The Israel supplemental provides $26bn": the state in the name of a bill. */
    List<Party> ofBill(Site site) {
        List<Party> found = new ArrayList<>();
        for (int holder : site.holders()) {
            int index = site.clauses().groupAt(holder);
            if (text.is(holder, Cue.BILL) && index >= 0) {
                parties.receivers(site.clauses(), site.clauses().groups().get(index), false)
                        .forEach(p -> PartyReader.add(found, p));
            }
        }
        return found;
    }

    /** "to the Global Fund", "to address hunger around the world": unnamed others anywhere after the sum. */
    List<Party> others(Site site) {
        for (int token = site.start(); token < site.reach(); token++) {
            boolean source = English.FROM.at(tokens, token - 1)
                    || English.FROM.at(tokens, token - 2)
                    || English.BY.at(tokens, token - 1);
            boolean apart = source || isOfAgency(token) || isOfAnother(site, token);
            if (text.is(token, Cue.ALLIES) && text.actorAt(token) == null && !apart) {
                return List.of(new Party(PartyReader.ALLIES, token, token + 1, Basis.WORDS));
            }
        }
        for (NounGroup group : site.clauses().groups()) {
            boolean helped = group.start() >= site.end()
                    && text.actorsFrom(group.start(), group.end()).isEmpty()
                    && (English.COUNTRIES.at(tokens, group.head()) || isReliefFund(group))
                    && group.preposition() >= 0
                    && (English.IN.at(tokens, group.preposition()) || isToward(group));
            if (helped) {
                return List.of(new Party(PartyReader.ALLIES, group.start(), group.end(), Basis.WORDS));
            }
        }
        return List.of();
    }

    /** "Allows USAID partners to": those who work for an agency. */
    private boolean isOfAgency(int token) {
        ActorMention owner = text.actorAt(token - 1);
        return owner != null && owner.kind().equals("agency");
    }

    /** "IDA credit, the Bank's arm for the poorest countries": others that describe another noun after the sum. */
    private boolean isOfAnother(Site site, int token) {
        int index = site.clauses().groupAt(token);
        int noun = index < 0 ? -1 : site.clauses().groups().get(index).noun();
        int preposition = index < 0 ? -1 : site.clauses().groups().get(index).preposition();
        return noun >= 0
                && preposition >= 0
                && English.FOR.at(tokens, preposition)
                && !site.chain().contains(noun)
                && site.clauses().groups().get(noun).start() >= site.end()
                && text.actorAt(site.clauses().groups().get(noun).head()) == null;
    }

    private boolean isToward(NounGroup group) {
        return group.preposition() >= 0
                && !(group.preposition() > 0 && English.TRIP.at(tokens, group.preposition() - 1))
                && (English.TOWARD.at(tokens, group.preposition()) || text.is(group.preposition(), Cue.TOWARD));
    }

    /** Is there a state directly before the sum or directly after its verb, and so the recipient? */
    boolean isBeside(Site site) {
        return isBesideActor(site) || isBehindVerb(site);
    }

    /** "Hands Kenya $100 million for Haiti": a state directly before the sum. */
    private boolean isBesideActor(Site site) {
        int before = site.sum().outerStart() - 1;
        while (before > 0 && (English.ARTICLE.at(tokens, before) || text.is(before, Cue.FRESH))) {
            before--;
        }
        return text.actorAt(before) != null;
    }

    /**
     * "Will give Palau ships worth 2 million, and offers the same to Fiji": a state directly after a verb of giving.
     */
    private boolean isBehindVerb(Site site) {
        Clause clause = site.clause();
        if (clause == null || clause.verb() < 0 || clause.passive() || !English.GRANT.at(tokens, clause.verb())) {
            return false;
        }
        ActorMention actor = text.actorAt(clause.verbEnd());
        return actor != null && actor.end() <= site.start() && parties.mayReceive(actor, false);
    }
}
