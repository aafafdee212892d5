package dev.tranche.print;

import dev.tranche.eval.Bootstrap;
import dev.tranche.eval.ComparedFact;
import dev.tranche.eval.Counts;
import dev.tranche.eval.Matching;
import dev.tranche.eval.Score;
import dev.tranche.eval.ScoredField;
import java.util.StringJoiner;

/** Prints how well reports were read, as tables of raw counts and shares. */
public final class ScorePrinter {

    private static final int LABEL = 12;
    private static final int CELL = 9;

    private final Ink ink;
    private final int width;

    /**
     * Builds a printer.
     *
     * @param ink colours
     * @param width columns of the terminal
     */
    public ScorePrinter(Ink ink, int width) {
        this.ink = ink;
        this.width = Math.max(ReportPrinter.LEAST_WIDTH, width);
    }

    /** Returns the tables of sums and of fields. */
    public String summary(Score score) {
        Counts counts = score.counts();
        StringBuilder page = new StringBuilder();
        head(page, "", "gold", "read", "matched", "strict");
        row(page, "sums", counts.gold(), counts.read(), counts.matched(), counts.strict());
        page.append('\n');
        head(page, "", "precision", "recall", "F1", "strict F1");
        row(page, "sums", counts.precision(), counts.recall(), counts.f1(), counts.strictF1());
        Bootstrap f1 = Bootstrap.of(score, Counts::f1);
        Bootstrap strict = Bootstrap.of(score, Counts::strictF1);
        row(page, "95 % from", "", "", f1.low(), strict.low());
        row(page, "     to", "", "", f1.high(), strict.high());
        page.append('\n');
        head(page, "field", "right", "of", "share");
        for (ScoredField field : ScoredField.values()) {
            Score.FieldCount count = score.fields().getOrDefault(field, new Score.FieldCount(0, 0));
            row(page, field.slug(), count.right(), count.of(), count.ratio());
        }
        page.append('\n').append(score.reports().size()).append(" reports\n");
        return page.toString();
    }

    /** Returns the table of rules, the busiest first. */
    public String rules(Score score) {
        StringBuilder page = new StringBuilder();
        int label = Math.max(
                LABEL,
                score.rules().stream()
                        .mapToInt(rule -> rule.rule().length())
                        .max()
                        .orElse(0));
        page.append('\n')
                .append(ink.dim(
                        Columns.pad("rule", label) + cells("read", "matched", "precision", "strict", "strict p.")));
        page.append('\n');
        for (Score.RuleCount rule : score.rules()) {
            page.append(Columns.pad(rule.rule(), label))
                    .append(cells(rule.read(), rule.matched(), rule.precision(), rule.strict(), rule.strictPrecision()))
                    .append('\n');
        }
        return page.toString();
    }

    /** Returns a line for each missed, false and partly wrong fact, with its quote. */
    public String misses(Score score) {
        StringBuilder page = new StringBuilder("\n");
        for (Matching report : score.reports()) {
            for (ComparedFact fact : report.missed()) {
                page.append(ink.red("missed "))
                        .append(line(report.report(), fact, ""))
                        .append('\n');
            }
            for (ComparedFact fact : report.falseHits()) {
                page.append(ink.yellow("false  "))
                        .append(line(report.report(), fact, ""))
                        .append('\n');
            }
            for (Matching.Pair pair : report.pairs()) {
                if (!pair.wrongFields().isEmpty()) {
                    page.append(ink.cyan("differs"))
                            .append(' ')
                            .append(line(report.report(), pair.read(), differences(pair)))
                            .append('\n');
                }
            }
        }
        return page.toString();
    }

    private static String differences(Matching.Pair pair) {
        StringJoiner differences = new StringJoiner("; ");
        for (ScoredField field : pair.wrongFields()) {
            differences.add(field.slug() + " " + field.show(pair.read()) + " instead of " + field.show(pair.gold()));
        }
        return differences.toString();
    }

    private String line(String report, ComparedFact fact, String differences) {
        StringBuilder line = new StringBuilder();
        line.append(Columns.oneLine(report))
                .append("  ")
                .append(ink.bold(fact.kind() + " " + fact.amount().toPlainString() + " "
                        + fact.currency().orElse("?")));
        fact.rule().ifPresent(rule -> line.append("  ").append(ink.magenta(rule)));
        if (!differences.isEmpty()) {
            line.append("  ").append(Columns.oneLine(differences));
        }
        if (!fact.quote().isEmpty()) {
            String quote = "“" + Columns.cut(Columns.oneLine(fact.quote()), width - LABEL) + "”";
            line.append("\n        ").append(ink.dim(quote));
        }
        return line.toString();
    }

    private void head(StringBuilder page, String label, Object... cells) {
        page.append(ink.dim(Columns.pad(label, LABEL) + cells(cells))).append('\n');
    }

    private static void row(StringBuilder page, String label, Object... cells) {
        page.append(Columns.pad(label, LABEL)).append(cells(cells)).append('\n');
    }

    private static String cells(Object... cells) {
        StringBuilder line = new StringBuilder();
        for (Object cell : cells) {
            line.append("  ").append(Columns.padLeft(cell.toString(), CELL));
        }
        return line.toString();
    }
}
