package dev.tranche.view;

import dev.tranche.extract.Extraction;
import dev.tranche.timeline.FigureBook;
import java.util.List;

/**
 * A reading of a book without its text and sums.
 *
 * @param key key of the report
 * @param number number of its journal entry
 * @param title its headline, else its first words; empty for a report without words
 * @param facts how many sums it tells
 * @param withdrawn did a person take the report back?
 * @param extraction what it tells besides sums; its document has no text
 * @param figures the figures that it counts
 */
record Told(
        String key,
        long number,
        String title,
        int facts,
        boolean withdrawn,
        Extraction extraction,
        List<FigureBook.Noted> figures) {

    /** Copies the list. */
    Told {
        figures = List.copyOf(figures);
    }
}
