package dev.tranche.print;

import dev.tranche.dating.Dates;
import dev.tranche.dating.StatedDate;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The words of a report that name dates, each with the days that it covers. */
public final class DateLines {

    private static final JsonFactory JSON = JsonFactory.builder().build();
    private static final int LONGEST_QUOTE = 40;

    private DateLines() {}

    /** Returns a line for each date, as the words and the interval in the Extended Date/Time Format. */
    public static String text(String report, List<Dates.Named> dates) {
        if (dates.isEmpty()) {
            return "";
        }
        StringBuilder page = new StringBuilder("  Dates\n");
        for (Dates.Named date : dates) {
            String quote = Columns.oneLine(
                    report.substring(date.span().start(), date.span().end()));
            page.append("  ")
                    .append(Columns.pad(Columns.cut(quote, LONGEST_QUOTE), LONGEST_QUOTE))
                    .append("  ")
                    .append(date.meant().isUnknown() ? "unknown" : date.meant().edtf())
                    .append('\n');
        }
        return page.append('\n').toString();
    }

    /** Returns a line of JSON about a report with one more key, {@code dates}, at its end. */
    public static String withDates(String line, String report, List<Dates.Named> dates) {
        StringWriter list = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), list)) {
            json.writeStartArray();
            for (Dates.Named date : dates) {
                write(json, report, date);
            }
            json.writeEndArray();
        }
        return line.substring(0, line.length() - 1) + ",\"dates\":" + list + "}";
    }

    private static void write(JsonGenerator json, String report, Dates.Named date) {
        StatedDate meant = date.meant();
        json.writeStartObject();
        json.writeStringProperty("from", meant.from().map(LocalDate::toString).orElse(null));
        json.writeStringProperty("to", meant.to().map(LocalDate::toString).orElse(null));
        json.writeStringProperty("edtf", meant.isUnknown() ? null : meant.edtf());
        json.writeStringProperty(
                "named", date.date().isUnknown() ? null : date.date().edtf());
        json.writeStringProperty("granularity", date.date().granularity().slug());
        json.writeStringProperty("relation", date.relation().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty(
                "quote", report.substring(date.span().start(), date.span().end()));
        json.writeNumberProperty("start", date.span().start());
        json.writeNumberProperty("end", date.span().end());
        json.writeEndObject();
    }
}
