package dev.tranche.official;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known about a list besides its own content.
 *
 * @param cells value of a cell in all rows that do not have it themselves
 * @param columns name of the column that holds a cell, where the usual names do not fit
 */
public record ListDefaults(Map<String, String> cells, Map<String, String> columns) {

    /** Nothing is known. */
    public static final ListDefaults NONE = new ListDefaults(Map.of(), Map.of());

    /** Copies the maps. */
    public ListDefaults {
        cells = Map.copyOf(new TreeMap<>(cells));
        columns = Map.copyOf(new TreeMap<>(columns));
    }

    Optional<String> cell(String name) {
        return Optional.ofNullable(cells.get(name)).filter(value -> !value.isBlank());
    }
}
