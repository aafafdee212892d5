package dev.tranche.view;

import dev.tranche.dating.Publication;
import dev.tranche.extract.Extraction;
import dev.tranche.ledger.Gist;
import dev.tranche.text.Document;
import dev.tranche.timeline.Teller;
import java.util.List;
import java.util.Optional;

/**
 * A reading without its text: all that a book needs of it.
 *
 * @param gist what the ledger needs
 * @param title its headline, else its first words; empty for a report without words
 * @param address where it was published, where stated
 * @param basis how its day is known
 * @param teller what it tells besides sums, under its id
 */
public record LeanReading(Gist gist, String title, Optional<String> address, Publication.Basis basis, Teller teller) {

    /** Length of the first words that name a report without a headline, in characters. */
    private static final int MOST_CALLED = 100;

    /** Takes from a reading what a book needs; the same reading always gives the same. */
    public static LeanReading of(Extraction reading) {
        Document document = reading.document();
        return new LeanReading(
                Gist.of(reading),
                called(document),
                document.address(),
                reading.published().basis(),
                Teller.of(document.id().value(), reading));
    }

    /** A report without a headline is called by its first words. */
    private static String called(Document document) {
        String title = document.title().strip();
        if (!title.isEmpty()) {
            return title;
        }
        String first = document.text().strip().lines().findFirst().orElse("").strip();
        if (first.length() <= MOST_CALLED) {
            return first;
        }
        int end = first.lastIndexOf(' ', MOST_CALLED);
        return first.substring(0, end > 0 ? end : MOST_CALLED) + " …";
    }

    /** Returns when it was published, without the words that say so. */
    Publication published() {
        return new Publication(gist.published(), basis, List.of());
    }
}
