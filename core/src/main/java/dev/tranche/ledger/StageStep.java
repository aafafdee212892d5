package dev.tranche.ledger;

import dev.tranche.dating.StatedDate;
import dev.tranche.fact.Stage;
import java.util.List;

/**
 * One stage of an entry with its own date and evidence.
 *
 * @param stage the stage
 * @param date the first days on which it is reported
 * @param reports keys of the reports that mention it, sorted
 */
public record StageStep(Stage stage, StatedDate date, List<String> reports) {

    /** Copies the list. */
    public StageStep {
        reports = List.copyOf(reports);
    }
}
