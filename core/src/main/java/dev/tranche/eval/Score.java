package dev.tranche.eval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well reports were read, against gold files.
 *
 * @param reports the reports, matched, in gold order
 * @param counts all facts together
 * @param fields for each field, the number of matched facts that have it right, and the number scored
 * @param rules each rule's own counts, the rule with the most facts first
 */
public record Score(List<Matching> reports, Counts counts, Map<ScoredField, FieldCount> fields, List<RuleCount> rules) {

    /** Copies the collections. */
    public Score {
        reports = List.copyOf(reports);
        fields = Map.copyOf(fields);
        rules = List.copyOf(rules);
    }

    /**
     * The accuracy of a field.
     *
     * @param right matched facts that have it right
     * @param of matched facts for which it is scored
     */
    public record FieldCount(int right, int of) {

        /** Returns the share of facts that have it right. */
        public Ratio ratio() {
            return Ratio.of(right, of);
        }
    }

    /**
     * The counts of one rule.
     *
     * @param rule its id; a dash for facts without a rule
     * @param read facts it read
     * @param matched of those, the ones about a gold sum
     * @param strict of those, the ones with donor, recipient, type and stage right
     */
    public record RuleCount(String rule, int read, int matched, int strict) {

        /** Returns the share of its facts that are sums of the gold files. */
        public Ratio precision() {
            return Ratio.of(matched, read);
        }

        /** Returns the share of its facts that are right in every strict field. */
        public Ratio strictPrecision() {
            return Ratio.of(strict, read);
        }
    }

    /**
     * Scores the facts read against gold facts.
     *
     * @param gold facts by report; determines which reports count and in which order
     * @param read facts by report; reports that are not in {@code gold} are left out
     */
    public static Score of(Map<String, List<ComparedFact>> gold, Map<String, List<ComparedFact>> read) {
        List<Matching> reports = new ArrayList<>();
        Counts counts = Counts.NONE;
        for (Map.Entry<String, List<ComparedFact>> report : gold.entrySet()) {
            Matching matching =
                    Matching.of(report.getKey(), report.getValue(), read.getOrDefault(report.getKey(), List.of()));
            reports.add(matching);
            counts = counts.plus(Counts.of(matching));
        }
        return new Score(reports, counts, fields(reports), rules(reports));
    }

    private static Map<ScoredField, FieldCount> fields(List<Matching> reports) {
        Map<ScoredField, FieldCount> fields = new EnumMap<>(ScoredField.class);
        for (ScoredField field : ScoredField.values()) {
            int right = 0;
            int of = 0;
            for (Matching report : reports) {
                for (Matching.Pair pair : report.pairs()) {
                    boolean counts = field.counts(pair.gold());
                    of += counts ? 1 : 0;
                    right += counts && field.agrees(pair.gold(), pair.read()) ? 1 : 0;
                }
            }
            fields.put(field, new FieldCount(right, of));
        }
        return fields;
    }

    private static List<RuleCount> rules(List<Matching> reports) {
        Map<String, RuleCount> rules = new TreeMap<>();
        for (Matching report : reports) {
            for (Matching.Pair pair : report.pairs()) {
                add(rules, pair.read(), 1, pair.isStrict() ? 1 : 0);
            }
            for (ComparedFact fact : report.falseHits()) {
                add(rules, fact, 0, 0);
            }
        }
        List<RuleCount> sorted = new ArrayList<>(rules.values());
        sorted.sort(Comparator.comparingInt(RuleCount::read).reversed());
        return sorted;
    }

    private static void add(Map<String, RuleCount> rules, ComparedFact fact, int matched, int strict) {
        String rule = fact.rule().orElse("–");
        rules.merge(
                rule,
                new RuleCount(rule, 1, matched, strict),
                (a, b) -> new RuleCount(rule, a.read + b.read, a.matched + b.matched, a.strict + b.strict));
    }
}
