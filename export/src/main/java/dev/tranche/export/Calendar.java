package dev.tranche.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * iCalendar (RFC 5545): entries and encounters as events of whole days. Dates known only to more than a month
 * are left out, since they would fill a calendar with unknown dates.
 */
public final class Calendar implements Format {

    private static final About ABOUT =
            About.file("ics", "Calendar (iCalendar)", "tranche.ics", "text/calendar", About.Part.STORY);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The most bytes of a line; the next begins with a space. */
    private static final int LINE = 75;

    private static final int MOST_DAYS = 31;

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void write(Exported book, Parts to) throws IOException {
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(to.open(about().fileName()), StandardCharsets.UTF_8))) {
            line(out, "BEGIN:VCALENDAR");
            line(out, "VERSION:2.0");
            line(out, "PRODID:-//Tranche//" + text(book.cover().version()) + "//EN");
            line(out, "CALSCALE:GREGORIAN");
            try (Stream<Happening> all = Happening.of(book)) {
                for (Happening one : (Iterable<Happening>) all.filter(Calendar::isNarrow)::iterator) {
                    event(out, one, TIME.format(book.cover().made()));
                }
            }
            line(out, "END:VCALENDAR");
        }
    }

    /** Describes what the file omits. */
    @Override
    public List<String> remarks(Exported book) {
        long shown;
        try (Stream<Happening> all = Happening.of(book)) {
            shown = all.filter(Calendar::isNarrow).count();
        }
        return Happening.remarks(
                book, shown, "refused, or their day is not known, or only to more than " + MOST_DAYS + " days.");
    }

    private static boolean isNarrow(Happening one) {
        return one.date().to().isPresent()
                && one.date().to().get().toEpochDay()
                                - one.date().from().orElseThrow().toEpochDay()
                        < MOST_DAYS;
    }

    private static void event(Writer out, Happening one, String made) throws IOException {
        LocalDate last = one.date().to().orElseThrow();
        line(out, "BEGIN:VEVENT");
        line(out, "UID:" + text(one.id()) + "@tranche");
        line(out, "DTSTAMP:" + made);
        line(out, "DTSTART;VALUE=DATE:" + DAY.format(one.date().from().orElseThrow()));
        // The end is the first day after it.
        line(out, "DTEND;VALUE=DATE:" + DAY.format(last.plusDays(1)));
        line(out, "SUMMARY:" + text(one.headline()));
        line(out, "CATEGORIES:" + text(one.group()));
        if (!one.words().isEmpty()) {
            String outlet = one.outlet().isEmpty() ? "" : " (" + one.outlet() + ")";
            line(out, "DESCRIPTION:" + text("“" + one.words() + "”" + outlet));
        }
        if (!one.place().isEmpty()) {
            line(out, "LOCATION:" + text(one.place()));
        }
        if (one.address().isPresent()) {
            line(out, "URL:" + one.address().get());
        }
        line(out, "STATUS:" + (one.isCancelled() ? "CANCELLED" : one.isSure() ? "CONFIRMED" : "TENTATIVE"));
        line(out, "TRANSP:TRANSPARENT");
        line(out, "END:VEVENT");
    }

    /** Escapes a text; control characters are replaced. */
    private static String text(String text) {
        return Characters.forXml(text)
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replace("\r", "\\n");
    }

    /** Writes a line folded after at most 75 bytes, never within a character. */
    private static void line(Writer out, String line) throws IOException {
        int bytes = 0;
        for (int i = 0; i < line.length(); ) {
            int c = line.codePointAt(i);
            int size = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (bytes + size > LINE) {
                out.write("\r\n ");
                bytes = 1;
            }
            out.write(line, i, Character.charCount(c));
            bytes += size;
            i += Character.charCount(c);
        }
        out.write("\r\n");
    }
}
