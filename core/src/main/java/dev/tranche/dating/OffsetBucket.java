package dev.tranche.dating;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The distance of a day from the days a clue names: inside, or one of eleven distances before or after.
 *
 * <p>The distances roughly double, so that the table of shapes stays small and a rare distance borrows from its
 * neighbours. Buckets are numbered from the farthest before, 0, through {@link #INSIDE} to the farthest after.
 */
final class OffsetBucket {

    /** Greatest distance in days of each bucket but the last; the last has no limit. */
    private static final int[] EDGES = {1, 3, 7, 14, 31, 92, 184, 366, 731, 1461};

    /** Number of buckets on one side. */
    static final int SIDE = EDGES.length + 1;

    static final int INSIDE = SIDE;
    static final int COUNT = 2 * SIDE + 1;

    private OffsetBucket() {}

    /** Returns the bucket of a distance in days: negative before the named days, 0 inside, positive after them. */
    static int of(int distance) {
        if (distance == 0) {
            return INSIDE;
        }
        int step = step(Math.abs(distance));
        return distance < 0 ? INSIDE - 1 - step : INSIDE + 1 + step;
    }

    private static int step(int distance) {
        for (int step = 0; step < EDGES.length; step++) {
            if (distance <= EDGES[step]) {
                return step;
            }
        }
        return EDGES.length;
    }

    /** Returns the greatest distance of the bucket that is some steps from the named days, counted from 0. */
    static int edge(int step) {
        return step < EDGES.length ? EDGES[step] : Integer.MAX_VALUE;
    }

    /** Returns the distance in days in the middle of a bucket, as an absolute value; 0 inside. */
    static int middle(int bucket) {
        if (bucket == INSIDE) {
            return 0;
        }
        int step = bucket < INSIDE ? INSIDE - 1 - bucket : bucket - INSIDE - 1;
        int least = step == 0 ? 1 : EDGES[step - 1] + 1;
        return step < EDGES.length ? (least + EDGES[step]) / 2 : 2 * EDGES[EDGES.length - 1];
    }

    /** Returns the columns of the table of shapes, in the order of the buckets: "b1461+", … "b1", "in", "a1", …. */
    static List<String> columns() {
        return Stream.of(
                        IntStream.range(0, SIDE).mapToObj(i -> "b" + name(SIDE - 1 - i)),
                        Stream.of("in"),
                        IntStream.range(0, SIDE).mapToObj(i -> "a" + name(i)))
                .flatMap(columns -> columns)
                .toList();
    }

    private static String name(int step) {
        return step < EDGES.length ? Integer.toString(EDGES[step]) : "more";
    }
}
