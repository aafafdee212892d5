package dev.tranche.view;

import dev.tranche.dating.StatedDate;
import dev.tranche.timeline.Claim;
import java.util.List;

/**
 * A statement of a book with its context.
 *
 * @param id its index in the book of claims
 * @param claim the statement as given by all reports
 * @param published when its first report was published
 * @param denies indices of the statements it denies
 */
public record StatementLine(int id, Claim claim, StatedDate published, List<Integer> denies) {

    /** Copies the list. */
    public StatementLine {
        denies = List.copyOf(denies);
    }
}
