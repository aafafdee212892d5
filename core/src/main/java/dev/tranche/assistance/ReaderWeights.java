package dev.tranche.assistance;

import dev.tranche.lexicon.Lexicon;

/** The fitted tables that decide when no word beside a sum does; immutable. */
public final class ReaderWeights {

    private final TypeWeights types;
    private final SumWeights sums;
    private final TotalWeights totals;

    private ReaderWeights(TypeWeights types, SumWeights sums, TotalWeights totals) {
        this.types = types;
        this.sums = sums;
        this.totals = totals;
    }

    /**
     * Returns the weights of a lexicon: a user's table replaces the shipped one.
     *
     * @throws dev.tranche.lexicon.LexiconException for a weight that is not a whole number
     */
    public static ReaderWeights of(Lexicon lexicon) {
        return new ReaderWeights(TypeWeights.of(lexicon), SumWeights.of(lexicon), TotalWeights.of(lexicon));
    }

    TypeWeights types() {
        return types;
    }

    SumWeights sums() {
        return sums;
    }

    TotalWeights totals() {
        return totals;
    }
}
