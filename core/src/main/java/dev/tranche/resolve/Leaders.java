package dev.tranche.resolve;

import java.util.Arrays;
import java.util.BitSet;

/** The first text of each value of one band: a table of primitive numbers, because there are many of them. */
final class Leaders {

    private static final int NONE = -1;

    /** Requested, but not yet assigned. */
    private static final int ASKED = -2;

    private static final int FILTER = 1 << 16;

    private final BitSet filter = new BitSet(FILTER);
    private long[] values;
    private int[] texts;
    private int size;

    private Leaders(int expected) {
        int capacity = Math.max(16, Integer.highestOneBit(Math.max(1, expected)) * 4);
        values = new long[capacity];
        texts = new int[capacity];
        Arrays.fill(texts, NONE);
    }

    /** Builds one table for each of some bands. */
    static Leaders[] some(int expected, int bands) {
        Leaders[] leaders = new Leaders[bands];
        Arrays.setAll(leaders, band -> new Leaders(expected));
        return leaders;
    }

    private static long mix(long value) {
        long mixed = value * 0x9e3779b97f4a7c15L;
        return mixed ^ (mixed >>> 32);
    }

    private int slot(long value) {
        int at = (int) mix(value) & (values.length - 1);
        while (texts[at] != NONE && values[at] != value) {
            at = (at + 1) & (values.length - 1);
        }
        return at;
    }

    /** Notes that a value will be requested. */
    void ask(long value) {
        filter.set((int) (mix(value) >>> 40) & (FILTER - 1));
        int at = slot(value);
        if (texts[at] == NONE) {
            set(at, value, ASKED);
        }
    }

    /** Will the value be requested? */
    boolean isAsked(long value) {
        return filter.get((int) (mix(value) >>> 40) & (FILTER - 1)) && texts[slot(value)] != NONE;
    }

    /** Returns the first text of a value; negative if there is none. */
    int find(long value) {
        return texts[slot(value)];
    }

    void put(long value, int text) {
        set(slot(value), value, text);
    }

    private void set(int at, long value, int text) {
        size += texts[at] == NONE ? 1 : 0;
        values[at] = value;
        texts[at] = text;
        if (2 * size > values.length) {
            grow();
        }
    }

    private void grow() {
        long[] oldValues = values;
        int[] oldTexts = texts;
        values = new long[2 * oldValues.length];
        texts = new int[2 * oldTexts.length];
        Arrays.fill(texts, NONE);
        for (int i = 0; i < oldValues.length; i++) {
            if (oldTexts[i] != NONE) {
                int at = slot(oldValues[i]);
                values[at] = oldValues[i];
                texts[at] = oldTexts[i];
            }
        }
    }
}
