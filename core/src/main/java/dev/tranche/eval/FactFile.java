package dev.tranche.eval;

import dev.tranche.bundle.BundleException;
import dev.tranche.bundle.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Reads files of facts by report: gold files and bundles alike, one JSON object with {@code doc} and {@code facts} per
 * line. Blank lines are skipped; a repeated report keeps its last facts.
 */
public final class FactFile {

    private FactFile() {}

    /**
     * Reads a file.
     *
     * @param name the file's name, for the message of the {@link BundleException} raised for a broken line
     * @param text the file's text
     * @return facts by report, in the order of the file
     */
    public static Map<String, List<ComparedFact>> parse(String name, String text) {
        Map<String, List<ComparedFact>> reports = new LinkedHashMap<>();
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (!line.isBlank()) {
                String place = name + ":" + number;
                JsonValue report = JsonValue.parse(place, line);
                String doc = report.member("doc").text().orElseThrow(() -> missing(place, "doc"));
                reports.put(doc, facts(place, report));
            }
        }
        return reports;
    }

    /** Is it a line of a gold file or bundle: a JSON object with {@code doc} and {@code facts}? */
    public static boolean isFacts(String line) {
        try {
            JsonValue report = JsonValue.parse("line", line);
            return report.member("doc").text().isPresent() && report.member("facts") instanceof JsonValue.Items;
        } catch (BundleException otherwise) {
            return false;
        }
    }

    private static List<ComparedFact> facts(String place, JsonValue report) {
        if (!(report.member("facts") instanceof JsonValue.Items)) {
            throw missing(place, "facts");
        }
        List<ComparedFact> facts = new ArrayList<>();
        for (JsonValue fact : report.member("facts").list()) {
            facts.add(fact(place, fact));
        }
        return facts;
    }

    private static ComparedFact fact(String place, JsonValue fact) {
        BigDecimal amount = fact.member("amount").number().orElseThrow(() -> missing(place, "amount"));
        return new ComparedFact(
                fact.member("kind").text().orElseThrow(() -> missing(place, "kind")),
                amount,
                fact.member("currency").text(),
                fact.member("bound").text().filter(bound -> !bound.isEmpty()).orElse("exactly"),
                fact.member("donor").texts(),
                fact.member("recipient").texts(),
                fact.member("type").text(),
                fact.member("stage").text(),
                fact.member("authority").text(),
                fact.member("since").text(),
                fact.member("part_of").integer().map(OptionalInt::of).orElse(OptionalInt.empty()),
                fact.member("quote").text().orElse(""),
                fact.member("rule").text());
    }

    private static BundleException missing(String place, String key) {
        return new BundleException(place + ": \"" + key + "\" is missing or of another type.");
    }
}
