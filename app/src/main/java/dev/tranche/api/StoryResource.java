package dev.tranche.api;

import dev.tranche.encounter.EncounterKind;
import dev.tranche.figure.Figure;
import dev.tranche.naming.NameKind;
import dev.tranche.print.ClaimsJson;
import dev.tranche.print.TimelineJson;
import dev.tranche.statement.Stance;
import dev.tranche.text.DocumentId;
import dev.tranche.timeline.FigureBook;
import dev.tranche.timeline.NameBook;
import dev.tranche.timeline.TimelineEvent;
import dev.tranche.view.BookView;
import dev.tranche.view.ReportLine;
import dev.tranche.view.StatementIndex;
import dev.tranche.view.StatementLine;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;

/** {@code /timeline}, {@code /statements}, {@code /figures} and {@code /names}: what reports say besides sums. */
final class StoryResource {

    private static final int MOST_CODE = 20;

    /** The most reports of a name that are listed. */
    private static final int MOST_REPORTS = 50;

    private final Choices choices;

    StoryResource(Choices choices) {
        this.choices = choices;
    }

    /** Answers with a page of encounters. */
    static Answer timeline(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        Optional<EncounterKind> kind = query.constant("kind", EncounterKind.values());
        Set<String> countries =
                Set.copyOf(query.code("country", MOST_CODE).stream().toList());
        var from = query.day("from");
        var to = query.day("to");
        String words = query.words("q");
        Window window = query.window();
        query.check();
        List<TimelineEvent> found = view.timeline().find(kind, countries, from, to, words);
        return Answer.json(json -> {
            json.writeArrayPropertyStart("items");
            window.of(found).forEach(event -> TimelineJson.write(json, event));
            json.writeEndArray();
            Json.objects(json, "gaps", view.timeline().timeline().gaps(), TimelineJson::writeGap);
            window.write(json, found.size(), view.head());
        });
    }

    /** Answers with a page of statements. */
    Answer statements(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        StatementIndex.Question question = question(query);
        String order = order(query);
        Window window = query.window();
        query.check();
        List<StatementLine> found = ordered(view.statements().find(question), order);
        List<StatementLine> page = window.of(found);
        Set<Integer> linked = new TreeSet<>();
        page.forEach(line -> {
            linked.addAll(line.claim().denials());
            linked.addAll(line.denies());
        });
        page.forEach(line -> linked.remove(line.id()));
        List<StatementLine> beside =
                linked.stream().map(view.statements().lines()::get).toList();
        return Answer.json(json -> {
            Json.objects(json, "items", page, StoryResource::statement);
            Json.objects(json, "linked", beside, StoryResource::statement);
            choices.ofStatements(json, view);
            window.write(json, found.size(), view.head());
        });
    }

    /** Returns which statements are asked for. */
    static StatementIndex.Question question(Query query) {
        return new StatementIndex.Question(
                query.words("speaker"),
                Set.copyOf(query.code("country", MOST_CODE).stream().toList()),
                query.constant("stance", Stance.values()),
                query.truth("denied"),
                query.words("q"),
                query.day("from"),
                query.day("to"));
    }

    /** Returns in which order statements are asked for. */
    static String order(Query query) {
        return query.word("order", List.of("desc", "asc", "told")).orElse("desc");
    }

    /** Those without a day come last whichever way the order runs; equal ones keep the order of reports and words. */
    static List<StatementLine> ordered(List<StatementLine> lines, String order) {
        Comparator<StatementLine> byDay = Comparator.comparing(line -> day(line).orElse(LocalDate.EPOCH));
        Comparator<StatementLine> wanted = switch (order) {
            case "asc" -> byDay;
            case "told" ->
                Comparator.comparingInt(
                                (StatementLine line) -> -line.claim().reports().size()
                                        - line.claim().denials().size())
                        .thenComparing(byDay.reversed());
            default -> byDay.reversed();
        };
        return lines.stream()
                .sorted(Comparator.comparing((StatementLine line) -> day(line).isEmpty())
                        .thenComparing(wanted))
                .toList();
    }

    private static Optional<LocalDate> day(StatementLine line) {
        return line.published().from().or(line.published()::to);
    }

    static void statement(JsonGenerator json, StatementLine line) {
        ClaimsJson.write(json, line.id(), line.claim());
        json.writeArrayPropertyStart("denies");
        line.denies().forEach(json::writeNumber);
        json.writeEndArray();
        Json.days(json, "published", line.published());
    }

    /** Answers with a page of figures, those of one thing together. */
    static Answer figures(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        Optional<Boolean> differ = query.truth("differ");
        Window window = query.window();
        query.check();
        List<FigureBook.Counted> all = figures(view, differ);
        return Answer.json(json -> {
            Json.objects(json, "items", window.of(all), (out, thing) -> {
                out.writeStringProperty("unit", thing.unit());
                out.writeBooleanProperty("differ", thing.differs());
                Json.texts(out, "about", thing.about());
                Json.objects(out, "values", thing.tellings(), (to, one) -> figure(to, one, view));
            });
            window.write(json, all.size(), view.head());
        });
    }

    /** Returns the figures asked for. */
    static List<FigureBook.Counted> figures(BookView view, Optional<Boolean> differ) {
        return view.figures().things().stream()
                .filter(thing -> differ.isEmpty() || differ.get() == thing.differs())
                .toList();
    }

    private static void figure(JsonGenerator json, FigureBook.Telling telling, BookView view) {
        Figure figure = telling.figure();
        json.writeNumberProperty("value", figure.value());
        json.writeStringProperty("bound", figure.bound().slug());
        Json.text(json, "source", figure.source());
        Json.days(json, "published", telling.reported());
        json.writeName("evidence");
        TimelineJson.evidence(json, figure.evidence());
        ReportNames.write(json, view.report(figure.evidence().document().value()));
    }

    /** Answers with a page of names. */
    static Answer names(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        Optional<NameKind> kind = query.constant("kind", NameKind.values());
        String words = query.words("q");
        Window window = query.window();
        query.check();
        List<NameBook.Entry> found = view.names().find(kind, words);
        return Answer.json(json -> {
            Json.objects(json, "items", window.of(found), StoryResource::name);
            window.write(json, found.size(), view.head());
        });
    }

    static void name(JsonGenerator json, NameBook.Entry name) {
        json.writeStringProperty("kind", name.kind().slug());
        json.writeStringProperty("id", name.id());
        json.writeStringProperty("name", name.name());
        Json.text(json, "office", Optional.of(name.office()).filter(office -> !office.isEmpty()));
        Json.text(json, "country", name.country());
        Json.texts(json, "spellings", name.spellings());
        Json.texts(
                json,
                "reports",
                name.reports().stream()
                        .limit(MOST_REPORTS)
                        .map(DocumentId::value)
                        .toList());
        json.writeNumberProperty("count", name.reports().size());
    }

    static void report(JsonGenerator json, ReportLine line, BookView view) {
        json.writeStringProperty("doc", line.key());
        Json.text(json, "outlet", line.outlet());
        Json.text(json, "title", Optional.of(line.title()).filter(title -> !title.isEmpty()));
        Json.text(json, "url", line.address());
        json.writeObjectPropertyStart("published");
        Json.day(json, "from", line.published().date().from());
        Json.day(json, "to", line.published().date().to());
        json.writeStringProperty("basis", line.published().basis().slug());
        json.writeEndObject();
        json.writeNumberProperty("facts", line.facts());
        json.writeNumberProperty("entries", view.index().ofReport(line.key()).size());
        json.writeBooleanProperty("withdrawn", line.withdrawn());
    }
}
