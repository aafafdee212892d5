package dev.tranche.assistance;

import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.syntax.Clause;
import dev.tranche.syntax.NounGroup;
import dev.tranche.syntax.Tense;
import dev.tranche.text.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Determines who acts in a predicate: a legislature, a committee, somebody with no part in the gift. */
final class Agents {

    private final Lexicon lexicon;
    private final MarkedText text;
    private final Tokens tokens;

    Agents(Lexicon lexicon, MarkedText text) {
        this.lexicon = lexicon;
        this.text = text;
        this.tokens = text.tokens();
    }

    /** Opposing others' aid does not stop it: "China opposes US arms sales". */
    boolean isByStranger(Site site, Predicate p, Roles roles) {
        Clause clause = p.clause();
        if (clause == null || roles.donors().isEmpty()) {
            return false;
        }
        for (int index : clause.passive() ? clause.agents() : clause.subjects()) {
            ActorMention actor =
                    actorIn(speakerFor(site, clause, site.clauses().groups().get(index)));
            if (actor == null) {
                continue;
            }
            boolean own = roles.donorCodes().contains(actor.code())
                    || roles.donorCodes().stream().anyMatch(code -> isMember(actor, code))
                    || roles.donorCodes().contains(PartyReader.ALLIES);
            if (!own && !actor.isPrivate()) {
                return true;
            }
        }
        return false;
    }

    /** The referent of a pronoun in reported speech: "Beijing said it opposes". */
    private NounGroup speakerFor(Site site, Clause clause, NounGroup group) {
        if (clause.speech() < 0 || !English.IT.at(tokens, group.head())) {
            return group;
        }
        List<Integer> speakers = site.clauses().all().get(clause.speech()).subjects();
        return speakers.isEmpty() ? group : site.clauses().groups().get(speakers.getFirst());
    }

    private @Nullable ActorMention actorIn(NounGroup group) {
        ActorMention actor = text.actorAt(group.head());
        for (int token = group.start(); token < group.end() && actor == null; token++) {
            actor = text.actorAt(token);
        }
        return actor;
    }

    private boolean isMember(ActorMention actor, String code) {
        return lexicon.isMember(actor.code(), code);
    }

    /** Is it the act of a legislature? */
    boolean isByLegislature(Site site, Predicate p) {
        Clause clause = p.clause();
        if (clause == null) {
            return false;
        }
        List<Integer> by = clause.passive() ? clause.agents() : clause.subjects();
        return by.stream().map(site.clauses().groups()::get).anyMatch(g -> isLegislature(g) || isMajority(site, g));
    }

    /** "A majority in the Danish Parliament": the noun after the preposition says of which house. */
    private boolean isMajority(Site site, NounGroup group) {
        return English.MAJORITY.at(tokens, group.head())
                && site.clauses().groups().stream().anyMatch(g -> g.preposition() == group.end() && isLegislature(g));
    }

    /** Is it the act of the board of a lender: "the Fund's board granted"? */
    boolean isByBoard(Site site, Predicate p) {
        Clause clause = p.clause();
        return clause != null
                && (clause.passive() ? clause.agents() : clause.subjects())
                        .stream().map(site.clauses().groups()::get).anyMatch(g -> English.BOARD.at(tokens, g.head()));
    }

    /** Is it the act of a bank, whose vote grants the money: "the Development Bank approved"? */
    boolean isByBank(Site site, Predicate p) {
        Clause clause = p.clause();
        return clause != null
                && (clause.passive() ? clause.agents() : clause.subjects())
                        .stream()
                                .map(site.clauses().groups()::get)
                                .map(this::actorIn)
                                .anyMatch(actor -> actor != null && actor.kind().equals("bank"));
    }

    /** Is it the act of a committee of a legislature? */
    boolean isByCommittee(Site site, Predicate p) {
        Clause clause = p.clause();
        if (clause == null) {
            return false;
        }
        List<Integer> by = clause.passive() ? clause.agents() : clause.subjects();
        return by.stream().map(site.clauses().groups()::get).anyMatch(this::isCommittee);
    }

    /** A committee, unless its name is that of a body whose vote grants the money. */
    private boolean isCommittee(NounGroup group) {
        for (int token = group.start(); token < group.end(); token++) {
            ActorMention actor = text.actorAt(token);
            boolean decides = actor != null
                    && actor.kind().equals("parliament")
                    && !actor.name().endsWith("Committee");
            if (text.is(token, Cue.COMMITTEE) && !decides) {
                return true;
            }
        }
        return false;
    }

    /** Does the group name a legislature? */
    boolean isLegislature(NounGroup group) {
        return Legislatures.named(text, group.start(), group.end());
    }

    /** "Signed a support package": something a head of state signs into law, not an agreement between two parties. */
    boolean signsPackage(Site site, Predicate p) {
        Clause clause = p.clause();
        return clause != null
                && clause.objects().stream()
                        .map(site.clauses().groups()::get)
                        .anyMatch(g -> text.is(g.head(), Cue.PACKAGE) || text.is(g.head(), Cue.BILL));
    }

    /** "The Senate votes 70-29 for the package", "voted in favour of $2bn", "voted by 70 votes to 29 to send $2bn". */
    boolean isVoteFor(Site site, Predicate p) {
        Clause clause = p.clause();
        if (clause == null || !clause.lemma().equals("vote") || !p.isReal() || p.negative()) {
            return false;
        }
        NounGroup group = site.group();
        int preposition = group == null ? -1 : group.preposition();
        boolean object = group != null && clause.objects().contains(group.index())
                || preposition >= 0
                        && (English.FOR.at(tokens, preposition)
                                || English.IN.at(tokens, preposition) && English.FAVOUR.at(tokens, preposition + 1));
        Clause own = site.clause();
        boolean act = own != null
                && own.parent() == clause.index()
                && (own.tense() == Tense.INFINITIVE || English.FAVOUR.at(tokens, own.verbStart() - 2));
        return (object || act)
                && clause.subjects().stream()
                        .map(site.clauses().groups()::get)
                        .anyMatch(g -> isLegislature(g) || isCommittee(g));
    }
}
