package dev.tranche.print;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.tranche.fact.Stage;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.Bound;
import dev.tranche.mention.StatedAmount;
import dev.tranche.view.Pivot;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Prints the sums of booked entries, each stage in a column of its own. */
public final class SumsPrinter {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private static final List<String> STAGES =
            Arrays.stream(Stage.values()).map(Stage::slug).toList();

    private static final int SUM_WIDTH = 16;

    private final Lexicon names;
    private final Ink ink;

    /**
     * Builds a printer.
     *
     * @param names gives the names of states and bodies
     * @param ink the colours
     */
    public SumsPrinter(Lexicon names, Ink ink) {
        this.names = names;
        this.ink = ink;
    }

    /** Returns one JSON object per row, then one for the whole in each currency. */
    public static String json(Pivot pivot) {
        StringBuilder lines = new StringBuilder();
        pivot.rows().forEach(row -> lines.append(line(pivot, row, false)));
        if (!pivot.by().isEmpty()) {
            pivot.whole().forEach(row -> lines.append(line(pivot, row, true)));
        }
        return lines.toString();
    }

    private static String line(Pivot pivot, Pivot.Row row, boolean whole) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("row", whole ? "whole" : "sum");
            for (int i = 0; i < pivot.by().size(); i++) {
                json.writeName(pivot.by().get(i).slug());
                if (whole) {
                    json.writeNull();
                } else {
                    json.writeString(row.keys().get(i));
                }
            }
            json.writeStringProperty("currency", row.currency());
            json.writeObjectPropertyStart("sums");
            for (String stage : STAGES) {
                json.writeNumberProperty(stage, row.of(stage));
            }
            json.writeEndObject();
            json.writeNumberProperty("count", row.entries().size());
            json.writeStringProperty("counts", row.sentence());
            json.writeArrayPropertyStart("entries");
            row.entries().forEach(json::writeString);
            json.writeEndArray();
            json.writeArrayPropertyStart("rates");
            pivot.rates().forEach(json::writeString);
            json.writeEndArray();
            json.writeNumberProperty("not_converted", pivot.leftOut());
            json.writeEndObject();
        }
        return line.append('\n').toString();
    }

    /** Returns the rows as a table with a header row. */
    public static String csv(Pivot pivot) {
        StringWriter table = new StringWriter();
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(table);
        List<String> head = new ArrayList<>();
        pivot.by().forEach(side -> head.add(side.slug()));
        head.add("currency");
        head.addAll(STAGES);
        head.add("count");
        head.add("entries");
        csv.writeRecord(head);
        for (Pivot.Row row : pivot.rows()) {
            List<String> fields = new ArrayList<>(row.keys());
            fields.add(row.currency());
            STAGES.forEach(stage -> fields.add(row.of(stage).toPlainString()));
            fields.add(Integer.toString(row.entries().size()));
            fields.add(String.join("|", row.entries()));
            csv.writeRecord(fields);
        }
        return table.toString();
    }

    /** Returns the rows as text for people; stages without entries are left out. */
    public String text(Pivot pivot) {
        List<String> stages = STAGES.stream()
                .filter(stage ->
                        pivot.whole().stream().anyMatch(row -> row.of(stage).signum() > 0))
                .toList();
        List<List<String>> labels = new ArrayList<>();
        pivot.rows().forEach(row -> labels.add(labels(pivot, row)));
        int[] widths = new int[pivot.by().size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = pivot.by().get(i).slug().length();
            for (List<String> label : labels) {
                widths[i] = Math.max(widths[i], label.get(i).length());
            }
        }
        StringBuilder page = new StringBuilder();
        List<String> head = pivot.by().stream().map(Pivot.Side::slug).toList();
        page.append(ink.bold(line(head, widths, stages, "entries"))).append('\n');
        for (int i = 0; i < pivot.rows().size(); i++) {
            Pivot.Row row = pivot.rows().get(i);
            page.append(line(
                            labels.get(i),
                            widths,
                            sums(row, stages),
                            "" + row.entries().size()))
                    .append('\n');
        }
        for (Pivot.Row row : pivot.by().isEmpty() ? List.<Pivot.Row>of() : pivot.whole()) {
            List<String> label = new ArrayList<>(java.util.Collections.nCopies(widths.length, ""));
            label.set(0, "all " + row.currency());
            page.append(ink.bold(line(
                            label, widths, sums(row, stages), "" + row.entries().size())))
                    .append('\n');
        }
        page.append(
                pivot.whole().isEmpty()
                        ? "No booked entry matches.\n"
                        : "Booked entries only; parts count instead of their packages; stages are never added"
                                + " together.\n");
        pivot.rates().forEach(rate -> page.append(ink.dim(rate)).append('\n'));
        if (pivot.leftOut() > 0) {
            page.append(pivot.leftOut()).append(" booked entries have no rate and are left out.\n");
        }
        return page.toString();
    }

    private List<String> labels(Pivot pivot, Pivot.Row row) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < pivot.by().size(); i++) {
            Pivot.Side side = pivot.by().get(i);
            String key = row.keys().get(i);
            boolean party = side == Pivot.Side.DONOR || side == Pivot.Side.RECIPIENT;
            labels.add(party ? parties(key) : key);
        }
        return labels;
    }

    private String parties(String key) {
        List<String> codes = List.of(key.split("\\+", -1));
        String first = names.nameOf(codes.getFirst());
        return codes.size() > 2
                ? first + " and " + (codes.size() - 1) + " others"
                : String.join(", ", codes.stream().map(names::nameOf).toList());
    }

    private static List<String> sums(Pivot.Row row, List<String> stages) {
        return stages.stream()
                .map(stage -> row.of(stage))
                .map(sum -> sum.signum() == 0 ? "–" : money(sum, row.currency()))
                .toList();
    }

    private static String money(BigDecimal sum, String currency) {
        return Phrases.amount(StatedAmount.of(sum, currency, Bound.EXACTLY));
    }

    private static String line(List<String> labels, int[] widths, List<String> sums, String last) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(Columns.pad(labels.get(i), widths[i])).append("  ");
        }
        sums.forEach(sum -> line.append(Columns.padLeft(sum, SUM_WIDTH)).append("  "));
        return line.append(Columns.padLeft(last, 7)).toString();
    }
}
