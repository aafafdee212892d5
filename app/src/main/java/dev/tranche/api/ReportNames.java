package dev.tranche.api;

import dev.tranche.audit.Equation;
import dev.tranche.ledger.Contradiction;
import dev.tranche.print.LedgerJson;
import dev.tranche.view.BookView;
import dev.tranche.view.ReportLine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/** Writes who published a report, under which title and when: its key alone says nothing to people. */
final class ReportNames {

    /** The most reports of one list that are named. */
    private static final int MOST = 60;

    private ReportNames() {}

    /** Writes the outlet and the title of a report into an object; both null for a report that the book does not hold. */
    static void write(JsonGenerator json, Optional<ReportLine> report) {
        Json.text(json, "outlet", report.flatMap(ReportLine::outlet));
        Json.text(json, "title", report.map(ReportLine::title).filter(title -> !title.isEmpty()));
    }

    /** Writes the list {@code named}: the reports of the book among keys, each once, in the order of the keys. */
    static void named(JsonGenerator json, Stream<String> keys, BookView view) {
        List<ReportLine> lines = keys.distinct()
                .limit(MOST)
                .flatMap(key -> view.report(key).stream())
                .distinct()
                .toList();
        Json.objects(json, "named", lines, (out, line) -> {
            out.writeStringProperty("doc", line.key());
            write(out, Optional.of(line));
            Json.days(out, "published", line.published().date());
        });
    }

    /** Writes the members of a contradiction, with the names of the reports and the entries on both sides. */
    static void contradiction(JsonGenerator json, Contradiction one, BookView view) {
        LedgerJson.writeContradiction(json, one);
        CalledEntries.of(json, one, view);
        named(json, Stream.of(one.one(), one.two()).flatMap(side -> side.reports().stream()), view);
    }

    /** Writes the members of an equation, with the names of its entries, its sources and the names of their reports. */
    static void equation(JsonGenerator json, Equation one, BookView view) {
        LedgerJson.writeEquation(json, one);
        CalledEntries.of(json, one, view);
        List<FigureSource> sources = one.evidence().stream()
                .map(FigureSource::of)
                .flatMap(List::stream)
                .toList();
        Json.objects(json, "sources", sources, (out, source) -> {
            Json.text(out, "doc", source.report());
            out.writeStringProperty("words", source.words());
        });
        named(json, sources.stream().flatMap(source -> source.report().stream()), view);
    }
}
