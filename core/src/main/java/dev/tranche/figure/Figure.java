package dev.tranche.figure;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.Bound;
import dev.tranche.text.Evidence;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number of something other than money.
 *
 * @param value the number
 * @param bound whether the number is exact, approximate or a limit
 * @param unit what is counted, in plain words
 * @param source who says so, where named
 * @param evidence the words
 */
public record Figure(BigDecimal value, Bound bound, String unit, Optional<String> source, Evidence evidence) {

    /** Refuses a figure of nothing. */
    public Figure {
        if (unit.isBlank()) {
            throw new IllegalArgumentException("a figure needs a unit");
        }
    }

    /** Does it count something that others may count differently? A distance or a time does not. */
    public boolean isCount() {
        return !Unit.tables(Lexicon.standard()).measures().contains(unit);
    }
}
