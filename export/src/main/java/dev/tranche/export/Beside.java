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
        Parts only = new Parts();
        only.equations = shown;
        return only.build();
    }

    /** Builds one with only the contradictions of a page. */
    public static Beside contradictions(List<Contradiction> shown) {
        Parts only = new Parts();
        only.contradictions = shown;
        return only.build();
    }

    /** Builds one with only the decisions of a page. */
    public static Beside decisions(List<DecisionBook.Ruling> shown) {
        Parts only = new Parts();
        only.decisions = shown;
        return only.build();
    }

    /** Builds one with only the names of a page. */
    public static Beside names(List<NameBook.Entry> shown) {
        return new Parts().build().withNames(shown);
    }

    /** Builds one with only the reports of a page. */
    public static Beside reports(List<Shown> shown) {
        Parts only = new Parts();
        only.reports = Optional.of(shown);
        return only.build();
    }

    /** Builds one with only the tasks of a page. */
    public static Beside tasks(List<Task> shown) {
        Parts only = new Parts();
        only.tasks = shown;
        return only.build();
    }

    /** Builds one with only what a page shows of second readers. */
    public static Beside proposals(List<Proposed> shown) {
        Parts only = new Parts();
        only.proposals = Optional.of(shown);
        return only.build();
    }

    /** Builds one with only the assistance without a sum of a page. */
    public static Beside gifts(List<GiftIndex.Line> shown) {
        Parts only = new Parts();
        only.gifts = Optional.of(shown);
        return only.build();
    }

    /** Copies this with names. */
    public Beside withNames(List<NameBook.Entry> shown) {
        return new Beside(equations, contradictions, decisions, shown, reports, tasks, proposals, gifts);
    }

    /** A page lists one of these; the others are empty. */
    private static final class Parts {

        private List<Equation> equations = List.of();
        private List<Contradiction> contradictions = List.of();
        private List<DecisionBook.Ruling> decisions = List.of();
        private Optional<List<Shown>> reports = Optional.empty();
        private List<Task> tasks = List.of();
        private Optional<List<Proposed>> proposals = Optional.empty();
        private Optional<List<GiftIndex.Line>> gifts = Optional.empty();

        Beside build() {
            return new Beside(equations, contradictions, decisions, List.of(), reports, tasks, proposals, gifts);
        }
    }
}
