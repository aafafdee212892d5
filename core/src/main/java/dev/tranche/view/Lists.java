package dev.tranche.view;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/** List views over other lists. */
final class Lists {

    private Lists() {}

    /** Returns an immutable view of a list through a function, without copying it. */
    static <T, R> List<R> mapped(List<T> of, Function<T, R> function) {
        return new Mapped<>(of, function);
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
