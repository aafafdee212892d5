package dev.tranche.standing;

import dev.tranche.fact.Basis;
import dev.tranche.fact.Cell;
import dev.tranche.fact.Cells;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Doubt;
import dev.tranche.resolve.Claim;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds cells of an entry that no report puts into words: what is usual, or stands elsewhere in the report, is weaker than
 * the words of the sum's own sentence.
 *
 * <p>The weights were chosen on the gold book of November and December 2022: there all entries whose donor was only the
 * usual one were wrong, while single cells from the context were right as often as not.
 */
final class CellDoubts {

    private CellDoubts() {}

    private record Side(String name, Function<Cells, List<Cell>> cells, int usual, int context) {}

    private static final List<Side> SIDES = List.of(
            new Side("donor", Cells::donor, 55, 10),
            new Side("recipient", Cells::recipient, 40, 25),
            new Side("type", Cells::type, 15, 0),
            new Side("stage", Cells::stage, 20, 0));

    /** Returns the doubt about the cells of an entry without words of their own. */
    static Optional<Doubt> of(Commitment entry) {
        int worth = 0;
        List<String> weak = new ArrayList<>();
        for (Side side : SIDES) {
            Optional<Basis> best = best(entry, side);
            int weight = best.map(basis -> switch (basis) {
                        case WORDS, RECORD -> 0;
                        case CONTEXT -> side.context();
                        case DEFAULT -> side.usual();
                    })
                    .orElse(0);
            if (weight > 0) {
                worth += weight;
                weak.add(side.name()
                        + (best.orElseThrow() == Basis.DEFAULT ? " (only the usual value)" : " (from the context)"));
            }
        }
        return worth == 0
                ? Optional.empty()
                : Optional.of(new Doubt(
                        "no-own-words",
                        "No report states these cells in the sum's own sentence: " + String.join(", ", weak)
                                + ". A report that does would remove the doubt.",
                        entry.claims().stream().map(Claim::id).limit(5).toList(),
                        Math.min(100, worth)));
    }

    /** Returns the best basis that a claim gives for a cell; empty where the reading tells no bases. */
    private static Optional<Basis> best(Commitment entry, Side side) {
        return entry.claims().stream()
                .map(claim -> claim.fact().cells())
                .map(cells -> worst(side.cells().apply(cells), cells.equals(Cells.NONE)))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** Of several parties the one that is told worst decides; a claim of a person counts as words. */
    private static Optional<Basis> worst(List<Cell> cells, boolean untold) {
        return untold
                ? Optional.of(Basis.WORDS)
                : cells.stream().map(Cell::basis).max(Comparator.naturalOrder());
    }
}
