package dev.tranche.export;

import dev.tranche.audit.Equation;
import dev.tranche.ledger.Contradiction;
import dev.tranche.ledger.DecisionBook;
import dev.tranche.timeline.NameBook;
import dev.tranche.view.GiftIndex;
import dev.tranche.view.ReportLine;
import dev.tranche.view.Task;
import java.util.List;
import java.util.Optional;

/**
 * What is exported besides entries, if a page lists it; otherwise it is derived from the selection.
 *
 * @param equations equations of the audit
 * @param contradictions statements that cannot both be true
 * @param decisions what people decided
 * @param names names of persons, bodies, places and equipment
 * @param reports the reports of the list, or those behind it
 * @param tasks what needs a person
 * @param proposals what second readers propose; empty where the page does not list it
 * @param gifts assistance without a sum; empty where the page does not list it
 */
public record Beside(
        List<Equation> equations,
        List<Contradiction> contradictions,
        List<DecisionBook.Ruling> decisions,
        List<NameBook.Entry> names,
        Optional<List<Shown>> reports,
        List<Task> tasks,
        Optional<List<Proposed>> proposals,
        Optional<List<GiftIndex.Line>> gifts) {

    private static final Beside NOTHING = new Beside(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty());

    /** Copies the lists. */
    public Beside {
        equations = List.copyOf(equations);
        contradictions = List.copyOf(contradictions);
        decisions = List.copyOf(decisions);
        names = List.copyOf(names);
        reports = reports.map(List::copyOf);
        tasks = List.copyOf(tasks);
        proposals = proposals.map(List::copyOf);
        gifts = gifts.map(List::copyOf);
    }

    /**
     * A report of a list.
     *
     * @param line the report
     * @param passage the words of it that a search found; empty where nobody searched
     */
    public record Shown(ReportLine line, Optional<String> passage) {}

    /** Builds one with only the equations of a page. */
    public static Beside equations(List<Equation> shown) {
        return new Beside(
                shown,
                List.of(),
                List.of(),
                List.of(),
                NOTHING.reports,
                NOTHING.tasks,
                NOTHING.proposals,
                NOTHING.gifts);
    }

    /** Builds one with only the contradictions of a page. */
    public static Beside contradictions(List<Contradiction> shown) {
        return new Beside(
                List.of(),
                shown,
                List.of(),
                List.of(),
                NOTHING.reports,
                NOTHING.tasks,
                NOTHING.proposals,
                NOTHING.gifts);
    }

    /** Builds one with only the decisions of a page. */
    public static Beside decisions(List<DecisionBook.Ruling> shown) {
        return new Beside(
                List.of(),
                List.of(),
                shown,
                List.of(),
                NOTHING.reports,
                NOTHING.tasks,
                NOTHING.proposals,
                NOTHING.gifts);
    }

    /** Builds one with only the names of a page. */
    public static Beside names(List<NameBook.Entry> shown) {
        return NOTHING.withNames(shown);
    }

    /** Builds one with only the reports of a page. */
    public static Beside reports(List<Shown> shown) {
        return new Beside(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.of(shown),
                NOTHING.tasks,
                NOTHING.proposals,
                NOTHING.gifts);
    }

    /** Builds one with only the tasks of a page. */
    public static Beside tasks(List<Task> shown) {
        return new Beside(
                List.of(), List.of(), List.of(), List.of(), NOTHING.reports, shown, NOTHING.proposals, NOTHING.gifts);
    }

    /** Builds one with only what a page shows of second readers. */
    public static Beside proposals(List<Proposed> shown) {
        return new Beside(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                NOTHING.reports,
                NOTHING.tasks,
                Optional.of(shown),
                NOTHING.gifts);
    }

    /** Builds one with only the assistance without a sum of a page. */
    public static Beside gifts(List<GiftIndex.Line> shown) {
        return new Beside(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                NOTHING.reports,
                NOTHING.tasks,
                NOTHING.proposals,
                Optional.of(shown));
    }

    /** Copies this with names. */
    public Beside withNames(List<NameBook.Entry> shown) {
        return new Beside(equations, contradictions, decisions, shown, reports, tasks, proposals, gifts);
    }
}
