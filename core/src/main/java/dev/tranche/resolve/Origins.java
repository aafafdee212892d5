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
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds copies of one text: reports that mostly share their runs of words have one origin.
 *
 * <p>Texts are compared by sketches of their runs of {@value #RUN} words (MinHash), and only those that share a band of
 * a sketch are compared, so that the work grows with the number of texts. Texts of fewer words are copies only when all
 * words agree. Of the texts that share a band each is compared with the first, in the order of their tags; so the origins
 * depend on the set of the texts alone, not on the order in which they came in.
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

    /** So many texts at once are compared with all others one by one; more with all at once. */
    private static final int MOST_SINGLY = 24;

    /** More texts than this are parted by comparing all. */
    private static final int MOST_PARTED = 64;

    private static final int BANDS = COMPONENTS / ROWS;

    private final List<TextTag> tags = new ArrayList<>();
    private final List<byte[]> sketches = new ArrayList<>();

    /** The place of the first text of each text's origin, in the order of their tags. */
    private int[] firsts = {};

    /** Builds origins of no texts. */
    public Origins() {}

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
     * Adds a text.
     *
     * @param sketch see {@link #sketch}
     * @return its place, from 0
     */
    public int add(TextTag tag, byte[] sketch) {
        tags.add(tag);
        sketches.add(sketch);
        return tags.size() - 1;
    }

    /** Returns a number that all copies of a text have, those that were there when {@link #settle} was called last. */
    public long number(int place) {
        return tags.get(firsts[place]).number();
    }

    /** Takes the texts that were added since the last time; returns the places of all that have another origin now. */
    public List<Integer> settle() {
        int[] before = firsts;
        int settled = before.length;
        int added = tags.size() - settled;
        if (added == 0) {
            return List.of();
        }
        if (added > MOST_SINGLY) {
            firsts = ofAll(tags.size());
        } else {
            for (int i = settled; i < tags.size(); i++) {
                firsts = Arrays.copyOf(firsts, i + 1);
                firsts[i] = i;
                insert(i);
            }
        }
        List<Integer> changed = new ArrayList<>();
        for (int i = 0; i < firsts.length; i++) {
            if (i >= settled || firsts[i] != before[i]) {
                changed.add(i);
            }
        }
        return changed;
    }

    private boolean isBefore(int one, int two) {
        return tags.get(one).compareTo(tags.get(two)) < 0;
    }

    private int[] ofAll(int end) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < end; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing(tags::get));
        Forest forest = new Forest(order.size());
        Map<Long, Integer> same = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            byte[] sketch = sketches.get(order.get(i));
            if (isShort(sketch)) {
                Integer other = same.putIfAbsent(ByteBuffer.wrap(sketch).getLong(), i);
                if (other != null) {
                    forest.join(other, i);
                }
            }
        }
        // Band by band, so that one band's table at a time is in memory.
        for (int row = 0; row + ROWS <= COMPONENTS; row += ROWS) {
            joinByBand(row, order, forest);
        }
        int[] all = new int[order.size()];
        for (int i = 0; i < all.length; i++) {
            all[order.get(i)] = order.get(forest.root(i));
        }
        return all;
    }

    private void joinByBand(int row, List<Integer> order, Forest forest) {
        Map<Long, Integer> leaders = HashMap.newHashMap(order.size());
        for (int i = 0; i < order.size(); i++) {
            byte[] sketch = sketches.get(order.get(i));
            if (isShort(sketch)) {
                continue;
            }
            Integer other = leaders.putIfAbsent(band(sketch, row), i);
            if (other != null
                    && forest.root(other) != forest.root(i)
                    && alike(sketches.get(order.get(other)), sketch)) {
                forest.join(other, i);
            }
        }
    }

    /** Adds one text to those before it. Only texts whose bands it leads may part; only those that it is like may join. */
    private void insert(int text) {
        byte[] sketch = sketches.get(text);
        Set<Integer> near = new HashSet<>(Set.of(text));
        boolean leads = false;
        if (isShort(sketch)) {
            for (int i = 0; i < text; i++) {
                if (Arrays.equals(sketches.get(i), sketch)) {
                    near.add(firsts[i]);
                }
            }
        } else {
            int[] leaders = leaders(sketch, text);
            for (int band = 0; band < BANDS; band++) {
                if (leaders[band] >= 0 && isBefore(text, leaders[band])) {
                    leads = true;
                    follow(sketch, band, text, near);
                } else if (leaders[band] >= 0 && alike(sketches.get(leaders[band]), sketch)) {
                    near.add(firsts[leaders[band]]);
                }
            }
        }
        List<Integer> members = new ArrayList<>();
        for (int i = 0; i <= text; i++) {
            if (near.contains(firsts[i])) {
                members.add(i);
            }
        }
        if (leads && members.size() > MOST_PARTED) {
            firsts = ofAll(text + 1);
        } else if (leads) {
            part(members, text);
        } else {
            int first = members.stream().min(Comparator.comparing(tags::get)).orElse(text);
            members.forEach(member -> firsts[member] = first);
        }
    }

    /** Returns for each band the first text before an end that shares it; negative for none. */
    private int[] leaders(byte[] sketch, int end) {
        int[] leaders = new int[BANDS];
        Arrays.fill(leaders, -1);
        for (int i = 0; i < end; i++) {
            byte[] other = sketches.get(i);
            if (isShort(other)) {
                continue;
            }
            for (int band = 0; band < BANDS; band++) {
                if (band(other, band * ROWS) == band(sketch, band * ROWS)
                        && (leaders[band] < 0 || isBefore(i, leaders[band]))) {
                    leaders[band] = i;
                }
            }
        }
        return leaders;
    }

    /** Notes the origins of all texts that share a band. */
    private void follow(byte[] sketch, int band, int end, Set<Integer> near) {
        long own = band(sketch, band * ROWS);
        for (int i = 0; i < end; i++) {
            byte[] other = sketches.get(i);
            if (!isShort(other) && band(other, band * ROWS) == own) {
                near.add(firsts[i]);
            }
        }
    }

    /** Finds the origins of some texts anew; none of them is joined to a text that is not among them. */
    private void part(List<Integer> members, int last) {
        List<Integer> order = new ArrayList<>(members);
        order.sort(Comparator.comparing(tags::get));
        Forest forest = new Forest(order.size());
        for (int i = 0; i < order.size(); i++) {
            byte[] sketch = sketches.get(order.get(i));
            int[] leaders = leaders(sketch, last + 1);
            for (int leader : leaders) {
                int at = order.indexOf(leader);
                if (at >= 0 && at != i && alike(sketches.get(leader), sketch)) {
                    forest.join(at, i);
                }
            }
        }
        for (int i = 0; i < order.size(); i++) {
            firsts[order.get(i)] = order.get(forest.root(i));
        }
    }

    private static boolean isShort(byte[] sketch) {
        return sketch.length == Long.BYTES;
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
