package dev.tranche.api;

import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.DecisionBook.Ruling;
import dev.tranche.print.Columns;
import dev.tranche.print.DecisionJson;
import dev.tranche.view.BookView;
import dev.tranche.view.Task;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonGenerator;

/** {@code tasks}: what waits on the desk for a person, offered to those who may decide about it. */
final class TasksTool implements McpTool {

    private static final int MOST = 50;
    private static final int USUAL = 10;

    /** A task about a sum names all entries that were added up; the rest are found by their ids. */
    private static final int MOST_ENTRIES = 5;

    private static final int MOST_REPORTS = 20;

    private final UnaryOperator<String> nameOf;

    TasksTool(UnaryOperator<String> nameOf) {
        this.nameOf = nameOf;
    }

    @Override
    public String name() {
        return "tasks";
    }

    @Override
    public Answer call(Query query, BookView view) {
        Supplier<List<Task>> asked = DeskResource.asked(query, view);
        Window window = query.window(MOST, USUAL);
        query.check();
        List<Task> found = asked.get();
        List<Task> page = window.of(found);
        EntryBrief brief = new EntryBrief(view, nameOf);
        StringBuilder text = new StringBuilder();
        text.append(Lists.heading(found.size(), page.size(), window, "task matches", "tasks match"));
        page.forEach(task -> describe(text.append('\n'), task, view, brief));
        return Answer.of(
                json -> {
                    Json.objects(json, "items", page, (out, task) -> write(out, task, view, brief));
                    window.write(json, found.size(), view.head());
                },
                text.append(Lists.next(window, found.size(), view)).toString());
    }

    private static List<Commitment> entries(Task task, BookView view) {
        return task.entries().stream()
                .limit(MOST_ENTRIES)
                .flatMap(id -> view.index().find(id).stream())
                .toList();
    }

    private static void describe(StringBuilder text, Task task, BookView view, EntryBrief brief) {
        text.append(Columns.oneLine("Task " + task.id() + ": " + task.title())).append('\n');
        task.matters()
                .forEach(matter -> text.append(
                                Columns.oneLine("  " + matter.kind().slug() + ": " + matter.why()))
                        .append('\n'));
        task.notes()
                .assignee()
                .ifPresent(name -> text.append("  assigned to ").append(name).append('\n'));
        task.notes().aside().ifPresent(note -> describe(text, "put aside", note));
        task.notes().comments().forEach(note -> describe(text, "comment", note));
        entries(task, view).forEach(entry -> text.append(brief.text(entry, Citation.FEW)));
    }

    private static void describe(StringBuilder text, String what, Ruling note) {
        text.append(Columns.oneLine("  " + what + " by " + note.decision().author() + " (decision "
                        + note.decision().id() + "): " + note.decision().reason()))
                .append('\n');
    }

    private static void write(JsonGenerator json, Task task, BookView view, EntryBrief brief) {
        json.writeStringProperty("id", task.id());
        json.writeStringProperty("title", task.title());
        json.writeNumberProperty("worth", task.worth().setScale(0, RoundingMode.HALF_UP));
        Json.objects(json, "matters", task.matters(), (out, matter) -> {
            out.writeStringProperty("kind", matter.kind().slug());
            out.writeStringProperty("why", matter.why());
        });
        Json.text(json, "assignee", task.notes().assignee());
        Json.object(json, "aside", task.notes().aside(), DecisionJson::writeMembers);
        Json.objects(json, "comments", task.notes().comments(), DecisionJson::writeMembers);
        Json.objects(json, "entries", entries(task, view), (out, entry) -> brief.write(out, entry, Citation.FEW));
        json.writeNumberProperty("entry_count", task.entries().size());
        Json.texts(json, "reports", task.reports().stream().limit(MOST_REPORTS).toList());
        Optional<Ruling> decision = task.ruling();
        Json.object(json, "decision", decision, DecisionJson::writeMembers);
        Json.object(json, "equation", task.equation(), (out, one) -> AuditTool.write(out, one, view));
    }
}
