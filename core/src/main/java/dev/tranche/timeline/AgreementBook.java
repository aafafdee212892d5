package dev.tranche.timeline;

import dev.tranche.agreement.Agreement;
import dev.tranche.dating.StatedDate;
import dev.tranche.text.DocumentId;
import java.util.List;

/**
 * The agreements of a book, each with all reports that mention it.
 *
 * <p>Reports mention one agreement if they name the same parties, call it the same and are at most {@value #DAYS} days
 * after the first of them, or if a person merged them.
 *
 * @param agreements the agreements by parties, name and day
 */
public record AgreementBook(List<Mentioned> agreements) {

    static final int DAYS = 7;

    /** Copies the list. */
    public AgreementBook {
        agreements = List.copyOf(agreements);
    }

    /**
     * An agreement.
     *
     * @param tellings what reports say of it, the earliest first; at least one
     */
    public record Mentioned(List<Telling> tellings) {

        /** Copies the list and refuses an empty one. */
        public Mentioned {
            tellings = List.copyOf(tellings);
            if (tellings.isEmpty()) {
                throw new IllegalArgumentException("an agreement that no report mentions");
            }
        }

        /** Returns the reports that mention it, each once. */
        public List<DocumentId> reports() {
            return tellings.stream()
                    .map(one -> one.agreement().evidence().document())
                    .distinct()
                    .toList();
        }
    }

    /**
     * What a report says of an agreement.
     *
     * @param agreement the agreement in its words
     * @param reported when the report was published
     */
    public record Telling(Agreement agreement, StatedDate reported) {}
}
