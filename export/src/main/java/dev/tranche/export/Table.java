package dev.tranche.export;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * A table, described once for every format that writes tables.
 *
 * @param name lower-case words joined by underscores; file and sheet are named after it
 * @param about the meaning of a row, a sentence for the code book
 * @param columns from left to right
 * @param rows the objects of the rows, from top to bottom; new at each call
 */
public record Table<T>(String name, String about, List<Column<T>> columns, Supplier<Stream<T>> rows) {

    /** Copies the list. */
    public Table {
        columns = List.copyOf(columns);
    }

    /** Passes on the cells of all rows, row by row. */
    public void forEach(RowTaker taker) throws java.io.IOException {
        try (Stream<T> all = rows.get()) {
            for (T about : (Iterable<T>) all::iterator) {
                List<Value> cells = new ArrayList<>(columns.size());
                for (Column<T> column : columns) {
                    cells.add(column.value().apply(about));
                }
                taker.take(cells);
            }
        }
    }

    /** Receives rows. */
    @FunctionalInterface
    public interface RowTaker {

        /** Receives one row: as many cells as the table has columns. */
        void take(List<Value> cells) throws java.io.IOException;
    }

    /** Builds a table column by column. */
    static <T> Builder<T> of(String name, String about) {
        return new Builder<>(name, about);
    }

    /** Collects columns. */
    static final class Builder<T> {
        private final String name;
        private final String about;
        private final List<Column<T>> columns = new ArrayList<>();

        private Builder(String name, String about) {
            this.name = name;
            this.about = about;
        }

        private Builder<T> add(String column, Column.Kind kind, String meaning, Function<T, Value> value) {
            columns.add(new Column<>(column, kind, meaning, value));
            return this;
        }

        Builder<T> text(String column, String meaning, Function<T, String> value) {
            return add(column, Column.Kind.TEXT, meaning, row -> Value.of(value.apply(row)));
        }

        Builder<T> maybe(String column, String meaning, Function<T, Optional<String>> value) {
            return add(column, Column.Kind.TEXT, meaning, row -> Value.of(value.apply(row)));
        }

        Builder<T> number(String column, String meaning, Function<T, BigDecimal> value) {
            return add(column, Column.Kind.NUMBER, meaning, row -> Value.of(value.apply(row)));
        }

        Builder<T> maybeNumber(String column, String meaning, Function<T, Optional<BigDecimal>> value) {
            return add(column, Column.Kind.NUMBER, meaning, row -> Value.ofNumber(value.apply(row)));
        }

        Builder<T> count(String column, String meaning, ToLongFunction<T> value) {
            return add(column, Column.Kind.COUNT, meaning, row -> Value.of(value.applyAsLong(row)));
        }

        Builder<T> maybeCount(String column, String meaning, Function<T, OptionalInt> value) {
            return add(column, Column.Kind.COUNT, meaning, row -> Value.of(value.apply(row)));
        }

        Builder<T> day(String column, String meaning, Function<T, Optional<LocalDate>> value) {
            return add(column, Column.Kind.DAY, meaning, row -> Value.ofDay(value.apply(row)));
        }

        Builder<T> truth(String column, String meaning, Function<T, Boolean> value) {
            return add(column, Column.Kind.TRUTH, meaning, row -> Value.of(value.apply(row)));
        }

        Table<T> rows(Supplier<Stream<T>> rows) {
            return new Table<>(name, about, columns, rows);
        }
    }
}
