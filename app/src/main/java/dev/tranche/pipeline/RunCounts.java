package dev.tranche.pipeline;

import dev.tranche.extract.Extraction;
import dev.tranche.fact.Fact;
import dev.tranche.problem.Problem;
import dev.tranche.problem.ProblemCode;
import dev.tranche.text.DocumentId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a run has read so far; not safe for several threads. */
public final class RunCounts {

    /** Ids are remembered as hashes, to find repeats; beyond this number repeats are no longer looked for. */
    private static final int MOST_IDS = 4_000_000;

    private final Map<ProblemCode, Integer> problems = new EnumMap<>(ProblemCode.class);
    private final Set<Long> ids = new HashSet<>();
    private int reports;
    private int reportsWithFacts;
    private int aids;
    private int totals;
    private int failures;
    private int known;

    /** Counts a report; returns a problem if its id has occurred before. */
    public Optional<Problem> add(Extraction extraction) {
        reports++;
        reportsWithFacts += extraction.facts().isEmpty() ? 0 : 1;
        for (Fact fact : extraction.facts()) {
            switch (fact) {
                case Fact.Aid aid -> aids++;
                case Fact.Total total -> totals++;
            }
        }
        extraction.problems().forEach(this::add);
        DocumentId id = extraction.document().id();
        if (ids.size() >= MOST_IDS || ids.add(hash(id.value()))) {
            return Optional.empty();
        }
        Problem repeated = Problem.of(
                ProblemCode.REPEATED_ID, id + ": Another report of this run has the same id; both were read.");
        add(repeated);
        return Optional.of(repeated);
    }

    /** Counts a problem. */
    public void add(Problem problem) {
        problems.merge(problem.code(), 1, Integer::sum);
    }

    /** Counts a report that was not read because its reading is at hand. */
    public void addKnown() {
        known++;
    }

    /** Counts a report that met a bug in the program. */
    public void addFailure() {
        failures++;
    }

    /** Returns the number of reports: those that were read, and those whose reading was at hand. */
    public int reports() {
        return reports + known;
    }

    /** Returns how many problems were counted. */
    public int problems() {
        return problems.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns how many reports met a bug in the program. */
    public int failures() {
        return failures;
    }

    /** Returns reports and facts in one sentence without its full stop. */
    public String sentence() {
        int empty = reports - reportsWithFacts;
        return number(reports, "report", "reports") + ", "
                + number(aids + totals, "sum", "sums") + " ("
                + number(aids, "aid", "aid") + ", "
                + number(totals, "total", "totals") + ")"
                + (empty == 0 ? "" : ", " + number(empty, "report", "reports") + " without any")
                + (known == 0
                        ? ""
                        : "; " + number(known, "report", "reports") + " more already in the book, not read again");
    }

    /** Returns the problems by code, such as {@code broken-json 2, empty 1}; empty when there are none. */
    public String problemsByCode() {
        List<String> parts = problems.entrySet().stream()
                .map(each -> each.getKey().slug() + " " + each.getValue())
                .collect(Collectors.toList());
        if (failures > 0) {
            parts.add("failed " + failures);
        }
        return String.join(", ", parts);
    }

    private static String number(int count, String singular, String plural) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? singular : plural);
    }

    /** FNV-1a of 64 bits: among a million ids two share a hash once in 30 million runs. */
    private static long hash(String id) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }
}
