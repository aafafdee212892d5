package dev.tranche.assistance;

import dev.tranche.fact.AidType;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.problem.Problems;
import dev.tranche.text.Document;
import dev.tranche.text.Span;
import java.util.Map;

/**
 * Fits the table that chooses a type where no adjacent word gives one, using sums whose type is known.
 *
 * <p>The fit is a multinomial logistic regression with a penalty on large weights. Not safe for several threads.
 */
public final class TypeFit {

    private static final String HEAD =
            "# Made by `tranche eval --fit-types`; what rows and columns mean is in docs/reference/types.md.\n";

    /**
     * Chosen among 2, 4, 8 and 16, between which cross-validation over reports did not distinguish; see
     * designs/types.md.
     */
    private static final double PENALTY = 2;

    /** A clue found with fewer sums is left out: it would not carry over to other reports. */
    private static final int FEWEST = 3;

    private final Lexicon lexicon;
    private final ReaderWeights weights;
    private final ClueFit fit = new ClueFit(TypeWeights.COLUMNS.size(), PENALTY, FEWEST);

    private TypeFit(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.weights = ReaderWeights.of(lexicon);
    }

    /** Builds a fit without any sums. */
    public static TypeFit of(Lexicon lexicon) {
        return new TypeFit(lexicon);
    }

    /**
     * Adds the sums of a report whose type no adjacent word gives; the others are skipped.
     *
     * @param document the report
     * @param types the known type by the span of the evidence of the fact read
     */
    public void add(Document document, Map<Span, AidType> types) {
        if (types.isEmpty()) {
            return;
        }
        MarkedText text = MarkedText.of(lexicon, document, new Problems());
        for (FactReader.Weighed sum : FactReader.weighed(lexicon, weights, text)) {
            AidType type = types.get(sum.quote());
            if (type != null) {
                fit.add(sum.clues().stream().map(TypeClues.Clue::name).toList(), type.ordinal());
            }
        }
    }

    /** Returns the number of sums added. */
    public int sums() {
        return fit.size();
    }

    /** Returns the fitted table: a comment, a header and a row for each clue. */
    public String table() {
        return ClueTable.text(HEAD, TypeWeights.COLUMNS, fit.weights());
    }
}
