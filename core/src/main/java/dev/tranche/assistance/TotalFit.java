package dev.tranche.assistance;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.StatedAmount;
import dev.tranche.problem.Problems;
import dev.tranche.text.Document;
import java.util.Optional;
import java.util.function.Function;

/** Fits {@link TotalWeights} to reports in which it is known what each sum of assistance is. */
public final class TotalFit {

    private static final String HEAD =
            "# Made by `tranche eval --fit-totals`; what rows and columns mean is in docs/reference/totals.md.\n";

    /** Chosen among 1, 3 and 6 by cross-validation over reports; see designs/totals.md. */
    private static final double PENALTY = 3;

    private static final int FEWEST = 6;

    private final Lexicon lexicon;
    private final ReaderWeights weights;
    private final ClueFit fit = new ClueFit(2, PENALTY, FEWEST);

    private TotalFit(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.weights = ReaderWeights.of(lexicon);
    }

    /** Builds a fit without any sums. */
    public static TotalFit of(Lexicon lexicon) {
        return new TotalFit(lexicon);
    }

    /**
     * Adds the sums of a report that are read as assistance.
     *
     * @param document the report
     * @param total whether an amount of the report is a total; empty if it is not known
     */
    public void add(Document document, Function<StatedAmount, Optional<Boolean>> total) {
        MarkedText text = MarkedText.of(lexicon, document, new Problems());
        for (FactReader.Judged sum : FactReader.kinds(lexicon, weights, text)) {
            total.apply(sum.amount()).ifPresent(is -> fit.add(sum.clues(), is ? 1 : 0));
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
