package dev.tranche.assistance;

import dev.tranche.lexicon.Cue;
import dev.tranche.mention.MarkedText;
import dev.tranche.syntax.Clause;
import dev.tranche.syntax.NounGroup;
import dev.tranche.text.Span;
import dev.tranche.text.Tokens;
import java.util.Optional;

/**
 * Finds the words that name who made a sum public: the subject of the verb that announces it, else of the one that
 * reports it.
 */
final class AnnouncerFinder {

    private final MarkedText text;
    private final Tokens tokens;

    AnnouncerFinder(MarkedText text) {
        this.text = text;
        this.tokens = text.tokens();
    }

    /** Returns the words of the noun group; empty if nobody is named, as for "it announced". */
    Optional<Span> find(Site site) {
        for (Predicate predicate : site.predicates()) {
            Clause clause = predicate.clause();
            if (clause == null) {
                continue;
            }
            boolean tells = !predicate.isNoun()
                    && (predicate.is(text, Cue.ANNOUNCE)
                            || predicate.is(text, Cue.PROMISE)
                            || predicate.is(text, Cue.SAY));
            if (tells) {
                Optional<Span> named = actor(site, clause);
                if (named.isPresent()) {
                    return named;
                }
            }
        }
        Clause own = site.clause();
        return own == null || own.speech() < 0
                ? Optional.empty()
                : actor(site, site.clauses().all().get(own.speech()));
    }

    private Optional<Span> actor(Site site, Clause clause) {
        for (int index : clause.passive() ? clause.agents() : clause.subjects()) {
            NounGroup group = site.clauses().groups().get(index);
            boolean pronoun = English.IT.at(tokens, group.head())
                    || English.WE.at(tokens, group.head())
                    || English.DEMONSTRATIVE.at(tokens, group.head());
            if (!pronoun && !site.chain().contains(index)) {
                return Optional.of(tokens.span(group.start(), group.end() - 1));
            }
        }
        return Optional.empty();
    }
}
