package dev.tranche.view;

import dev.tranche.dating.StatedDate;
import dev.tranche.timeline.Claim;
import java.util.List;

/**
 * A statement of a book with what lies around it.
 *
 * @param id its place in the book of claims
 * @param claim the statement as all reports tell it
 * @param published when the first report that tells it was published
 * @param denies places of the statements that it denies
 */
public record StatementLine(int id, Claim claim, StatedDate published, List<Integer> denies) {

    /** Copies the list. */
    public StatementLine {
        denies = List.copyOf(denies);
    }
}
