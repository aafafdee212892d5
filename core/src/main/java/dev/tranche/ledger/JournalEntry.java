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
     * A report was withdrawn by its agency: of what came in from the same origin under this id, nothing counts any more,
     * whether it came before or comes later. A person may restore it.
     *
     * @param report id of the report
     * @param origin where the withdrawal came from, see {@link dev.tranche.text.Delivery}
     * @param reason why, for people
     */
    record Recalled(String report, String origin, String reason) implements JournalEntry {

        /** Refuses one without an id, an origin or a reason. */
        public Recalled {
            if (report.isBlank() || origin.isBlank() || reason.isBlank()) {
                throw new IllegalArgumentException("an agency withdraws by id, from an origin and with a reason");
            }
        }
    }

    /**
     * A report was withdrawn, whatever its origin; nothing in it counts any more. Only older books hold this form; a
     * {@link Decided} also says who and when.
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
