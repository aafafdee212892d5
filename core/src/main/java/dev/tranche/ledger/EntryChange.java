package dev.tranche.ledger;

import dev.tranche.extract.ExtractionVersion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One entry that differs between two states of a ledger, and the words read differently.
 *
 * @param id its permanent name: the later one; for a removed entry, its last one
 * @param kind what happened to it
 * @param cells the cells that differ, in the order in which entries show them; for an added or removed entry, all that
 *     are not empty
 * @param words the places in reports that are read differently, in order; empty if only other entries have changed
 */
public record EntryChange(String id, Kind kind, List<CellChange> cells, List<WordChange> words) {

    /** What happened to an entry. */
    public enum Kind {
        /** It is there only afterwards. */
        ADDED,
        /** It was there only before. */
        REMOVED,
        /** Some of its cells differ. */
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
     * @param quote the words behind the value; empty if none of the words relate to it
     */
    public record CellChange(String name, String before, String after, Optional<String> quote) {}

    /**
     * A place in a report that is read differently.
     *
     * @param report key of the report
     * @param outlet who published it
     * @param quote the words of the sum
     * @param before how they were read; empty if not as a sum of assistance
     * @param after how they are read; empty if not as a sum of assistance
     * @param cells the cells that differ, if the words were and are read as a sum
     * @param refused why they are no longer read as a sum of assistance, if the reader states it
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
     * @param entry id of the entry in which they are booked; empty for a running total
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
