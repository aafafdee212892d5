package dev.tranche.api;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * The part of a list that is asked for.
 *
 * @param skipped how many come before it
 * @param limit how many at most
 * @param asked the question, for the cursor of the next part
 */
record Window(int skipped, int limit, String asked) {

    /** Returns the part of a list. */
    <T> List<T> of(List<T> list) {
        int from = Math.min(skipped, list.size());
        return list.subList(from, Math.min(list.size(), from + limit));
    }

    /** Writes how many there are and where the next part begins. */
    void write(JsonGenerator json, int total, long head) {
        json.writeNumberProperty("total", total);
        Json.text(json, "next", next(total, head));
        json.writeNumberProperty("head", head);
    }

    /** Returns the cursor of the next part; empty for the last one. */
    Optional<String> next(int total, long head) {
        long end = (long) skipped + limit;
        return end < total ? Optional.of(Cursor.of(head, (int) end, asked).toString()) : Optional.empty();
    }
}
