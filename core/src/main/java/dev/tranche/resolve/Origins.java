package dev.tranche.resolve;

import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import dev.tranche.text.Folding;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds copies of one text: reports that mostly share their runs of words have one origin.
 *
 * <p>Texts are compared by sketches of their runs of {@value #RUN} words (MinHash), and only those that share a band of
 * a sketch are compared, so that the work grows with the number of texts. Texts of fewer words are copies only when all
 * words agree.
 */
public final class Origins {

    /** Words of a run. */
    static final int RUN = 3;

    /** The share of runs that copies have in common; half keeps a cut or slightly edited copy, not a retelling. */
    private static final double SHARED = 0.5;

    private static final int COMPONENTS = 64;
    private static final int BITS = 16;
    private static final int ROWS = 3;
    private static final int LONGEST = 5_000;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final SimilarityHashPolicy POLICY = SimilarityHashing.minHash(COMPONENTS, BITS);

    private Origins() {}

    /**
     * Returns the sketch of a text: all that is needed to tell whether another is its copy.
     *
     * <p>128 bytes; 8 for a text of few words.
     */
    public static byte[] sketch(String text) {
        long[] runs = runs(text);
        return runs.length == 1
                ? ByteBuffer.allocate(Long.BYTES).putLong(runs[0]).array()
                : POLICY.createHasher().compute(ElementHashProvider.ofValues(runs));
    }

    /**
     * Returns for each text the index of the first text of its origin.
     *
     * @param sketches in an order that does not depend on that of the input, so that the numbers do not either
     */
    public static int[] find(List<byte[]> sketches) {
        Forest forest = new Forest(sketches.size());
        Map<Long, Integer> same = new HashMap<>();
        for (int i = 0; i < sketches.size(); i++) {
            if (isShort(sketches.get(i))) {
                Integer other =
                        same.putIfAbsent(ByteBuffer.wrap(sketches.get(i)).getLong(), i);
                if (other != null) {
                    forest.join(other, i);
                }
            }
        }
        // Band by band, so that one band's table at a time is in memory.
        for (int row = 0; row + ROWS <= COMPONENTS; row += ROWS) {
            joinByBand(row, sketches, forest);
        }
        int[] origins = new int[sketches.size()];
        Arrays.setAll(origins, forest::root);
        return origins;
    }

    private static boolean isShort(byte[] sketch) {
        return sketch.length == Long.BYTES;
    }

    private static void joinByBand(int row, List<byte[]> sketches, Forest forest) {
        Map<Long, Integer> firsts = HashMap.newHashMap(sketches.size());
        for (int i = 0; i < sketches.size(); i++) {
            byte[] sketch = sketches.get(i);
            if (isShort(sketch)) {
                continue;
            }
            Integer other = firsts.putIfAbsent(band(sketch, row), i);
            if (other != null && forest.root(other) != forest.root(i) && alike(sketches.get(other), sketch)) {
                forest.join(other, i);
            }
        }
    }

    private static long band(byte[] sketch, int row) {
        return (long) LONGS.get(sketch, row * (BITS / Byte.SIZE)) >>> (Long.SIZE - ROWS * BITS);
    }

    private static boolean alike(byte[] one, byte[] two) {
        return POLICY.getFractionOfEqualComponents(one, two) >= SHARED;
    }

    private static long mix(long x) {
        long z = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** Returns the hashes of the runs of words; of a text with too few words the one hash of all of them. */
    private static long[] runs(String text) {
        long[] words = words(text);
        if (words.length < 2 * RUN) {
            long hash = 17;
            for (long word : words) {
                hash = mix(hash ^ word);
            }
            return new long[] {hash};
        }
        long[] runs = new long[words.length - RUN + 1];
        for (int i = 0; i < runs.length; i++) {
            long hash = 0;
            for (int k = 0; k < RUN; k++) {
                hash = mix(hash * 31 + words[i + k]);
            }
            runs[i] = hash;
        }
        return runs;
    }

    private static long[] words(String text) {
        long[] words = new long[Math.min(LONGEST, text.length() / 2 + 1)];
        int count = 0;
        long hash = Folding.EMPTY;
        for (int i = 0; i <= text.length() && count < words.length; i++) {
            if (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
                hash = Folding.hash(hash, Folding.fold(text.charAt(i)));
                continue;
            }
            if (hash != Folding.EMPTY) {
                words[count++] = hash;
                hash = Folding.EMPTY;
            }
        }
        return Arrays.copyOf(words, count);
    }
}
