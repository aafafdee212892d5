package dev.tranche.view;

import dev.tranche.audit.BookAudit;
import dev.tranche.audit.Equation;
import dev.tranche.audit.Explanation;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Contradiction;
import dev.tranche.ledger.DecisionBook;
import dev.tranche.ledger.Ledger;
import dev.tranche.resolve.Claim;
import dev.tranche.standing.Judge;
import dev.tranche.timeline.AgreementBook;
import dev.tranche.timeline.ClaimBook;
import dev.tranche.timeline.FigureBook;
import dev.tranche.timeline.StoryRulings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.UnaryOperator;

/**
 * Everything derived from a journal, computed once; the texts of reports are not held. Immutable; safe for several
 * threads. Encounters, statements, figures and names may still be being derived, and so may the reports without sums: a
 * caller that asks for them waits.
 */
public final class BookView {

    /** With at least this many entries, another thread is worth starting. */
    private static final int MANY = 200;

    private final long head;
    private final Ledger ledger;
    private final Map<String, String> shortNames;
    private final LedgerIndex index;
    private final Later<Rest> rest;
    private final CompletableFuture<StoryView> story;
    private final ReportShelf shelf;
    private final StoryRulings told;
    private final Optional<CompletableFuture<BookView>> whole;
    private final DecisionBook decisions;
    private final Map<String, List<DecisionBook.Ruling>> rulingsOfEntry = new HashMap<>();
    private final Map<String, List<DecisionBook.Ruling>> rulingsOfReport = new HashMap<>();

    private BookView(
            long head,
            Ledger own,
            DecisionBook decisions,
            Readings readings,
            BookSettings settings,
            UnaryOperator<String> nameOf) {
        this.head = head;
        this.story = readings.story();
        this.shelf = readings.shelf();
        this.told = readings.told();
        this.whole = readings.whole();
        this.decisions = decisions;
        Ledger joined = settings.joinsRecord() ? Judge.judge(own.with(settings.record())) : own;
        Later<List<Equation>> equations = Later.by(() -> equations(own, joined, settings));
        if (whole.isEmpty() && own.entries().size() >= MANY) {
            ForkJoinPool.commonPool().execute(equations::get);
        }
        this.ledger = settings.joinsRecord() ? joined : Judge.judge(own);
        this.shortNames = ledger.shortNames();
        this.index = LedgerIndex.of(ledger.entries(), shelf::title, nameOf, shelf::first);
        noteDecisions();
        this.rest =
                Later.by(() -> Rest.of(this, equations.get(), TotalsView.of(own, settings.record(), equations.get())));
        // The ledger shown first is soon replaced, so what is rarely needed is computed only on demand.
        if (whole.isEmpty()) {
            rest.get();
        }
    }

    private static List<Equation> equations(Ledger own, Ledger joined, BookSettings settings) {
        return settings.joinsRecord()
                ? BookAudit.whole(own, joined, settings.record())
                : BookAudit.whole(own, settings.record());
    }

    /**
     * What is derived from a ledger besides its entries.
     *
     * @param equations the audit
     * @param equationsOf the equations, by the entries they are about
     * @param contradictionsOf the contradictions, by what they are about
     * @param doubles entries that may be one commitment
     * @param tasks what needs a person's decision
     * @param totals the running totals
     */
    private record Rest(
            List<Equation> equations,
            Map<String, List<Equation>> equationsOf,
            Map<String, List<Contradiction>> contradictionsOf,
            Doubles doubles,
            List<Task> tasks,
            TotalsView totals) {

        static Rest of(BookView view, List<Equation> equations, TotalsView totals) {
            Doubles doubles = Doubles.among(view.ledger.entries());
            Map<String, List<Contradiction>> contradictionsOf = new HashMap<>();
            for (Contradiction one : view.ledger.contradictions()) {
                contradictionsOf
                        .computeIfAbsent(one.about(), key -> new ArrayList<>())
                        .add(one);
            }
            List<Task> tasks = Desk.of(view.index, view.ledger.contradictions(), equations, doubles, view.decisions);
            return new Rest(equations, byEntry(equations), contradictionsOf, doubles, tasks, totals);
        }

        private static Map<String, List<Equation>> byEntry(List<Equation> equations) {
            Map<String, List<Equation>> equationsOf = new HashMap<>();
            for (Equation equation : equations) {
                Set<String> about = new LinkedHashSet<>(equation.entries());
                equation.explanations().stream().map(Explanation::entry).forEach(id -> id.ifPresent(about::add));
                if (equation.subject().startsWith("package ")) {
                    about.add(equation.subject().substring("package ".length()));
                }
                about.forEach(id -> equationsOf
                        .computeIfAbsent(id, key -> new ArrayList<>())
                        .add(equation));
            }
            return equationsOf;
        }
    }

