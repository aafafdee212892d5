package dev.tranche.export;

import dev.tranche.encounter.Participant;
import dev.tranche.encounter.Place;
import dev.tranche.statement.Speaker;
import dev.tranche.statement.Statement;
import dev.tranche.text.DocumentId;
import dev.tranche.timeline.FigureBook;
import dev.tranche.timeline.TimelineEvent;
import dev.tranche.view.ReportLine;
import dev.tranche.view.StatementLine;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tables of the content of reports besides sums: encounters, statements and figures. */
final class StoryTables {

    private StoryTables() {}

    static Table<TimelineEvent> encounters(Exported book) {
        Table.Builder<TimelineEvent> table =
                Table.of("encounters", "One row for each visit, meeting, call or conference.");
        table.text("id", "Stable name, made from the first words.", EventId::of)
                .day(
                        "from",
                        "First day on which it may have been.",
                        event -> event.encounter().date().from())
                .day("to", "Last such day.", event -> event.encounter().date().to())
                .text(
                        "kind",
                        "visit, meeting, call or conference.",
                        event -> event.encounter().kind().slug())
                .text(
                        "stage",
                        "past, ongoing, planned or cancelled.",
                        event -> event.encounter().stage().slug());
        addParticipants(table, book);
        return table.maybe("place", "Where.", event -> event.encounter().place().map(Place::name))
                .maybe(
                        "place_country",
                        "Code of its state.",
                        event -> event.encounter().place().flatMap(Place::country))
                .maybe(
                        "place_country_name",
                        "Name of its state.",
                        event -> event.encounter()
                                .place()
                                .flatMap(Place::country)
                                .map(book::nameOf))
                .maybeCount(
                        "ordinal",
                        "Its number in a series.",
                        event -> event.encounter()
                                .ordinal()
                                .map(ordinal -> OptionalInt.of(ordinal.n()))
                                .orElse(OptionalInt.empty()))
                .maybe(
                        "since",
                        "Start of the series.",
                        event -> event.encounter().ordinal().flatMap(ordinal -> ordinal.since()))
                .count(
                        "reports",
                        "How many reports mention it.",
                        event -> event.reports().size())
                .text("report_ids", "Their ids.", event -> ids(event.reports()))
                .text(
                        "quote",
                        "The words of the first.",
                        event -> event.encounter().evidence().quote())
                .maybe("outlet", "Who published the first.", event -> first(event, book, ReportLine::outlet))
                .maybe("title", "Its headline.", event -> first(event, book, line -> Optional.of(line.title())))
                .maybe("address", "Where it was published.", event -> first(event, book, ReportLine::address))
                .rows(book::encounters);
    }

    private static void addParticipants(Table.Builder<TimelineEvent> table, Exported book) {
        table.text(
                        "participants",
                        "Who, the one that acts first.",
                        event -> event.encounter().participants().stream()
                                .map(Participant::shown)
                                .collect(Collectors.joining("|")))
                .text(
                        "offices",
                        "Their offices, in the same order.",
                        event -> event.encounter().participants().stream()
                                .map(Participant::office)
                                .collect(Collectors.joining("|")))
                .text(
                        "countries",
                        "Codes of their states or bodies, in the same order.",
                        event -> event.encounter().participants().stream()
                                .map(each -> each.country().orElse(""))
                                .collect(Collectors.joining("|")))
                .text(
                        "country_names",
                        "Names of these, in the same order.",
                        event -> event.encounter().participants().stream()
                                .map(each -> each.country().map(book::nameOf).orElse(""))
                                .collect(Collectors.joining("|")));
    }

    private static Optional<String> first(
            TimelineEvent event, Exported book, Function<ReportLine, Optional<String>> what) {
        return book.report(event.encounter().evidence().document().value()).flatMap(what);
    }

