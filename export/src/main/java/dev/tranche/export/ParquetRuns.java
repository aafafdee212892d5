package dev.tranche.export;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Small numbers in Parquet's format: a run of one value, or all of them packed bit by bit in groups of eight. */
final class ParquetRuns {

    private static final int GROUP = 8;

    private ParquetRuns() {}

    /** Returns the presence of cells, as definition levels. */
    static byte[] bits(boolean[] present) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        runs(out, present.length, 1, place -> present[place] ? 1 : 0);
        return out.toByteArray();
    }

    /** Returns booleans packed as bits, the first in the lowest bit. */
    static byte[] packed(List<byte[]> answers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pack(out, answers.size(), 1, place -> answers.get(place)[0]);
        return out.toByteArray();
    }

    /** Returns indices into a dictionary of a number of words, preceded by their bit width. */
    static byte[] indices(List<Integer> places, int words) {
        int width = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(words - 1));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(width);
        runs(out, places.size(), width, places::get);
        return out.toByteArray();
    }

    private static void runs(ByteArrayOutputStream out, int count, int width, IntUnaryOperator values) {
        if (count == 0) {
            return;
        }
        int first = values.applyAsInt(0);
        boolean same = true;
        for (int i = 1; i < count && same; i++) {
            same = values.applyAsInt(i) == first;
        }
        if (same) {
            ThriftOut.variable(out, (long) count << 1);
            out.writeBytes(ParquetColumn.little(first, (width + 7) / 8));
            return;
        }
        int groups = (count + GROUP - 1) / GROUP;
        ThriftOut.variable(out, (long) groups << 1 | 1);
        pack(out, groups * GROUP, width, place -> place < count ? values.applyAsInt(place) : 0);
    }

    private static void pack(ByteArrayOutputStream out, int count, int width, IntUnaryOperator values) {
        long waiting = 0;
        int bits = 0;
        for (int i = 0; i < count; i++) {
            waiting |= (long) values.applyAsInt(i) << bits;
            bits += width;
            while (bits >= 8) {
                out.write((int) waiting & 0xFF);
                waiting >>>= 8;
                bits -= 8;
            }
        }
        if (bits > 0) {
            out.write((int) waiting & 0xFF);
        }
    }
}
