package dev.tranche.export;

import dev.tranche.audit.Equation;
import dev.tranche.ledger.Contradiction;
import dev.tranche.ledger.DecisionBook;
import dev.tranche.timeline.NameBook;
import java.util.List;

/**
 * What is exported beside entries, where a page shows a list of it; otherwise it follows from what was selected.
 *
 * @param equations equations of the audit
 * @param contradictions statements that cannot both stand
 * @param decisions what people decided
 * @param names names of persons, bodies, places and equipment
 */
public record Beside(
        List<Equation> equations,
        List<Contradiction> contradictions,
        List<DecisionBook.Ruling> decisions,
        List<NameBook.Entry> names) {

    /** Copies the lists. */
    public Beside {
        equations = List.copyOf(equations);
        contradictions = List.copyOf(contradictions);
        decisions = List.copyOf(decisions);
        names = List.copyOf(names);
    }

    /** Has the equations of a page alone. */
    public static Beside equations(List<Equation> shown) {
        return new Beside(shown, List.of(), List.of(), List.of());
    }

    /** Has the contradictions of a page alone. */
    public static Beside contradictions(List<Contradiction> shown) {
        return new Beside(List.of(), shown, List.of(), List.of());
    }

    /** Has the decisions of a page alone. */
    public static Beside decisions(List<DecisionBook.Ruling> shown) {
        return new Beside(List.of(), List.of(), shown, List.of());
    }

    /** Has the names of a page alone. */
    public static Beside names(List<NameBook.Entry> shown) {
        return new Beside(List.of(), List.of(), List.of(), shown);
    }
}