    static Table<StatementLine> statements(Exported book) {
        return Table.<StatementLine>of("statements", "One row for each statement.")
                .count("id", "Its place in this book.", StatementLine::id)
                .day(
                        "published_from",
                        "First day on which the first report may have been published.",
                        line -> line.published().from())
                .day("published_to", "Last such day.", line -> line.published().to())
                .maybe("speaker", "Name of the speaker.", line -> speaker(line).name())
                .text(
                        "description",
                        "What the speaker is, in the report's words.",
                        line -> speaker(line).description())
                .maybe(
                        "country",
                        "Code of the state or body spoken for.",
                        line -> speaker(line).country())
                .maybe(
                        "country_name",
                        "Its name.",
                        line -> speaker(line).country().map(book::nameOf))
                .truth(
                        "anonymous",
                        "Is the speaker unnamed?",
                        line -> speaker(line).anonymous())
                .text(
                        "stance",
                        "asserts, denies, promises, warns, asks or accuses.",
                        line -> statement(line).stance().slug())
                .text("verb", "The verb of the report.", line -> statement(line).verb())
                .truth(
                        "direct",
                        "Is at least a part of it in quotation marks?",
                        line -> statement(line).direct())
                .maybe("addressee", "Who is addressed.", line -> statement(line).addressee())
                .maybe("via", "Who passes it on.", line -> statement(line).via())
                .text(
                        "denied_by",
                        "Ids of the statements that deny it.",
                        line -> numbers(line.claim().denials()))
                .text("denies", "Ids of the statements that it denies.", line -> numbers(line.denies()))
                .count(
                        "reports",
                        "How many reports contain it.",
                        line -> line.claim().reports().size())
                .text("report_ids", "Their ids.", line -> ids(line.claim().reports()))
                .text(
                        "quote",
                        "The words, attribution included.",
                        line -> statement(line).evidence().quote())
                .maybe(
                        "outlet",
                        "Who published the first report.",
                        line -> source(line, book).flatMap(ReportLine::outlet))
                .maybe("title", "Its headline.", line -> source(line, book).map(ReportLine::title))
                .maybe(
                        "address",
                        "Where it was published.",
                        line -> source(line, book).flatMap(ReportLine::address))
                .rows(book::statements);
    }

    private static Statement statement(StatementLine line) {
        return line.claim().statement();
    }

    private static Speaker speaker(StatementLine line) {
        return statement(line).speaker();
    }

    private static Optional<ReportLine> source(StatementLine line, Exported book) {
        return book.report(statement(line).evidence().document().value());
    }

    /**
     * One figure of one report.
     *
     * @param thing number of the thing, from 1; figures of one thing share it
     * @param counted the thing
     * @param telling the figure
     */
    record Told(int thing, FigureBook.Counted counted, FigureBook.Telling telling) {}

    static Table<Told> figures(Exported book) {
        return Table.<Told>of("figures", "One row for each figure other than money; rows of one thing share a number.")
                .count("thing", "Number of what is counted.", Told::thing)
                .text("unit", "What is counted.", told -> told.counted().unit())
                .text(
                        "about",
                        "Codes of the states named.",
                        told -> EntryTable.join(told.counted().about()))
                .text(
                        "about_names",
                        "Names of these states.",
                        told -> book.namesOf(told.counted().about()))
                .truth(
                        "differ",
                        "Do the figures for this thing differ?",
                        told -> told.counted().differs())
                .number("value", "The figure.", told -> told.telling().figure().value())
                .text(
                        "bound",
                        "How exactly it is stated.",
                        told -> told.telling().figure().bound().slug())
                .maybe("source", "Who says so.", told -> told.telling().figure().source())
                .day(
                        "published_from",
                        "First day on which the report may have been published.",
                        told -> told.telling().reported().from())
                .day(
                        "published_to",
                        "Last such day.",
                        told -> told.telling().reported().to())
                .text(
                        "report",
                        "Id of the report.",
                        told -> told.telling().figure().evidence().document().value())
                .text(
                        "quote",
                        "The words.",
                        told -> told.telling().figure().evidence().quote())
                .maybe(
                        "outlet",
                        "Who published the report.",
                        told -> source(told, book).flatMap(ReportLine::outlet))
                .maybe("title", "Its headline.", told -> source(told, book).map(ReportLine::title))
                .maybe(
                        "address",
                        "Where it was published.",
                        told -> source(told, book).flatMap(ReportLine::address))
                .rows(() -> {
                    int[] thing = {0};
                    return book.figures().flatMap(counted -> {
                        int number = ++thing[0];
                        return counted.tellings().stream().map(telling -> new Told(number, counted, telling));
                    });
                });
    }

    private static Optional<ReportLine> source(Told told, Exported book) {
        return book.report(told.telling().figure().evidence().document().value());
    }

    private static String ids(Collection<DocumentId> reports) {
        return reports.stream().map(DocumentId::value).collect(Collectors.joining("|"));
    }

    private static String numbers(Collection<Integer> ids) {
        return ids.stream().map(id -> Integer.toString(id)).collect(Collectors.joining("|"));
    }
}
