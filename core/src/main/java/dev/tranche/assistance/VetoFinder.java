package dev.tranche.assistance;

import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** Finds the sentences in which a member of a union vetoes or blocks the union's money. */
final class VetoFinder {

    private static final Words BLOCK =
            Words.of("block blocks blocked blocking derail derails derailed refuse refuses refused");
    private static final Words VETO = Words.of("veto vetoes vetoed vetoing");

    private final MarkedText text;
    private final BitSet vetoed = new BitSet();

    VetoFinder(Lexicon lexicon, MarkedText text) {
        this.text = text;
        boolean union = namesUnionAndMember(lexicon, text);
        for (int token = 0; token < text.tokens().size(); token++) {
            if (VETO.at(text.tokens(), token) || union && BLOCK.at(text.tokens(), token)) {
                vetoed.set(text.sentenceIndex(token));
            }
        }
    }

    private static boolean namesUnionAndMember(Lexicon lexicon, MarkedText text) {
        Set<String> named = new HashSet<>();
        text.actors().stream().map(ActorMention::code).forEach(named::add);
        return named.stream()
                .anyMatch(code -> lexicon.unionOf(code).filter(named::contains).isPresent());
    }

    /** Does a member of a union veto in this sentence, and not a president a bill of his parliament? */
    boolean isVetoed(Site site) {
        return vetoed.get(site.index())
                && !site.sentenceHas(text, Cue.LEGISLATURE)
                && !site.sentenceHas(text, Cue.BILL);
    }
}
