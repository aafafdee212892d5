package dev.tranche.resolve;

import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import dev.tranche.text.Folding;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds copies of one text: reports that mostly share their runs of words have one origin.
 *
 * <p>Texts are compared by sketches of their runs of {@value #RUN} words (MinHash), and only if they share a band of
 * a sketch, so that the work is proportional to the number of texts. Texts of fewer words are copies only when all
 * words agree. Each of the texts that share a band is compared with the first, in the order of their tags; so the
 * origins depend only on the set of texts, not on the order in which they were added.
 */
public final class Origins {

    /** Words of a run. */
    static final int RUN = 3;

    /**
     * The share of runs that copies have in common; half includes a shortened or slightly edited copy, but not a
     * retelling.
     */
    private static final double SHARED = 0.5;

    private static final int COMPONENTS = 64;
    private static final int BITS = 16;
    private static final int ROWS = 3;
    private static final int LONGEST = 5_000;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final SimilarityHashPolicy POLICY = SimilarityHashing.minHash(COMPONENTS, BITS);

    /** The most bands of a sketch. */
    static final int BANDS = COMPONENTS / ROWS;

    private final List<TextTag> tags = new ArrayList<>();
    private final List<byte[]> sketches = new ArrayList<>();

    /** The index of the first text of each text's origin, in the order of their tags. */
    private int[] firsts = {};

    /** Builds origins without texts. */
    public Origins() {}

    /**
     * Returns the sketch of a text: all that is needed to decide whether another is a copy.
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
     * Adds a text.
     *
     * @param sketch see {@link #sketch}
     * @return its index, from 0
     */
    public int add(TextTag tag, byte[] sketch) {
        tags.add(tag);
        sketches.add(sketch);
        return tags.size() - 1;
    }

    /** Returns a number shared by all copies of a text, as of the last call of {@link #settle}. */
    public long number(int place) {
        return tags.get(firsts[place]).number();
    }

    /** Processes the texts added since the last call; returns the indexes of all whose origin changed. */
    public List<Integer> settle() {
        int[] before = firsts;
        if (before.length == tags.size()) {
            return List.of();
        }
        firsts = new Copies(tags, sketches, before).firsts();
        List<Integer> changed = new ArrayList<>();
        for (int i = 0; i < firsts.length; i++) {
            if (i >= before.length || firsts[i] != before[i]) {
                changed.add(i);
            }
        }
        return changed;
    }

    /** Returns the number of bands of a sketch; for a short text all words form a single band. */
    public static int bands(byte[] sketch) {
        return sketch.length == Long.BYTES ? 1 : BANDS;
    }

    /** Returns a band of a sketch; bands of short texts never equal others. */
    public static long band(byte[] sketch, int band) {
        if (sketch.length == Long.BYTES) {
            return (long) LONGS.get(sketch, 0) | Long.MIN_VALUE;
        }
        return (long) LONGS.get(sketch, band * ROWS * (BITS / Byte.SIZE)) >>> (Long.SIZE - ROWS * BITS);
    }

    /** Are two texts copies, judging by their sketches? */
    public static boolean alike(byte[] one, byte[] two) {
        if (one.length == Long.BYTES || two.length == Long.BYTES) {
            return Arrays.equals(one, two);
        }
        return POLICY.getFractionOfEqualComponents(one, two) >= SHARED;
    }

    private static long mix(long x) {
        long z = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** Returns the hashes of the runs of words; for a text with too few words, the single hash of all of them. */
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
