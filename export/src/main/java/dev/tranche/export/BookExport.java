package dev.tranche.export;

import dev.tranche.audit.Equation;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Contradiction;
import dev.tranche.ledger.DecisionBook;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.resolve.Claim;
import dev.tranche.timeline.FigureBook;
import dev.tranche.timeline.NameBook;
import dev.tranche.timeline.TimelineEvent;
import dev.tranche.view.BookView;
import dev.tranche.view.GiftIndex;
import dev.tranche.view.ReportLine;
import dev.tranche.view.StatementLine;
import dev.tranche.view.Task;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The export of a book in memory: what was selected, and what relates to it. */
public final class BookExport implements Exported {

    private static final String STATES = "states.csv";

    private final BookView view;
    private final Lexicon lexicon;
    private final Selected selected;
    private final Set<String> states;
    private final Set<String> chosen;
    private final Cover cover;
    private Optional<Set<ReportLine>> reports = Optional.empty();

    private BookExport(BookView view, Lexicon lexicon, Selected selected, Made made) {
        this.view = view;
        this.lexicon = lexicon;
        this.selected = selected;
        this.states = lexicon.rows(STATES).stream().map(BookExport::code).collect(Collectors.toUnmodifiableSet());
        this.chosen = selected.entries().stream().map(Commitment::id).collect(Collectors.toCollection(HashSet::new));
        this.cover = cover(made);
    }

    /**
     * Builds the export of what was selected.
     *
     * @param lexicon names the codes
     */
    public static BookExport of(BookView view, Lexicon lexicon, Selected selected, Made made) {
        return new BookExport(view, lexicon, selected, made);
    }

    /**
     * The origin of an export.
     *
     * @param version version of the program
     * @param at the time it states
     * @param licence the terms of use
     * @param publisher the publisher
     */
    public record Made(String version, java.time.Instant at, String licence, Cover.Publisher publisher) {}

    private static String code(LexiconFile.Row row) {
        return row.field("code");
    }

    private Cover cover(Made made) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("entries", (long) selected.entries().size());
        counts.put(
                "sources",
                selected.entries().stream()
                        .mapToLong(entry -> entry.claims().size() + (entry.row().isPresent() ? 1 : 0))
                        .sum());
        counts.put("encounters", (long) selected.encounters().size());
        counts.put("statements", (long) selected.statements().size());
        counts.put(
                "figures",
                selected.figures().stream()
                        .mapToLong(one -> one.tellings().size())
                        .sum());
        counts.put("equations", audit().count());
        counts.put("contradictions", contradictions().count());
        counts.put("decisions", decisions().count());
        counts.put("names", names().count());
        counts.put("reports", shown().count());
        counts.put("tasks", tasks().count());
        proposals().ifPresent(shown -> counts.put(ProposalTable.NAME, (long) shown.size()));
        gifts().ifPresent(shown -> counts.put(GiftTable.NAME, (long) shown.size()));
        return new Cover(
                made.version(),
                view.head(),
                made.at(),
                selected.filters(),
                counts,
                selected.adding().size(),
                selected.sums(),
                made.licence(),
                made.publisher());
    }

    @Override
    public Cover cover() {
        return cover;
    }

    @Override
    public Stream<Commitment> entries() {
        return selected.entries().stream();
    }

    @Override
    public Stream<TimelineEvent> encounters() {
        return selected.encounters().stream();
    }

    @Override
    public Stream<StatementLine> statements() {
        return selected.statements().stream();
    }

    @Override
    public Stream<FigureBook.Counted> figures() {
        return selected.figures().stream();
    }

    @Override
    public Stream<Equation> audit() {
        if (selected.beside().isPresent()) {
            return selected.beside().get().equations().stream();
        }
        if (selected.isWholeLedger()) {
            return view.equations().stream();
        }
        Set<Equation> about = new LinkedHashSet<>();
        selected.entries().forEach(entry -> about.addAll(view.equationsOf(entry)));
        return view.equations().stream().filter(about::contains);
    }

    @Override
    public Stream<Contradiction> contradictions() {
        if (selected.beside().isPresent()) {
            return selected.beside().get().contradictions().stream();
        }
        return view.ledger().contradictions().stream()
                .filter(one -> selected.isWholeLedger() || chosen.contains(one.about()));
    }

    @Override
    public Stream<DecisionBook.Ruling> decisions() {
        if (selected.beside().isPresent()) {
            return selected.beside().get().decisions().stream();
        }
        return view.decisions().rulings().stream()
                .filter(one ->
                        selected.isWholeLedger() || one.entries().stream().anyMatch(chosen::contains));
    }

    @Override
    public Stream<NameBook.Entry> names() {
        if (selected.beside().isPresent()) {
            return selected.beside().get().names().stream();
        }
        return view.names().find(Optional.empty(), "").stream()
                .filter(name -> name.reports().stream()
                        .anyMatch(id -> view.report(id.value())
                                .filter(behind()::contains)
                                .isPresent()));
    }

    @Override
    public Stream<Beside.Shown> shown() {
        Optional<List<Beside.Shown>> listed = selected.beside().flatMap(Beside::reports);
        return listed.map(List::stream)
                .orElseGet(() -> view.reports().stream()
                        .filter(behind()::contains)
                        .map(line -> new Beside.Shown(line, Optional.empty())));
    }

    @Override
    public Stream<Task> tasks() {
        if (selected.beside().isPresent()) {
            return selected.beside().get().tasks().stream();
        }
        return view.tasks().stream()
                .filter(one ->
                        selected.isWholeLedger() || one.entries().stream().anyMatch(chosen::contains));
    }

    @Override
    public Optional<List<Proposed>> proposals() {
        return selected.beside().flatMap(Beside::proposals);
    }

    @Override
    public Optional<List<GiftIndex.Line>> gifts() {
        return selected.beside().flatMap(Beside::gifts);
    }

    @Override
    public Set<String> tables() {
        return selected.tables();
    }

    @Override
    public boolean counts(Commitment entry) {
        return selected.adding().contains(entry.id());
    }

    @Override
    public int entriesOf(String report) {
        return view.index().ofReport(report).size();
    }

    /** The reports behind what was selected; collected once, since several tables need them. */
    private Set<ReportLine> behind() {
        if (reports.isEmpty()) {
            reports = Optional.of(findReports());
        }
        return reports.get();
    }

    private Set<ReportLine> findReports() {
        Set<ReportLine> behind = new HashSet<>();
        entries().flatMap(entry -> entry.claims().stream()).map(Claim::report).forEach(key -> add(behind, key));
        encounters().flatMap(event -> event.reports().stream()).forEach(id -> add(behind, id.value()));
        statements().flatMap(line -> line.claim().reports().stream()).forEach(id -> add(behind, id.value()));
        figures()
                .flatMap(thing -> thing.tellings().stream())
                .forEach(told -> add(behind, told.figure().evidence().document().value()));
        return behind;
    }

    private void add(Set<ReportLine> behind, String name) {
        view.report(name).ifPresent(behind::add);
    }

    @Override
    public Optional<ReportLine> report(String name) {
        return view.report(name);
    }

    @Override
    public String nameOf(String code) {
        return lexicon.nameOf(code);
    }

    @Override
    public boolean isState(String code) {
        return states.contains(code);
    }

    @Override
    public String shortName(String id) {
        return view.shortName(id);
    }

    @Override
    public Map<String, String> codes() {
        // The order of the lexicon's map differs between processes; equal books give equal bytes.
        return new TreeMap<>(lexicon.names());
    }
}
