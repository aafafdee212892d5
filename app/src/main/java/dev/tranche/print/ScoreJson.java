package dev.tranche.print;

import dev.tranche.eval.Bootstrap;
import dev.tranche.eval.ComparedFact;
import dev.tranche.eval.Counts;
import dev.tranche.eval.Matching;
import dev.tranche.eval.Ratio;
import dev.tranche.eval.Score;
import dev.tranche.eval.ScoredField;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * Writes a score as one JSON object: the keys of {@code score.py --json} with the same values, then raw counts of the
 * fields and intervals, and on request rules and misses.
 */
public final class ScoreJson {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private ScoreJson() {}

    /** Returns the object on one line, without a line end. */
    public static String line(Score score, boolean withRules, boolean withMisses) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            Counts counts = score.counts();
            json.writeStartObject();
            json.writeNumberProperty("reports", score.reports().size());
            json.writeNumberProperty("gold", counts.gold());
            json.writeNumberProperty("pred", counts.read());
            json.writeNumberProperty("hit", counts.matched());
            json.writeNumberProperty("strict", counts.strict());
            json.writeNumberProperty("precision", counts.precision().rounded());
            json.writeNumberProperty("recall", counts.recall().rounded());
            json.writeNumberProperty("f1", counts.f1().rounded());
            json.writeNumberProperty("strict_f1", counts.strictF1().rounded());
            writeFields(json, score);
            writeInterval(json, "f1_interval", score, Counts::f1);
            writeInterval(json, "strict_f1_interval", score, Counts::strictF1);
            if (withRules) {
                writeRules(json, score.rules());
            }
            if (withMisses) {
                writeMisses(json, score.reports());
            }
            json.writeEndObject();
        }
        return line.toString();
    }

    private static void writeFields(JsonGenerator json, Score score) {
        json.writeObjectPropertyStart("fields");
        for (ScoredField field : ScoredField.values()) {
            Ratio ratio = count(score, field).ratio();
            if (ratio.isDefined()) {
                json.writeNumberProperty(field.slug(), ratio.rounded());
            }
        }
        json.writeEndObject();
        json.writeObjectPropertyStart("field_counts");
        for (ScoredField field : ScoredField.values()) {
            json.writeObjectPropertyStart(field.slug());
            json.writeNumberProperty("right", count(score, field).right());
            json.writeNumberProperty("of", count(score, field).of());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static Score.FieldCount count(Score score, ScoredField field) {
        return score.fields().getOrDefault(field, new Score.FieldCount(0, 0));
    }

    private static void writeInterval(JsonGenerator json, String name, Score score, Function<Counts, Ratio> measure) {
        Bootstrap interval = Bootstrap.of(score, measure);
        json.writeArrayPropertyStart(name);
        json.writeNumber(interval.low().rounded());
        json.writeNumber(interval.high().rounded());
        json.writeEndArray();
    }

    private static void writeRules(JsonGenerator json, List<Score.RuleCount> rules) {
        json.writeArrayPropertyStart("rules");
        for (Score.RuleCount rule : rules) {
            json.writeStartObject();
            json.writeStringProperty("rule", rule.rule());
            json.writeNumberProperty("read", rule.read());
            json.writeNumberProperty("matched", rule.matched());
            json.writeNumberProperty("strict", rule.strict());
            json.writeNumberProperty("precision", rule.precision().rounded());
            json.writeNumberProperty("strict_precision", rule.strictPrecision().rounded());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeMisses(JsonGenerator json, List<Matching> reports) {
        json.writeArrayPropertyStart("missed");
        for (Matching report : reports) {
            for (ComparedFact fact : report.missed()) {
                writeFact(json, report.report(), fact, List.of());
            }
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("false");
        for (Matching report : reports) {
            for (ComparedFact fact : report.falseHits()) {
                writeFact(json, report.report(), fact, List.of());
            }
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("differs");
        for (Matching report : reports) {
            for (Matching.Pair pair : report.pairs()) {
                if (!pair.wrongFields().isEmpty()) {
                    writeFact(json, report.report(), pair.read(), List.of(pair));
                }
            }
        }
        json.writeEndArray();
    }

    private static void writeFact(JsonGenerator json, String report, ComparedFact fact, List<Matching.Pair> pairs) {
        json.writeStartObject();
        json.writeStringProperty("doc", report);
        json.writeStringProperty("kind", fact.kind());
        json.writeNumberProperty("amount", fact.amount());
        json.writeStringProperty("currency", fact.currency().orElse(""));
        json.writeStringProperty("rule", fact.rule().orElse(""));
        json.writeStringProperty("quote", fact.quote());
        for (Matching.Pair pair : pairs) {
            json.writeObjectPropertyStart("fields");
            for (ScoredField field : pair.wrongFields()) {
                json.writeObjectPropertyStart(field.slug());
                json.writeStringProperty("gold", field.show(pair.gold()));
                json.writeStringProperty("read", field.show(pair.read()));
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
