package dev.tranche.api;

import dev.tranche.ledger.Commitment;
import dev.tranche.print.DecisionJson;
import dev.tranche.print.LedgerJson;
import dev.tranche.view.BookView;
import dev.tranche.view.Task;
import dev.tranche.view.TaskKind;
import io.javalin.http.Context;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.core.JsonGenerator;

/** {@code /desk}: what needs a person. */
final class DeskResource {

    private DeskResource() {}

    /** Answers with a page of tasks, the most worth first. */
    static Answer desk(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        Supplier<List<Task>> asked = asked(query, view);
        Window window = query.window();
        query.check();
        TreeMap<TaskKind, Integer> counts = new TreeMap<>();
        view.tasks().forEach(task -> counts.merge(task.kind(), 1, Integer::sum));
        List<Task> found = asked.get();
        return Answer.json(json -> {
            Json.objects(json, "items", window.of(found), (out, task) -> write(out, task, view));
            json.writeObjectPropertyStart("kinds");
            counts.forEach((one, count) -> json.writeNumberProperty(one.slug(), count));
            json.writeEndObject();
            window.write(json, found.size(), view.head());
        });
    }

    /** Reads which tasks are asked for; they are found once the question was checked. */
    static Supplier<List<Task>> asked(Query query, BookView view) {
        Optional<TaskKind> kind = query.constant("kind", TaskKind.values());
        return () -> view.tasks().stream()
                .filter(task -> kind.isEmpty() || kind.get() == task.kind())
                .toList();
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
        Json.objects(json, "entries", entries, (out, entry) -> Entries.write(out, entry, view));
        Json.texts(json, "docs", task.reports());
        Json.object(json, "equation", task.equation(), LedgerJson::writeEquation);
        Json.object(json, "contradiction", task.contradiction(), LedgerJson::writeContradiction);
        Json.object(json, "decision", task.ruling(), DecisionJson::writeMembers);
    }
}
