package dev.tranche.api;

import dev.tranche.encounter.EncounterKind;
import dev.tranche.export.EventId;
import dev.tranche.print.StoryLines;
import dev.tranche.print.TimelineJson;
import dev.tranche.timeline.TimelineEvent;
import dev.tranche.view.BookView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** {@code timeline}: who met whom, each encounter once with the words of its reports. */
final class TimelineTool implements McpTool {

    private static final int MOST = 50;
    private static final int USUAL = 10;
    private static final int MOST_CODES = 1_000;

    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public Set<String> parties() {
        return Set.of("country");
    }

    /** Returns the codes of the argument {@code country}. */
    static Set<String> countries(Query query) {
        return query.code("country", MOST_CODES)
                .map(codes -> Set.of(codes.split(",")))
                .orElse(Set.of());
    }

    @Override
    public Answer call(Query query, BookView view) {
        Optional<EncounterKind> kind = query.constant("kind", EncounterKind.values());
        Set<String> countries = countries(query);
        var from = query.day("from");
        var to = query.day("to");
        String words = query.words("q");
        Window window = query.window(MOST, USUAL);
        query.check();
        List<TimelineEvent> found = view.timeline().find(kind, countries, from, to, words);
        List<TimelineEvent> page = window.of(found);
        StringBuilder text = new StringBuilder();
        text.append(Lists.heading(found.size(), page.size(), window, "encounter matches", "encounters match"));
        for (TimelineEvent event : page) {
            text.append('\n').append(StoryLines.encounter(event.encounter())).append(" · ");
            text.append(EventId.of(event)).append('\n');
            citations(event, view)
                    .forEach(one -> text.append("  ").append(one.line()).append('\n'));
        }
        return Answer.of(
                json -> {
                    Json.objects(json, "items", page, (out, event) -> write(out, event, view));
                    window.write(json, found.size(), view.head());
                },
                text.append(Lists.next(window, found.size(), view)).toString());
    }

    private static List<Citation> citations(TimelineEvent event, BookView view) {
        return event.evidence().stream()
                .limit(Citation.FEW)
                .map(words -> Citation.of(view, words))
                .toList();
    }

    private static void write(JsonGenerator json, TimelineEvent event, BookView view) {
        json.writeStringProperty("id", EventId.of(event));
        TimelineJson.encounter(json, event.encounter());
        json.writeNumberProperty("reports", event.reports().size());
        Citation.write(json, "citations", citations(event, view));
    }
}