    /**
     * What is derived from readings alone.
     *
     * @param shelf the reports
     * @param told what people decided about the content besides sums
     * @param story the content besides sums of those that count, once merged
     * @param whole if the shelf holds only the reports on which the ledger depends, the view with all of them
     */
    record Readings(
            ReportShelf shelf,
            StoryRulings told,
            CompletableFuture<StoryView> story,
            Optional<CompletableFuture<BookView>> whole) {}

    /**
     * Derives everything from a folded book.
     *
     * @param own the folded book
     */
    static BookView of(
            long head,
            Ledger own,
            DecisionBook decisions,
            Readings readings,
            BookSettings settings,
            UnaryOperator<String> nameOf) {
        return new BookView(head, own, decisions, readings, settings, nameOf);
    }

    private void noteDecisions() {
        for (DecisionBook.Ruling ruling : decisions.rulings()) {
            ruling.entries()
                    .forEach(id -> rulingsOfEntry
                            .computeIfAbsent(id, key -> new ArrayList<>())
                            .add(ruling));
            ruling.reports()
                    .forEach(key -> rulingsOfReport
                            .computeIfAbsent(key, absent -> new ArrayList<>())
                            .add(ruling));
        }
    }

    /** Returns the number of the last journal entry included here. */
    public long head() {
        return head;
    }

    /** Returns the short name of an entry, by its permanent one. */
    public String shortName(String id) {
        return shortNames.getOrDefault(id, id);
    }

    /** Returns what people decided about what reports say besides sums. */
    public StoryRulings storyRulings() {
        return told;
    }

    /** Returns the ledger, with the record if it was joined. */
    public Ledger ledger() {
        return ledger;
    }

    /** Returns the entries, ready to be filtered. */
    public LedgerIndex index() {
        return index;
    }

    /** Returns the equations of the audit. */
    public List<Equation> equations() {
        return rest.get().equations();
    }

    /** Returns the equations over an entry. */
    public List<Equation> equationsOf(Commitment entry) {
        Set<Equation> found = new LinkedHashSet<>(rest.get().equationsOf().getOrDefault(entry.id(), List.of()));
        entry.row().ifPresent(row -> found.addAll(rest.get().equationsOf().getOrDefault(row.id(), List.of())));
        return List.copyOf(found);
    }

    /** Returns the contradictions about an entry. */
    public List<Contradiction> contradictionsOf(Commitment entry) {
        return List.copyOf(rest.get().contradictionsOf().getOrDefault(entry.id(), List.of()));
    }

    /** Returns the id of the entry in which a claim is booked. */
    public Optional<String> entryOfClaim(String claim) {
        String report = claim.substring(0, Math.max(0, claim.lastIndexOf('#')));
        return index.ofReport(report).stream()
                .filter(entry ->
                        entry.claims().stream().anyMatch(each -> each.id().equals(claim)))
                .map(Commitment::id)
                .findFirst();
    }

    /** Returns the entries that may be the same commitment as an entry. */
    public List<Commitment> doublesOf(Commitment entry) {
        return rest.get().doubles().of(entry.id()).stream()
                .flatMap(id -> index.find(id).stream())
                .toList();
    }

