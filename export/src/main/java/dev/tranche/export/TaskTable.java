package dev.tranche.export;

import dev.tranche.view.Task;
import java.math.RoundingMode;

/** The table of tasks: one row for each matter on the desk. */
final class TaskTable {

    private TaskTable() {}

    static Table<Task> of(Exported book) {
        return Table.<Task>of("tasks", "One row for each matter that needs a person, the most at stake first.")
                .text("kind", "Why it needs a person.", task -> task.kind().slug())
                .text("id", "Stays the same as long as the matter does.", Task::id)
                .number(
                        "worth",
                        "How many US dollars the question is about, times the share that may be wrong.",
                        task -> task.worth().setScale(0, RoundingMode.HALF_UP))
                .text("title", "A short title.", Task::title)
                .text("why", "The reason, in a sentence.", Task::why)
                .truth("aside", "Was it put aside?", task -> !task.isOpen())
                .maybe(
                        "assignee",
                        "Whom it is assigned to.",
                        task -> task.notes().assignee())
                .text("entry_ids", "Ids of the entries concerned.", task -> EntryTable.join(task.entries()))
                .text("report_ids", "Keys of the reports to look at.", task -> String.join("|", task.reports()))
                .rows(book::tasks);
    }
}
