package dev.tranche.view;

import java.util.AbstractList;
import java.util.Collections;
import java.util.List;
import java.util.RandomAccess;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** List views over other lists, and counts of what they hold. */
final class Lists {

    private Lists() {}

    /** Returns an immutable view of a list through a function, without copying it. */
    static <T, R> List<R> mapped(List<T> of, Function<T, R> function) {
        return new Mapped<>(of, function);
    }

    /** Returns how often each value occurs, in the order of the values; immutable. */
    static SortedMap<String, Integer> counted(Stream<String> values) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
        return Collections.unmodifiableSortedMap(counts);
    }

    private static final class Mapped<T, R> extends AbstractList<R> implements RandomAccess {

        private final List<T> of;
        private final Function<T, R> function;

        Mapped(List<T> of, Function<T, R> function) {
            this.of = of;
            this.function = function;
        }

        @Override
        public R get(int index) {
            return function.apply(of.get(index));
        }

        @Override
        public int size() {
            return of.size();
        }
    }
}
