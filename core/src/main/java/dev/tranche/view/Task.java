package dev.tranche.view;

import dev.tranche.audit.Equation;
import dev.tranche.ledger.Contradiction;
import dev.tranche.ledger.DecisionBook;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Something that needs a person's decision. All doubts about one entry are one task.
 *
 * @param id the same as long as it is about the same entry, the same pair of entries or the same sum
 * @param state differs once the doubts have changed
 * @param worth priority: the dollars concerned, times the share of them that may be wrong
 * @param title a short title
 * @param matters what is to be decided, the highest worth first; never empty
 * @param entries ids of the entries concerned
 * @param reports keys of the reports to look at
 * @param equation the equation that does not hold
 * @param ruling the decision whose claims are no longer read
 * @param notes what people noted about it
 */
public record Task(
        String id,
        String state,
        BigDecimal worth,
        String title,
        List<Matter> matters,
        List<String> entries,
        List<String> reports,
        Optional<Equation> equation,
        Optional<DecisionBook.Ruling> ruling,
        TaskNotes notes) {

    /**
     * One thing that is doubted.
     *
     * @param kind why
     * @param worth as that of the task, were this all
     * @param why a sentence
     * @param contradiction the statements that cannot both be true
     */
    public record Matter(TaskKind kind, BigDecimal worth, String why, Optional<Contradiction> contradiction) {}

    /** Copies the lists; refuses a task about nothing. */
    public Task {
        matters = List.copyOf(matters);
        entries = List.copyOf(entries);
        reports = List.copyOf(reports);
        if (matters.isEmpty()) {
            throw new IllegalArgumentException("a task is about something");
        }
    }

    /** Returns why it is worth most. */
    public TaskKind kind() {
        return matters.getFirst().kind();
    }

    /** Returns the sentence of what is worth most. */
    public String why() {
        return matters.getFirst().why();
    }

    /** Is something of a kind doubted? */
    public boolean isAbout(TaskKind kind) {
        return matters.stream().anyMatch(matter -> matter.kind() == kind);
    }

    /** Does it wait for somebody? Otherwise it was put aside. */
    public boolean isOpen() {
        return notes.aside().isEmpty();
    }
}
