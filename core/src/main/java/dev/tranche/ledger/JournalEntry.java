package dev.tranche.ledger;

import dev.tranche.extract.Extraction;
import dev.tranche.review.Decision;

/** One line of the journal. Nothing is edited; errors are corrected by later lines. */
public sealed interface JournalEntry {

    /**
     * A report was read.
     *
     * @param extraction everything that one version of the reader read from it
     */
    record Read(Extraction extraction) implements JournalEntry {}

    /**
     * A person decided something about the book.
     *
     * @param decision the decision: who, when, why and what
     */
    record Decided(Decision decision) implements JournalEntry {}

    /**
     * A report was withdrawn by its agency; nothing in it counts any more. Older books use this form also for what a
     * person withdrew; a {@link Decided} also says who and when.
     *
     * @param report id of the report
     * @param reason the reason, in words
     */
    record Withdrawn(String report, String reason) implements JournalEntry {

        /** Refuses a withdrawal without a reason. */
        public Withdrawn {
            if (report.isBlank() || reason.isBlank()) {
                throw new IllegalArgumentException("a report is withdrawn by its id and with a reason");
            }
        }
    }
}
