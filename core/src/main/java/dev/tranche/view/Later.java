package dev.tranche.view;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A value that is made when it is first asked for; what it is made from is then let go of.
 *
 * <p>Safe for several threads.
 *
 * @param <T> the value
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
