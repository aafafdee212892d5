package dev.tranche.view;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A value computed on first use; what it is computed from is then released.
 *
 * <p>Safe for several threads.
 *
 * @param <T> the type of the value
 */
final class Later<T> {

    private Optional<Supplier<T>> maker;
    private Optional<T> made;

    private Later(Optional<Supplier<T>> maker, Optional<T> made) {
        this.maker = maker;
        this.made = made;
    }

    static <T> Later<T> now(T value) {
        return new Later<>(Optional.empty(), Optional.of(value));
    }

    static <T> Later<T> by(Supplier<T> maker) {
        return new Later<>(Optional.of(maker), Optional.empty());
    }

    synchronized T get() {
        if (made.isEmpty()) {
            made = Optional.of(maker.orElseThrow().get());
            maker = Optional.empty();
        }
        return made.get();
    }
}