    /** Returns all nodes of the package tree of an entry, the root first; only the entry if it has none. */
    public List<Commitment> packageOf(Commitment entry) {
        Commitment root = entry;
        Set<String> above = new LinkedHashSet<>();
        while (root.parent().isPresent() && above.add(root.id())) {
            Optional<Commitment> whole = index.find(root.parent().get());
            if (whole.isEmpty()) {
                break;
            }
            root = whole.get();
        }
        List<Commitment> nodes = new ArrayList<>();
        gather(root, nodes, new LinkedHashSet<>());
        return nodes;
    }

    private void gather(Commitment node, List<Commitment> nodes, Set<String> seen) {
        if (seen.add(node.id())) {
            nodes.add(node);
            index.parts(node.id()).forEach(part -> gather(part, nodes, seen));
        }
    }

    /** Returns what needs a person's decision, in order of priority. */
    public List<Task> tasks() {
        return rest.get().tasks();
    }

    /** Returns the running totals. */
    public TotalsView totals() {
        return rest.get().totals();
    }

    /** Waits for the view with all reports, if this one has only those of the ledger. */
    private Optional<BookView> whole() {
        try {
            return whole.map(CompletableFuture::join);
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException("the book could not be read to the end", failed.getCause());
        }
    }

    /** Waits for what is still being merged. */
    private StoryView story() {
        Optional<BookView> all = whole();
        if (all.isPresent()) {
            return all.get().story();
        }
        try {
            return story.join();
        } catch (CompletionException failed) {
            throw new IllegalStateException(
                    "the content of the reports besides sums could not be merged; restart the program",
                    failed.getCause());
        }
    }

    /** Returns the encounters. */
    public TimelineIndex timeline() {
        return story().timeline();
    }

    /** Returns the statements. */
    public ClaimBook claims() {
        return story().claims();
    }

    /** Returns the figures other than money, with those on one thing side by side. */
    public FigureBook figures() {
        return story().figures();
    }

    /** Returns the agreements, each with all reports that mention it. */
    public AgreementBook agreements() {
        return story().agreements();
    }

    /** Returns the statements, ready to be filtered. */
    public StatementIndex statements() {
        return story().statements();
    }

    /** Returns the names, ready to be filtered. */
    public NameIndex names() {
        return story().names();
    }

    /** Returns the reports, newest first. */
    public List<ReportLine> reports() {
        return whole().map(BookView::reports).orElseGet(shelf::lines);
    }

    /** Returns the outlets of the reports, each with its number of reports. */
    public SortedMap<String, Integer> outlets() {
        return whole().map(BookView::outlets).orElseGet(shelf::outlets);
    }

    /** Returns the report with a key, or the first with an id. */
    public Optional<ReportLine> report(String key) {
        // A report of the ledger is known by its key; any other name may refer to one still to be loaded.
        Optional<ReportLine> known = whole.isPresent() ? shelf.at(key) : shelf.find(key);
        return known.or(() -> whole().flatMap(all -> all.report(key)));
    }

    /** Returns the claims of a report that count, those that people added after those read. */
    public List<Claim> claimsOf(String report) {
        boolean isKnown = whole.isEmpty() || shelf.at(report).isPresent();
        return isKnown
                ? shelf.claims(report)
                : whole().map(all -> all.claimsOf(report)).orElse(List.of());
    }

    /** Returns the decisions of people and their effects. */
    public DecisionBook decisions() {
        return decisions;
    }

    /** Returns the decisions about an entry, in chronological order. */
    public List<DecisionBook.Ruling> decisionsOf(Commitment entry) {
        return List.copyOf(rulingsOfEntry.getOrDefault(entry.id(), List.of()));
    }

    /** Returns the decisions about a report, in chronological order. */
    public List<DecisionBook.Ruling> decisionsOf(String report) {
        return List.copyOf(rulingsOfReport.getOrDefault(report, List.of()));
    }
}
