package dev.tranche.fact;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import java.util.List;

/** Reads the sums of assistance that a marked text states. */
public final class FactReader {

    private FactReader() {}

    /** Returns the facts of a text in the order of their words. */
    public static List<Fact> read(Lexicon lexicon, MarkedText text) {
        return List.of();
    }
}
