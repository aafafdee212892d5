package dev.tranche.spec;

import dev.tranche.extract.Extraction;
import dev.tranche.extract.Extractor;
import dev.tranche.fact.Fact;
import dev.tranche.source.Incoming;
import dev.tranche.source.ReportReader;
import dev.tranche.text.Document;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads examples as a user's files are read and compares what was found with what the page says. */
public final class SpecRunner {

    private final Extractor extractor;

    /** Builds a runner over a reader. */
    public SpecRunner(Extractor extractor) {
        this.extractor = extractor;
    }

    /**
     * The outcome of an example.
     *
     * @param example the example
     * @param got what was read, in order
     * @param complaints what differs, one sentence each; empty when it is read as the page says
     */
    public record Outcome(SpecExample example, List<FactLine> got, List<String> complaints) {

        /** Copies the lists. */
        public Outcome {
            got = List.copyOf(got);
            complaints = List.copyOf(complaints);
        }

        /** Is it read as the page says? */
        public boolean isRight() {
            return complaints.isEmpty();
        }

        /** Returns the outcome as a person reads it: place, report, expected, got and what differs. */
        public String describe() {
            StringBuilder text = new StringBuilder(example.place());
            text.append(" (").append(example.section()).append(")\n");
            example.report()
                    .lines()
                    .forEach(line -> text.append("    ").append(line).append('\n'));
            text.append("  expected\n");
            append(text, example.expected());
            text.append("  got\n");
            append(text, got);
            complaints.forEach(complaint -> text.append("  ").append(complaint).append('\n'));
            return text.toString();
        }

        private static void append(StringBuilder text, List<FactLine> lines) {
            if (lines.isEmpty()) {
                text.append("    ").append(SpecPage.NONE).append('\n');
            }
            lines.forEach(line -> text.append("    ").append(line).append('\n'));
        }
    }

    /** Reads an example and compares. */
    public Outcome run(SpecExample example) {
        List<FactLine> got = extract(example).facts().stream().map(FactLine::of).toList();
        List<FactLine> expected = example.expected();
        List<String> complaints = new ArrayList<>();
        if (got.size() != expected.size()) {
            complaints.add("number of facts: expected " + expected.size() + ", got " + got.size());
        }
        for (int i = 0; i < Math.min(got.size(), expected.size()); i++) {
            for (FactLine.Field field : expected.get(i).differences(got.get(i))) {
                complaints.add("fact " + (i + 1) + ", " + field.name().toLowerCase(Locale.ROOT) + ": expected "
                        + shown(expected.get(i), field) + ", got " + shown(got.get(i), field));
            }
        }
        return new Outcome(example, got, complaints);
    }

    private static String shown(FactLine line, FactLine.Field field) {
        return line.fields().getOrDefault(field, "nothing");
    }

    /** Reads the report of an example. */
    public Extraction extract(SpecExample example) {
        return extractor.extract(document(example));
    }

    /** Returns the example's report as a document; throws {@link SpecException} when it is not exactly one. */
    public static Document document(SpecExample example) {
        String name = example.place().replaceAll("[^A-Za-z0-9]+", "-") + ".txt";
        List<Incoming> incoming = ReportReader.readAll(name, example.report().getBytes(StandardCharsets.UTF_8));
        if (incoming.size() == 1 && incoming.get(0) instanceof Incoming.Report report) {
            return report.document();
        }
        throw new SpecException(example.place() + ": the example is not a report:  " + incoming);
    }

    /** Returns the lines of all facts of a document, for comparisons of whole readings. */
    public static List<String> lines(List<Fact> facts) {
        return facts.stream().map(fact -> FactLine.of(fact) + " " + fact.rule()).toList();
    }
}
