package dev.tranche.ledger;

import dev.tranche.extract.Extraction;
import dev.tranche.review.Decision;

/** One line of the journal. Nothing is edited; what was wrong is corrected by a later line. */
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
     * @param decision who, when, why and what
     */
    record Decided(Decision decision) implements JournalEntry {}

    /**
     * A report was taken back by its agency; nothing that it says counts any more. Older books hold this form for what a
     * person took back, too; a {@link Decided} says also who and when.
     *
     * @param report id of the report
     * @param reason why, for people
     */
    record Withdrawn(String report, String reason) implements JournalEntry {

        /** Refuses a decision without a reason. */
        public Withdrawn {
            if (report.isBlank() || reason.isBlank()) {
                throw new IllegalArgumentException("a report is withdrawn by its id and with a reason");
            }
        }
    }
}
