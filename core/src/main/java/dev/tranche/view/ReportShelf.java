package dev.tranche.view;

import dev.tranche.dating.Publication;
import dev.tranche.extract.Extraction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reports of a book, the newest first; the same as long as no report comes, goes or is taken back. Immutable. */
final class ReportShelf {

    private final List<ReportLine> lines;
    private final Map<String, ReportLine> byName = new HashMap<>();

    private ReportShelf(List<ReportLine> lines) {
        this.lines = List.copyOf(lines);
        lines.forEach(line -> byName.putIfAbsent(line.id(), line));
        lines.forEach(line -> byName.put(line.key(), line));
    }

    /** Shelves readings. */
    static ReportShelf of(List<Told> readings) {
        List<ReportLine> lines = new ArrayList<>(readings.size());
        readings.forEach(reading -> lines.add(line(reading)));
        lines.sort(
                Comparator.comparing((ReportLine line) -> day(line.published()).isEmpty())
                        .thenComparing(line -> day(line.published()).orElse(LocalDate.EPOCH), Comparator.reverseOrder())
                        .thenComparing(ReportLine::key));
        return new ReportShelf(lines);
    }

    private static ReportLine line(Told reading) {
        Extraction extraction = reading.extraction();
        return new ReportLine(
                reading.key(),
                extraction.document().id().value(),
                reading.number(),
                extraction.document().outlet(),
                reading.title(),
                extraction.document().address(),
                extraction.published(),
                reading.facts(),
                reading.withdrawn());
    }

    private static Optional<LocalDate> day(Publication published) {
        return published.date().to().or(published.date()::from);
    }

    /** Returns the reports, the newest first. */
    List<ReportLine> lines() {
        return lines;
    }

    /** Returns the report of a key, or the newest of an id. */
    Optional<ReportLine> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Returns the title of the report of a key, possibly empty. */
    String title(String key) {
        ReportLine line = byName.get(key);
        return line == null ? "" : line.title();
    }
}
