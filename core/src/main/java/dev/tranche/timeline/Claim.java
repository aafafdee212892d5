package dev.tranche.timeline;

import dev.tranche.statement.Statement;
import dev.tranche.text.DocumentId;
import java.util.List;

/**
 * A statement as given by all reports together.
 *
 * @param statement its first mention
 * @param reports the reports that contain it, sorted, each once
 * @param denials indices in the book of claims of the statements that deny it
 */
public record Claim(Statement statement, List<DocumentId> reports, List<Integer> denials) {

    /** Copies the lists and refuses a claim without a report. */
    public Claim {
        reports = List.copyOf(reports);
        denials = List.copyOf(denials);
        if (reports.isEmpty()) {
            throw new IllegalArgumentException("a claim needs a report");
        }
    }
}
