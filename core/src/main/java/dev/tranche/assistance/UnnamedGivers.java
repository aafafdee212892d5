package dev.tranche.assistance;

import dev.tranche.fact.Basis;
import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.syntax.Clause;
import dev.tranche.syntax.NounGroup;
import dev.tranche.text.Tokens;
import java.util.Optional;

/**
 * Finds possible donors of a sum whose sentence names none: a stranger, the report itself, a government, somebody named
 * before.
 */
final class UnnamedGivers {

    /** The most words after "Dutch" that may describe the person: "Dutch container shipping heiress". */
    private static final int PERSON = 4;

    private final Lexicon lexicon;
    private final MarkedText text;
    private final Tokens tokens;
    private final PartyReader parties;

    UnnamedGivers(Lexicon lexicon, MarkedText text, PartyReader parties) {
        this.lexicon = lexicon;
        this.text = text;
        this.tokens = text.tokens();
        this.parties = parties;
    }

    /** Is a company, a charity or a private person the subject of the nearest verb of giving? */
    boolean hasUnknownSubject(Site site) {
        for (Predicate predicate : site.predicates()) {
            Clause clause = predicate.clause();
            boolean signs = clause != null && clause.lemma().equals("sign") && English.isContract(tokens, site.heads());
            boolean gives = predicate.is(text, Cue.GIVE) || predicate.is(text, Cue.PROMISE) || signs;
            if (clause == null || predicate.behind() || !gives) {
                continue;
            }
            for (int index : clause.subjects()) {
                NounGroup group = site.clauses().groups().get(index);
                boolean given = clause.passive() && text.is(group.head(), Cue.MONEY);
                boolean name = !given
                        && isUnknownName(group.head())
                        && (group.end() - group.start() == 1 || isUnknownName(group.head() - 1))
                        && !tokens.isCapital(predicate.token());
                boolean official = text.actorsFrom(clause.verbStart() - 3, clause.verbStart()).stream()
                        .anyMatch(a -> !a.isPrivate());
                if (name && !official && parties.inside(site.clauses(), group).isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "Dutch shipping heiress 'Mimi' Vos": only the home country of a private person is named. */
    boolean isPrivatePerson(Party party) {
        ActorMention actor = text.actorAt(party.start());
        if (actor == null || actor.form() != ActorForm.ADJECTIVE) {
            return false;
        }
        int end = text.sentenceOf(actor.start()).end();
        for (int token = actor.end(); token < Math.min(end, actor.end() + PERSON); token++) {
            if (text.is(token, Cue.GOVERNMENT) || text.is(token, Cue.AID)) {
                return false;
            }
            if (text.is(token, Cue.PRIVATE)) {
                return true;
            }
        }
        return false;
    }

    private boolean isUnknownName(int token) {
        return tokens.isWord(token)
                && tokens.isCapital(token)
                && (!tokens.isUpper(token) || tokens.end(token) - tokens.start(token) > 2)
                && text.actorAt(token) == null
                && !English.WE.at(tokens, token)
                && !English.IT.at(tokens, token)
                && !English.DEMONSTRATIVE.at(tokens, token)
                && !English.INSTITUTION.at(tokens, token)
                && !text.is(token, Cue.LEGISLATURE)
                && !text.is(token, Cue.GOVERNMENT)
                && !text.is(token, Cue.DONORS)
                && !text.is(token, Cue.BILL)
                && !text.is(token, Cue.AID);
    }

    /** Is the report in the first person: "we announced", "I am proud"? */
    boolean speaksItself(Site site) {
        return site.predicates().stream()
                .map(Predicate::clause)
                .filter(clause -> clause != null && clause.speech() < 0)
                .flatMap(clause -> clause.subjects().stream())
                .anyMatch(index ->
                        English.WE.at(tokens, site.clauses().groups().get(index).head()));
    }

    /** Is the subject a government without a name, or the speaker: "the administration is requesting", "we provided"? */
    boolean hasNamelessSubject(Site site) {
        for (Predicate predicate : site.predicates()) {
            Clause clause = predicate.clause();
            if (clause == null) {
                continue;
            }
            for (int index : clause.subjects()) {
                NounGroup group = site.clauses().groups().get(index);
                if (English.WE.at(tokens, group.head())
                        || text.is(group.head(), Cue.GOVERNMENT) && text.actorAt(group.head()) == null) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The last official named before a clause without its own subject: "as he pledges £300m". */
    Optional<Party> personBefore(Site site) {
        for (int token = site.sum().start() - 1; token >= 0 && site.index() - text.sentenceIndex(token) <= 1; token--) {
            ActorMention actor = text.actorAt(token);
            if (actor != null && actor.form() == ActorForm.PERSON && lexicon.usuallyGives(actor.code())) {
                return Optional.of(new Party(actor.code(), actor.start(), actor.end(), Basis.CONTEXT));
            }
        }
        return Optional.empty();
    }
}
