package dev.tranche.export;

import dev.tranche.dating.StatedDate;
import dev.tranche.ledger.Commitment;
import dev.tranche.timeline.FigureBook;
import dev.tranche.timeline.TimelineEvent;
import dev.tranche.view.BookView;
import dev.tranche.view.StatementLine;
import dev.tranche.view.Sums;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The part of a book that is exported, as shown by a page or a command.
 *
 * @param entries the entries, in the order shown
 * @param isWholeLedger are these all entries, so that the audit, contradictions and decisions are exported in full?
 *     Otherwise only those about these entries are
 * @param adding ids of the entries in the sums
 * @param sums the sums shown
 * @param encounters the encounters, in the order shown
 * @param statements the statements
 * @param figures the figures other than money
 * @param beside equations, contradictions, decisions, names, reports, tasks and proposals that a page lists; empty for
 *     those derived from the rest
 * @param tables names of the tables that the list of a page fills; empty for all of them
 * @param filters the filters applied, one sentence each
 */
public record Selected(
        List<Commitment> entries,
        boolean isWholeLedger,
        Set<String> adding,
        Sums sums,
        List<TimelineEvent> encounters,
        List<StatementLine> statements,
        List<FigureBook.Counted> figures,
        Optional<Beside> beside,
        Set<String> tables,
        List<String> filters) {

    /** An empty selection. */
    public static final Selected NOTHING = new Selected(
            List.of(),
            false,
            Set.of(),
            Sums.of(List.of()),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Set.of(),
            List.of());

    /** Copies the lists. */
    public Selected {
        entries = List.copyOf(entries);
        adding = Set.copyOf(adding);
        encounters = List.copyOf(encounters);
        statements = List.copyOf(statements);
        figures = List.copyOf(figures);
        tables = Set.copyOf(tables);
        filters = List.copyOf(filters);
    }

    /** Copies this selection with entries, of which those that count are summed. */
    public Selected withEntries(List<Commitment> shown, boolean isAll, Predicate<Commitment> counts) {
        List<Commitment> summed = shown.stream().filter(counts).toList();
        Set<String> ids = summed.stream().map(Commitment::id).collect(Collectors.toSet());
        return new Selected(
                shown, isAll, ids, Sums.of(summed), encounters, statements, figures, beside, tables, filters);
    }

    /** Copies this selection with encounters. */
    public Selected withEncounters(List<TimelineEvent> shown) {
        return new Selected(entries, isWholeLedger, adding, sums, shown, statements, figures, beside, tables, filters);
    }

    /**
     * Copies this selection with the statements and figures of reports from a range of days; with all, if none is
     * given.
     */
    public Selected withStatements(BookView view, Optional<LocalDate> from, Optional<LocalDate> to) {
        List<StatementLine> said = view.statements().lines().stream()
                .filter(line -> isWithin(line.published(), from, to))
                .toList();
        List<FigureBook.Counted> counts = view.figures().things().stream()
                .filter(thing -> isWithin(thing.reported(), from, to))
                .toList();
        return new Selected(entries, isWholeLedger, adding, sums, encounters, said, counts, beside, tables, filters);
    }

    /** Copies this selection with statements and figures as a page lists them. */
    public Selected withStatements(List<StatementLine> shown, List<FigureBook.Counted> counts) {
        return new Selected(entries, isWholeLedger, adding, sums, encounters, shown, counts, beside, tables, filters);
    }

    /**
     * Copies this selection with the tables that the list of a page fills. Formats of tables leave out all others, which
     * would be empty.
     */
    public Selected withTables(String... names) {
        return new Selected(
                entries, isWholeLedger, adding, sums, encounters, statements, figures, beside, Set.of(names), filters);
    }

    /** Copies this selection with what else a page lists. */
    public Selected withBeside(Beside shown) {
        return new Selected(
                entries,
                isWholeLedger,
                adding,
                sums,
                encounters,
                statements,
                figures,
                Optional.of(shown),
                tables,
                filters);
    }

    /** Unknown dates are never within a requested range. */
    private static boolean isWithin(StatedDate date, Optional<LocalDate> from, Optional<LocalDate> to) {
        Optional<LocalDate> first = date.from().or(date::to);
        Optional<LocalDate> last = date.to().or(date::from);
        boolean begins =
                from.isEmpty() || last.filter(day -> !day.isBefore(from.get())).isPresent();
        return begins
                && (to.isEmpty() || first.filter(day -> !day.isAfter(to.get())).isPresent());
    }

    /** Copies this selection with one more sentence on the filters. */
    public Selected withFilter(String sentence) {
        List<String> more = new ArrayList<>(filters);
        more.add(sentence);
        return new Selected(
                entries, isWholeLedger, adding, sums, encounters, statements, figures, beside, tables, more);
    }
}
