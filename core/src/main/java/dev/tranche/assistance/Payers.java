package dev.tranche.assistance;

import dev.tranche.lexicon.Cue;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.syntax.NounGroup;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds who pays for what others made: "American weapons paid for by Germany", "a fund financed by Norway and Canada". */
final class Payers {

    private static final Words PAID = Words.of("paid funded financed bankrolled bought purchased");

    private final MarkedText text;
    private final Tokens tokens;
    private final PartyReader parties;

    Payers(MarkedText text, PartyReader parties) {
        this.text = text;
        this.tokens = text.tokens();
        this.parties = parties;
    }

    /** Returns who pays according to the words after the sum, in order; empty when they do not say so. */
    List<Party> find(Site site, Set<String> recipients) {
        if (isGivenByOther(site, recipients)) {
            return List.of();
        }
        for (int token = site.sum().end(); token < site.sentence().end() && text.sumAt(token) == null; token++) {
            int by = English.FOR.at(tokens, token + 1) ? token + 2 : token + 1;
            if (PAID.at(tokens, token) && English.BY.at(tokens, by)) {
                return listed(site, by, recipients);
            }
        }
        return List.of();
    }

    /** "Norway gives 5 million for a clinic financed by Japan": the subject gives, and the other paid for something else. */
    private boolean isGivenByOther(Site site, Set<String> recipients) {
        List<Integer> subjects = site.actors().stream().map(NounGroup::index).toList();
        return site.verb()
                        .filter(p -> p.is(text, Cue.GIVE) || p.is(text, Cue.PROMISE) || p.is(text, Cue.LEND))
                        .isPresent()
                && parties.actors(site.clauses(), subjects).stream()
                        .anyMatch(p -> !p.isPrivate() && !recipients.contains(p.code()));
    }

    private List<Party> listed(Site site, int by, Set<String> recipients) {
        List<Party> found = new ArrayList<>();
        int last = -1;
        for (NounGroup group : site.clauses().groups()) {
            if (group.preposition() == by || last >= 0 && group.coordinated() == last) {
                parties.actors(site.clauses(), List.of(group.index())).stream()
                        .filter(p -> !p.isPrivate() && !recipients.contains(p.code()))
                        .forEach(p -> PartyReader.add(found, p));
                last = group.index();
            }
        }
        return found;
    }
}
