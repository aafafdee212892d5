package dev.tranche.ledger;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first text that was known by each name, where names are hashes. A report has several names and a book many reports:
 * a map of objects would take five times the memory.
 */
final class NameOwners {

    private static final int LEAST = 64;

    /** Spreads names that differ in a few bits only over all places (the golden ratio, as usual). */
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private long[] names = new long[LEAST];
    private @Nullable BookText[] owners = new BookText[LEAST];
    private int size;

    /** Gives a name to a text, unless another has it; returns that other. */
    @Nullable
    BookText putIfAbsent(long name, BookText text) {
        int place = place(name);
        BookText owner = owners[place];
        if (owner != null) {
            return owner;
        }
        names[place] = name;
        owners[place] = text;
        size++;
        if (size * 3L > owners.length * 2L) {
            grow();
        }
        return null;
    }

    /** Returns the text that has a name. */
    Optional<BookText> find(long name) {
        return Optional.ofNullable(owners[place(name)]);
    }

    /** Returns where a name is, or the free place where it belongs. */
    private int place(long name) {
        int last = owners.length - 1;
        int place = (int) (name * SPREAD >>> Integer.SIZE) & last;
        while (owners[place] != null && names[place] != name) {
            place = place + 1 & last;
        }
        return place;
    }

    private void grow() {
        long[] names = this.names;
        @Nullable BookText[] owners = this.owners;
        this.names = new long[names.length * 2];
        this.owners = new BookText[owners.length * 2];
        for (int i = 0; i < owners.length; i++) {
            if (owners[i] != null) {
                int place = place(names[i]);
                this.names[place] = names[i];
                this.owners[place] = owners[i];
            }
        }
    }
}
