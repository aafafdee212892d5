package dev.tranche.assistance;

import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.syntax.Clause;
import dev.tranche.syntax.NounGroup;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Finds recipients named as actors: those who get, request or give thanks for a sum, or who open the line. */
final class TakerFinder {

    private final Lexicon lexicon;
    private final MarkedText text;
    private final Tokens tokens;
    private final PartyReader parties;
    private final ReportContext context;

    TakerFinder(Lexicon lexicon, MarkedText text, PartyReader parties, ReportContext context) {
        this.lexicon = lexicon;
        this.text = text;
        this.tokens = text.tokens();
        this.parties = parties;
        this.context = context;
    }

    /**
     * "Zelensky thanks Riga for a €112 million package": the one who gives thanks is the recipient, unless another is
     * named.
     */
    List<Party> thanking(Site site) {
        List<Party> found = new ArrayList<>();
        for (Predicate predicate : site.predicates()) {
            Clause clause = predicate.clause();
            if (clause == null || clause.passive() || !clause.lemma().equals("thank")) {
                continue;
            }
            for (int index : clause.subjects()) {
                ActorMention actor =
                        text.actorAt(site.clauses().groups().get(index).head());
                if (actor != null && parties.mayReceive(actor, false)) {
                    PartyReader.add(found, parties.party(actor));
                }
            }
        }
        return found;
    }

    /** "Hungary has received a loan from Chinese banks": the subject of a verb of receiving, whoever else is named. */
    List<Party> taking(Site site) {
        Clause clause = site.clause();
        List<Party> found = new ArrayList<>();
        if (clause == null
                || clause.verb() < 0
                || clause.passive()
                || !isReceipt(site, clause) && !isBorrowing(site, clause)) {
            return found;
        }
        for (int index : clause.subjects()) {
            NounGroup group = site.clauses().groups().get(index);
            if (English.ONLY_IT.at(tokens, group.head())) {
                parties.actors(site.clauses(), List.of(index)).stream()
                        .filter(p -> !lexicon.usuallyGives(p.code()))
                        .forEach(p -> PartyReader.add(found, p.inContext()));
            }
            ActorMention actor = text.actorAt(group.head());
            if (actor != null && actor.form() != ActorForm.PERSON && parties.mayReceive(actor, true)) {
                PartyReader.add(found, parties.party(actor));
            }
            if (actor == null) {
                parties.receiversInParts(site.clauses(), group).forEach(p -> PartyReader.add(found, p));
            }
        }
        return found;
    }

    private boolean isReceipt(Site site, Clause clause) {
        return text.is(clause.verb(), Cue.RECEIVE)
                && !English.RAISE.at(tokens, clause.verb())
                && site.chain().stream().anyMatch(clause.objects()::contains);
    }

    /** "The Government of Nepal signed an agreement with the World Bank for 450 million". */
    private boolean isBorrowing(Site site, Clause clause) {
        return clause.lemma().equals("sign")
                && site.clauses().groups().stream()
                        .filter(g -> g.preposition() >= clause.verbEnd() && English.WITH.at(tokens, g.preposition()))
                        .map(g -> text.actorAt(g.head()))
                        .anyMatch(actor -> actor != null && lexicon.lends(actor.code()));
    }

    /** "Ukraine received", "Sri Lanka expects", "Pakistan seeks": subjects of verbs other than giving. */
    List<Party> receiving(Site site) {
        List<Party> found = new ArrayList<>();
        for (Predicate predicate : site.predicates()) {
            Clause clause = predicate.clause();
            boolean takes = predicate.is(text, Cue.RECEIVE)
                    || predicate.is(text, Cue.SECURE)
                    || predicate.is(text, Cue.REQUEST)
                    || predicate.is(text, Cue.PLAN)
                    || predicate.is(text, Cue.DEBT)
                    || English.LOSE.at(tokens, predicate.token());
            boolean gives = predicate.is(text, Cue.GIVE) || predicate.is(text, Cue.ANNOUNCE);
            if (clause == null || predicate.behind() || gives && !predicate.is(text, Cue.RECEIVE) && !takes) {
                continue;
            }
            if (!takes && !clause.passive() && site.headIs(text, Cue.AID) && !site.headIs(text, Cue.LOAN)) {
                continue;
            }
            for (int index : clause.subjects()) {
                NounGroup group = site.clauses().groups().get(index);
                if (!site.chain().contains(index)) {
                    parties.receivers(site.clauses(), group, false).stream()
                            .filter(p -> !predicate.is(text, Cue.REQUEST) || !lexicon.appeals(p.code()))
                            .forEach(p -> PartyReader.add(found, p));
                }
                if (found.isEmpty() && takes && parties.isTheCountry(group)) {
                    parties.lastNamed(group.start(), context).ifPresent(found::add);
                }
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return found;
    }

    /** "Sudan: USAID chief announces $100 million": the subject of a headline. */
    List<Party> label(Site site) {
        ActorMention actor = text.actorAt(site.sentence().start());
        if (actor == null || actor.form() != ActorForm.NAME || !site.sentence().title()) {
            return List.of();
        }
        boolean label = tokens.isSign(actor.end(), ':') && parties.mayReceive(actor, false);
        return label ? List.of(parties.party(actor)) : List.of();
    }
}
