package dev.tranche.view;

import dev.tranche.ledger.DecisionBook;
import dev.tranche.ledger.DecisionBook.Ruling;
import dev.tranche.review.Action;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people noted about a task, as far as it counts.
 *
 * @param aside the decision that put it aside
 * @param assignee whose it is
 * @param comments the comments, the earliest first
 */
public record TaskNotes(Optional<Ruling> aside, Optional<String> assignee, List<Ruling> comments) {

    /** Nobody noted anything. */
    static final TaskNotes NONE = new TaskNotes(Optional.empty(), Optional.empty(), List.of());

    /** Copies the list. */
    public TaskNotes {
        comments = List.copyOf(comments);
    }

    /** Gathers the notes that count by the ids of their tasks, in the order of the decisions. */
    static Map<String, List<Ruling>> byTask(DecisionBook decisions) {
        Map<String, List<Ruling>> notes = new HashMap<>();
        for (Ruling ruling : decisions.rulings()) {
            if (ruling.isActive() && ruling.decision().action() instanceof Action.Note note) {
                notes.computeIfAbsent(note.task(), task -> new ArrayList<>()).add(ruling);
            }
        }
        return notes;
    }

    /** Returns what the notes of a task come to in a state of it. */
    static TaskNotes of(List<Ruling> notes, String state) {
        Optional<Ruling> aside = Optional.empty();
        Optional<String> assignee = Optional.empty();
        List<Ruling> comments = new ArrayList<>();
        for (Ruling ruling : notes) {
            if (ruling.decision().action() instanceof Action.Note note) {
                switch (note.kind()) {
                    case ASIDE -> aside = note.state().equals(state) ? Optional.of(ruling) : aside;
                    case COMMENT -> comments.add(ruling);
                    case ASSIGN -> assignee = note.to();
                }
            }
        }
        return new TaskNotes(aside, assignee, comments);
    }
}
