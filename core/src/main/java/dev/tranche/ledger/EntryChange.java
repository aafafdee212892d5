package dev.tranche.ledger;

import dev.tranche.extract.ExtractionVersion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One entry that differs between two states of a ledger, and the words that are read differently.
 *
 * @param id its permanent name: the later one, of a removed entry the one that it had
 * @param kind what became of it
 * @param cells the cells that differ, in the order in which entries show them; of an added or removed entry all that say
 *     something
 * @param words the places of reports that are read differently, in order; empty where only other entries have changed
 */
public record EntryChange(String id, Kind kind, List<CellChange> cells, List<WordChange> words) {

    /** What became of an entry. */
    public enum Kind {
        /** It is there only afterwards. */
        ADDED,
        /** It was there only before. */
        REMOVED,
        /** Cells of it differ. */
        CHANGED;

        /** Returns the word used in JSON and tables: lower case. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A cell before and after.
     *
     * @param name its word, as in {@link dev.tranche.review.Field#slug}, else {@code id}, {@code standing},
     *     {@code counted}, {@code doubts} or {@code sources}, the number of places in reports
     * @param before its value; empty where there was none
     * @param after its value; empty where there is none
     * @param quote the words behind the value; empty where none of the words have to do with it
     */
    public record CellChange(String name, String before, String after, Optional<String> quote) {}

    /**
     * A place in a report that is read differently.
     *
     * @param report key of the report
     * @param outlet who published it
     * @param quote the words of the sum
     * @param before how they were read; empty where no sum of assistance was
     * @param after how they are read; empty where no sum of assistance is
     * @param cells in what they differ from before, where they were and are read as a sum
     * @param refused why they are no longer read as a sum of assistance, where the reader tells
     */
    public record WordChange(
            String report,
            String outlet,
            String quote,
            Optional<Told> before,
            Optional<Told> after,
            List<CellChange> cells,
            Optional<String> refused) {

        /** Copies the list. */
        public WordChange {
            cells = List.copyOf(cells);
        }
    }

    /**
     * How words are read.
     *
     * @param entry id of the entry that they are booked in; empty for a running total
     * @param rule the rule that reads them
     * @param reader the version of the reader
     */
    public record Told(Optional<String> entry, String rule, ExtractionVersion reader) {}

    /** Copies the lists. */
    public EntryChange {
        cells = List.copyOf(cells);
        words = List.copyOf(words);
    }
}
