package dev.tranche.fact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The words that support each cell of a fact.
 *
 * @param donor one for each donor, in their order
 * @param recipient one for each recipient, in their order
 * @param type words of the type
 * @param stage words of the stage
 * @param authority words of the authority; empty without one
 * @param ordinal words of the ordinal; empty without one
 * @param announcer words that name who announced it; empty without one
 * @param date words of the date; empty without any
 */
public record Cells(
        List<Cell> donor,
        List<Cell> recipient,
        List<Cell> type,
        List<Cell> stage,
        List<Cell> authority,
        List<Cell> ordinal,
        List<Cell> announcer,
        List<Cell> date) {

    /** Cells without words. */
    public static final Cells NONE =
            new Cells(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Cells {
        donor = List.copyOf(donor);
        recipient = List.copyOf(recipient);
        type = List.copyOf(type);
        stage = List.copyOf(stage);
        authority = List.copyOf(authority);
        ordinal = List.copyOf(ordinal);
        announcer = List.copyOf(announcer);
        date = List.copyOf(date);
    }

    /** Builds the cells of the terms of a fact. */
    public static Cells of(
            List<Cell> donor, List<Cell> recipient, List<Cell> type, List<Cell> stage, List<Cell> authority) {
        return new Cells(donor, recipient, type, stage, authority, List.of(), List.of(), List.of());
    }

    /** Returns the cells by the names of their fields, in the order of the record. */
    public Map<String, List<Cell>> byName() {
        Map<String, List<Cell>> map = new LinkedHashMap<>();
        map.put("donor", donor);
        map.put("recipient", recipient);
        map.put("type", type);
        map.put("stage", stage);
        map.put("authority", authority);
        map.put("ordinal", ordinal);
        map.put("announcer", announcer);
        map.put("date", date);
        return map;
    }

    /** Copies these cells with the words of the ordinal. */
    public Cells withOrdinal(List<Cell> cells) {
        return new Cells(donor, recipient, type, stage, authority, cells, announcer, date);
    }

    /** Copies these cells with the words that name who announced it. */
    public Cells withAnnouncer(List<Cell> cells) {
        return new Cells(donor, recipient, type, stage, authority, ordinal, cells, date);
    }

    /** Copies these cells with the words of the date. */
    public Cells withDate(List<Cell> cells) {
        return new Cells(donor, recipient, type, stage, authority, ordinal, announcer, cells);
    }
}
