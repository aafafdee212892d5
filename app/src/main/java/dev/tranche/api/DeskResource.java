package dev.tranche.api;

import dev.tranche.ledger.Commitment;
import dev.tranche.print.DecisionJson;
import dev.tranche.view.BookView;
import dev.tranche.view.Task;
import dev.tranche.view.TaskKind;
import io.javalin.http.Context;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.core.JsonGenerator;

/** {@code /desk}: what needs a person's decision. */
final class DeskResource {

    private static final int MOST_NAME = 40;

    private DeskResource() {}

    /** Answers with a page of tasks, the most at stake first. */
    static Answer desk(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        Predicate<Task> wanted = wanted(query);
        Supplier<List<Task>> asked = asked(query, view);
        Window window = query.window();
        query.check();
        TreeMap<TaskKind, Integer> counts = new TreeMap<>();
        List<Task> meant = view.tasks().stream().filter(wanted).toList();
        meant.forEach(task -> task.matters().stream()
                .map(Task.Matter::kind)
                .distinct()
                .forEach(one -> counts.merge(one, 1, Integer::sum)));
        List<Task> found = asked.get();
        long open = view.tasks().stream().filter(Task::isOpen).count();
        return Answer.json(json -> {
            Json.objects(json, "items", window.of(found), (out, task) -> write(out, task, view));
            json.writeObjectPropertyStart("kinds");
            counts.forEach((one, count) -> json.writeNumberProperty(one.slug(), count));
            json.writeEndObject();
            json.writeNumberProperty("meant", meant.size());
            json.writeNumberProperty("open", open);
            json.writeNumberProperty("aside", view.tasks().size() - open);
            window.write(json, found.size(), view.head());
        });
    }

    /** Reads which tasks are asked for; they are found once the question has been checked. */
    static Supplier<List<Task>> asked(Query query, BookView view) {
        Optional<TaskKind> kind = query.constant("kind", TaskKind.values());
        Predicate<Task> wanted = wanted(query);
        return () -> view.tasks().stream()
                .filter(wanted)
                .filter(task -> kind.isEmpty() || task.isAbout(kind.get()))
                .toList();
    }

    /** Open tasks or those put aside, of everyone or of one person. */
    private static Predicate<Task> wanted(Query query) {
        boolean aside = query.truth("aside").orElse(false);
        Optional<String> assignee = query.text("assignee", MOST_NAME);
        return task -> task.isOpen() != aside
                && (assignee.isEmpty() || assignee.equals(task.notes().assignee()));
    }

    private static void write(JsonGenerator json, Task task, BookView view) {
        List<Commitment> entries = task.entries().stream()
                .flatMap(id -> view.index().find(id).stream())
                .toList();
        json.writeStringProperty("id", task.id());
        json.writeStringProperty("kind", task.kind().slug());
        json.writeNumberProperty("worth", task.worth().setScale(0, RoundingMode.HALF_UP));
        json.writeStringProperty("title", task.title());
        json.writeStringProperty("why", task.why());
        Json.objects(json, "matters", task.matters(), (out, matter) -> {
            out.writeStringProperty("kind", matter.kind().slug());
            out.writeStringProperty("why", matter.why());
            Json.object(
                    out,
                    "contradiction",
                    matter.contradiction(),
                    (to, one) -> ReportNames.contradiction(to, one, view));
        });
        Json.text(json, "assignee", task.notes().assignee());
        Json.object(json, "aside", task.notes().aside(), DecisionJson::writeMembers);
        Json.objects(json, "comments", task.notes().comments(), DecisionJson::writeMembers);
        Json.objects(json, "entries", entries, (out, entry) -> Entries.write(out, entry, view));
        Json.texts(json, "docs", task.reports());
        ReportNames.named(json, task.reports().stream(), view);
        Json.object(json, "equation", task.equation(), (out, one) -> ReportNames.equation(out, one, view));
        Json.object(json, "decision", task.ruling(), DecisionJson::writeMembers);
    }
}
