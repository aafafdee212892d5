package dev.tranche.export;

import dev.tranche.audit.Equation;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Contradiction;
import dev.tranche.ledger.DecisionBook;
import dev.tranche.timeline.FigureBook;
import dev.tranche.timeline.NameBook;
import dev.tranche.timeline.TimelineEvent;
import dev.tranche.view.GiftIndex;
import dev.tranche.view.ReportLine;
import dev.tranche.view.StatementLine;
import dev.tranche.view.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is exported, read once from start to end by each format. Every stream is new at each call, has a defined order
 * and need not fit in memory.
 */
public interface Exported {

    /** Returns the description of this export: its filters, counts and sums. */
    Cover cover();

    /** Returns the entries of the ledger. */
    Stream<Commitment> entries();

    /** Returns the encounters. */
    Stream<TimelineEvent> encounters();

    /** Returns the statements. */
    Stream<StatementLine> statements();

    /** Returns the figures other than money, with those on one thing together. */
    Stream<FigureBook.Counted> figures();

    /** Returns the equations of the audit. */
    Stream<Equation> audit();

    /** Returns statements that cannot both be true. */
    Stream<Contradiction> contradictions();

    /** Returns what people decided. */
    Stream<DecisionBook.Ruling> decisions();

    /** Returns the names in the reports behind all of this. */
    Stream<NameBook.Entry> names();

    /** Returns the reports of the list that a page shows, else those behind all of this, each once. */
    Stream<Beside.Shown> shown();

    /** Returns these reports alone. */
    default Stream<ReportLine> reports() {
        return shown().map(Beside.Shown::line);
    }

    /** Returns what needs a person. */
    Stream<Task> tasks();

    /** Returns what second readers propose, where a page lists it: it is kept beside the book, not in it. */
    default Optional<List<Proposed>> proposals() {
        return Optional.empty();
    }

    /** Returns assistance without a sum, where a page lists it. */
    default Optional<List<GiftIndex.Line>> gifts() {
        return Optional.empty();
    }

    /** Returns the names of the tables that formats of tables have; empty for all of them. */
    default Set<String> tables() {
        return Set.of();
    }

    /** Is the entry part of the sums that the page shows for the same filters? */
    default boolean counts(Commitment entry) {
        return entry.counted();
    }

    /** Returns how many entries of the ledger rest on the report of a key. */
    int entriesOf(String report);

    /** Returns the report with a key, or the newest with an id. */
    Optional<ReportLine> report(String name);

    /** Returns the display name of a code; the code itself if it has none. */
    String nameOf(String code);

    /** Is it the code of a state, rather than of a body or of several states? */
    boolean isState(String code);

    /** Returns the short name of an entry by its permanent one. */
    String shortName(String id);

    /** Returns the codes of states and bodies with their names, in the order of the codes. */
    Map<String, String> codes();

    /** Returns the codes of a list with their names, joined by a comma. */
    default String namesOf(Iterable<String> codes) {
        StringBuilder names = new StringBuilder();
        for (String code : codes) {
            names.append(names.isEmpty() ? "" : ", ").append(nameOf(code));
        }
        return names.toString();
    }
}
