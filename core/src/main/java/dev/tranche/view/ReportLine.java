package dev.tranche.view;

import dev.tranche.dating.Publication;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A report of a book without its text.
 *
 * @param key its key in the book
 * @param id its own id; several texts may have one
 * @param number the number of its journal entry
 * @param first the number of the entry that first added any version of it
 * @param outlet who published it, where stated
 * @param title its headline, else its first words; empty for a report without words
 * @param address where it was published, where stated
 * @param published when it was published, and how that is known
 * @param facts number of sums it states
 * @param withdrawn did its agency or a person withdraw it?
 * @param feeds the addresses, without their schemes, of the feeds and pages that brought it, in order
 */
public record ReportLine(
        String key,
        String id,
        long number,
        long first,
        Optional<String> outlet,
        String title,
        Optional<String> address,
        Publication published,
        int facts,
        boolean withdrawn,
        List<String> feeds) {

    /** Copies the list. */
    public ReportLine {
        feeds = List.copyOf(feeds);
    }

    /** May it have been published between the two days, both included? */
    public boolean isWithin(Optional<LocalDate> from, Optional<LocalDate> to) {
        return Days.meet(published.date(), from, to);
    }
}
