package dev.tranche.assistance;

import dev.tranche.lexicon.Cue;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.syntax.Clause;
import dev.tranche.text.Tokens;
import java.util.Set;

/** Recognises totals by their verb: aid that grows to a sum, or that will have been given. */
final class TotalVerbs {

    private static final Set<String> GROW = Set.of("grow", "increase", "swell", "climb", "rise");
    private static final Words HAVE = Words.of("have");
    private static final Words WILL = Words.of("will");
    private static final Words AMOUNT = Words.of("amount sum total volume value");

    private final MarkedText text;
    private final Tokens tokens;

    TotalVerbs(MarkedText text) {
        this.text = text;
        this.tokens = text.tokens();
    }

    /** "With this package, Sweden will have given 22 million". */
    boolean isFuturePerfect(Site site) {
        Clause clause = site.clause();
        return clause != null
                && clause.verb() >= 0
                && HAVE.at(tokens, clause.verb() - 1)
                && WILL.at(tokens, clause.verb() - 2)
                && site.verb()
                        .filter(p -> p.is(text, Cue.GIVE) || p.is(text, Cue.APPROVE))
                        .isPresent();
    }

    /** "With it, aid for this year increases to 7 million": aid is the subject, and the sum its new height. */
    boolean isGrown(Site site) {
        Clause clause = site.clause();
        return clause != null
                && GROW.contains(clause.lemma())
                && site.group() != null
                && site.group().preposition() >= 0
                && English.TO.at(tokens, site.group().preposition())
                && clause.subjects().stream()
                        .map(site.clauses().groups()::get)
                        .anyMatch(g -> Site.any(text, g.start(), g.end(), Cue.AID)
                                || AMOUNT.at(tokens, g.head()) && site.sentenceHas(text, Cue.AID));
    }
}
