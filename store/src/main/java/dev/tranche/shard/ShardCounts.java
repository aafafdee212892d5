package dev.tranche.shard;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was found in one shard, or in several.
 *
 * @param records records of archives, those about the crawl and missing pages included
 * @param readings reports read
 * @param facts sums of assistance in them
 * @param malformed records that could not be understood
 * @param damaged ranges of bytes that could not be decompressed
 * @param problems numbers of problems by their codes
 * @param examples the first problems in words, at most {@value #MOST_EXAMPLES}
 */
public record ShardCounts(
        long records,
        long readings,
        long facts,
        long malformed,
        long damaged,
        Map<String, Long> problems,
        List<String> examples) {

    /** The number of problems of a shard kept in words. */
    public static final int MOST_EXAMPLES = 10;

    /** Nothing found. */
    public static final ShardCounts NONE = new ShardCounts(0, 0, 0, 0, 0, Map.of(), List.of());

    /** Copies and sorts. */
    public ShardCounts {
        problems = Collections.unmodifiableMap(new TreeMap<>(problems));
        examples = List.copyOf(examples);
    }

    /** Returns the sums of two, with the examples of the first. */
    public ShardCounts plus(ShardCounts more) {
        Map<String, Long> all = new TreeMap<>(problems);
        more.problems.forEach((code, count) -> all.merge(code, count, Long::sum));
        return new ShardCounts(
                records + more.records,
                readings + more.readings,
                facts + more.facts,
                malformed + more.malformed,
                damaged + more.damaged,
                all,
                examples.isEmpty() ? more.examples : examples);
    }
}
