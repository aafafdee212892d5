package dev.tranche.standing;

import dev.tranche.fact.RuleId;
import dev.tranche.lexicon.LexiconFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The precision of each rule, as measured on annotated reports. */
public final class RulePrecision {

    private static final String TABLE = "rule_precision.csv";

    private static final RulePrecision SHIPPED = load();

    private final Map<String, Measured> rules;

    private RulePrecision(Map<String, Measured> rules) {
        this.rules = Map.copyOf(rules);
    }

    /**
     * The measurement of a rule.
     *
     * @param read number of sums it read
     * @param right number of these that were entirely right
     */
    public record Measured(int read, int right) {

        /**
         * Returns the share to be expected: with one right and one wrong added, so that few sums carry little weight.
         */
        public BigDecimal expected() {
            return BigDecimal.valueOf(right + 1).divide(BigDecimal.valueOf(read + 2), 4, RoundingMode.HALF_UP);
        }
    }

    /** Returns the measurements of the rules that ship. */
    public static RulePrecision shipped() {
        return SHIPPED;
    }

    private static RulePrecision load() {
        Map<String, Measured> rules = new HashMap<>();
        try (InputStream in = RulePrecision.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: " + TABLE + " is missing");
            }
            for (LexiconFile.Row row :
                    new LexiconFile(TABLE, new String(in.readAllBytes(), StandardCharsets.UTF_8)).rows()) {
                rules.put(
                        row.field("rule"),
                        new Measured(Integer.parseInt(row.field("read")), Integer.parseInt(row.field("right"))));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(TABLE, broken);
        }
        return new RulePrecision(rules);
    }

    /** Returns the measurement of a rule; zero for one that never read a sum there. */
    public Measured of(RuleId rule) {
        return rules.getOrDefault(rule.value(), new Measured(0, 0));
    }
}
