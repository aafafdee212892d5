package dev.tranche.standing;

import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Doubt;
import dev.tranche.review.Field;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds the cells of an entry that its doubts are about; doubts about the sum itself concern none of these. */
public final class DoubtedCells {

    private DoubtedCells() {}

    /**
     * Returns the cells concerned by the doubts of an entry, in display order; at most donor,
     * recipient, type and stage.
     *
     * @param find finds an entry by its id: the package this one is part of
     */
    public static Set<Field> of(Commitment entry, Function<String, Optional<Commitment>> find) {
        Set<Field> cells = EnumSet.noneOf(Field.class);
        for (Doubt doubt : entry.judgement().doubts()) {
            switch (doubt.code()) {
                case "no-donor" -> cells.add(Field.DONOR);
                case "no-recipient" -> cells.add(Field.RECIPIENT);
                case "no-kind" -> cells.add(Field.TYPE);
                case "domestic" -> {
                    cells.add(Field.DONOR);
                    cells.add(Field.RECIPIENT);
                }
                case CellDoubts.NO_OWN_WORDS ->
                    cells.addAll(CellDoubts.fields(entry, entry.parent().flatMap(find)));
                default -> {}
            }
        }
        return Collections.unmodifiableSet(cells);
    }
}
