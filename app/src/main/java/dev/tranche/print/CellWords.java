package dev.tranche.print;

import dev.tranche.fact.Cell;
import dev.tranche.fact.Cells;
import java.util.List;

/** Names the cells of a fact, in the order in which they are shown. */
final class CellWords {

    private CellWords() {}

    /** The words of one cell. */
    record Named(String name, List<Cell> cells) {}

    static List<Named> of(Cells cells) {
        return List.of(
                new Named("donor", cells.donor()),
                new Named("recipient", cells.recipient()),
                new Named("type", cells.type()),
                new Named("stage", cells.stage()),
                new Named("authority", cells.authority()),
                new Named("ordinal", cells.ordinal()),
                new Named("announcer", cells.announcer()),
                new Named("date", cells.date()));
    }
}
