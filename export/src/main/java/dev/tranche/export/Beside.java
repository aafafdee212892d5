package dev.tranche.export;

import dev.tranche.audit.Equation;
import dev.tranche.ledger.Contradiction;
import dev.tranche.ledger.DecisionBook;
import dev.tranche.timeline.NameBook;
import java.util.List;

/**
 * What is exported besides entries, if a page lists it; otherwise it is derived from the selection.
 *
 * @param equations equations of the audit
 * @param contradictions statements that cannot both be true
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

    /** Builds one with only the equations of a page. */
    public static Beside equations(List<Equation> shown) {
        return new Beside(shown, List.of(), List.of(), List.of());
    }

    /** Builds one with only the contradictions of a page. */
    public static Beside contradictions(List<Contradiction> shown) {
        return new Beside(List.of(), shown, List.of(), List.of());
    }

    /** Builds one with only the decisions of a page. */
    public static Beside decisions(List<DecisionBook.Ruling> shown) {
        return new Beside(List.of(), List.of(), shown, List.of());
    }

    /** Builds one with only the names of a page. */
    public static Beside names(List<NameBook.Entry> shown) {
        return new Beside(List.of(), List.of(), List.of(), shown);
    }
}
