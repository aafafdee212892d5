package dev.tranche.spark;

import java.io.Serializable;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/** Joins what pairs connect: each connected set is represented by its first element. */
final class Components {

    /** Chains of pairs are short, since each member of a group is paired with its first; longer ones are cut. */
    private static final int MOST_ROUNDS = 30;

    private Components() {}

    /**
     * Returns for each element the first of its group.
     *
     * @param all all elements, each once
     * @param pairs pairs of elements that belong together
     * @param parts the number of parts into which the work is divided
     */
    static <T extends Comparable<T> & Serializable> JavaPairRDD<T, T> of(
            JavaRDD<T> all, JavaPairRDD<T, T> pairs, int parts) {
        JavaPairRDD<T, T> both =
                pairs.union(pairs.mapToPair(Tuple2::swap)).distinct(parts).persist(StorageLevel.MEMORY_AND_DISK());
        JavaPairRDD<T, T> firsts = all.mapToPair(each -> new Tuple2<>(each, each));
        for (int round = 0; round < MOST_ROUNDS; round++) {
            JavaPairRDD<T, T> heard = both.join(firsts, parts).mapToPair(each -> each._2());
            JavaPairRDD<T, T> next = firsts.union(heard)
                    .reduceByKey((one, two) -> one.compareTo(two) <= 0 ? one : two, parts)
                    .persist(StorageLevel.MEMORY_AND_DISK());
            boolean changed = !next.join(firsts, parts)
                    .filter(each -> !each._2()._1().equals(each._2()._2()))
                    .isEmpty();
            firsts = next;
            if (!changed) {
                break;
            }
        }
        return firsts;
    }
}
