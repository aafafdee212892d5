package dev.tranche.assistance;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.StatedAmount;
import dev.tranche.problem.Problems;
import dev.tranche.text.Document;
import java.util.function.Predicate;

/** Fits {@link SumWeights} to reports whose sums of assistance are known. */
public final class SumFit {

    private static final String HEAD =
            "# Made by `tranche eval --fit-sums`; what rows and columns mean is in docs/reference/sums.md.\n";

    /**
     * Chosen among 3, 6 and 10, between which cross-validation over reports hardly distinguished; see designs/sums.md.
     */
    private static final double PENALTY = 3;

    private static final int FEWEST = 6;

    private final Lexicon lexicon;
    private final ReaderWeights weights;
    private final ClueFit fit = new ClueFit(2, PENALTY, FEWEST);

    private SumFit(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.weights = ReaderWeights.of(lexicon);
    }

    /** Builds a fit without any sums. */
    public static SumFit of(Lexicon lexicon) {
        return new SumFit(lexicon);
    }

    /**
     * Adds all sums of a report, whatever the rules decided.
     *
     * @param document the report
     * @param assistance whether an amount in the report is assistance
     */
    public void add(Document document, Predicate<StatedAmount> assistance) {
        MarkedText text = MarkedText.of(lexicon, document, new Problems());
        for (FactReader.Judged sum : FactReader.judged(lexicon, weights, text)) {
            fit.add(sum.clues(), assistance.test(sum.amount()) ? 1 : 0);
        }
    }

    /** Returns the number of sums added. */
    public int sums() {
        return fit.size();
    }

    /** Returns the fitted table: a comment, a header and a row for each clue. */
    public String table() {
        return fit.table(HEAD);
    }
}
