package dev.tranche.api;

import dev.tranche.api.ExportResource.Listing;
import dev.tranche.audit.Equation;
import dev.tranche.encounter.EncounterKind;
import dev.tranche.export.About;
import dev.tranche.export.Beside;
import dev.tranche.export.Format;
import dev.tranche.export.Selected;
import dev.tranche.fact.AidType;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Contradiction;
import dev.tranche.naming.NameKind;
import dev.tranche.opinion.Proposal;
import dev.tranche.store.Hit;
import dev.tranche.timeline.TimelineEvent;
import dev.tranche.view.BookView;
import dev.tranche.view.Facet;
import dev.tranche.view.GiftIndex;
import dev.tranche.view.LedgerIndex;
import dev.tranche.view.LedgerQuery;
import dev.tranche.view.LedgerSort;
import dev.tranche.view.ReportLine;
import dev.tranche.view.Selection;
import dev.tranche.view.StatementIndex;
import dev.tranche.view.Task;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The lists that pages show and export, by the paths of their files; each reads the questions of its page. */
final class Listings {

    private static final int MOST_CODE = 20;

    private static final List<Format> TABLES = formats("csv", "xlsx", "parquet");
    private static final List<Format> CITED = formats("csv", "xlsx", "parquet", "bibtex", "ris", "csl");
    private static final List<Format> DECISIONS = formats("csv", "xlsx", "parquet", "jsonld");

    private static final String ENTRIES = "entries";
    private static final String SOURCES = "sources";
    private static final String REPORTS = "reports";

    private Listings() {}

    /** Returns the lists. */
    static Map<String, Listing> all(SearchResource search) {
        List<Format> ofLedger =
                Format.all().stream().filter(f -> f.holds(About.Part.LEDGER)).toList();
        Map<String, Listing> all = new LinkedHashMap<>();
        all.put("/export", new Listing(Format.all(), Listings::whole));
        all.put("/ledger/export", new Listing(ofLedger, Listings::ledger));
        all.put("/map/export", new Listing(ofLedger, Listings::map));
        all.put("/timeline/export", new Listing(Format.all(), Listings::timeline));
        all.put("/statements/export", new Listing(CITED, Listings::statements));
        all.put("/figures/export", new Listing(CITED, Listings::figures));
        all.put("/names/export", new Listing(TABLES, Listings::names));
        all.put("/audit/export", new Listing(TABLES, Listings::audit));
        all.put("/contradictions/export", new Listing(TABLES, Listings::contradictions));
        all.put("/decisions/export", new Listing(DECISIONS, Listings::decisions));
        all.put("/gifts/export", new Listing(TABLES, Listings::gifts));
        all.put("/reports/export", new Listing(CITED, Listings::reports));
        all.put("/desk/export", new Listing(TABLES, Listings::desk));
        all.put("/search/export", new Listing(CITED, (query, view) -> found(search.asked(query, view), view)));
        return all;
    }

    private static List<Format> formats(String... slugs) {
        return Stream.of(slugs).map(slug -> Format.find(slug).orElseThrow()).toList();
    }

    private static Selected beside(Beside shown, String table) {
        return Selected.NOTHING.withBeside(shown).withTables(table);
    }

    private static Supplier<Selected> whole(Query query, BookView view) {
        return () -> Selected.NOTHING
                .withEntries(view.ledger().entries(), true, Commitment::counted)
                .withEncounters(view.timeline().timeline().events())
                .withStatements(view, Optional.empty(), Optional.empty());
    }

    /** The entries asked for, in the order asked for, and what is about them. */
    private static Supplier<Selected> ledger(Query query, BookView view) {
        LedgerQuery asked = LedgerResource.asked(query);
        LedgerSort sort = query.constant("sort", LedgerSort.values()).orElse(LedgerSort.DATE);
        boolean falling =
                query.word("order", List.of("asc", "desc")).orElse("desc").equals("desc");
        return () -> withEntries(view, asked, sort, falling);
    }

    private static Selected withEntries(BookView view, LedgerQuery asked, LedgerSort sort, boolean falling) {
        LedgerIndex index = view.index();
        Selection selection = index.select(asked);
        List<Commitment> entries = index.page(selection, sort, falling, 0, Math.max(1, selection.total()));
        boolean isAll = entries.size() == view.ledger().entries().size();
        return Selected.NOTHING.withEntries(entries, isAll, asked.counted());
    }

    /** The entries of the map, and the encounters of the same days, whose places it shows. */
    private static Supplier<Selected> map(Query query, BookView view) {
        LedgerQuery asked = LedgerQuery.ALL.between(query.day("from"), query.day("to"));
        for (Facet facet : List.of(Facet.DONOR, Facet.RECIPIENT, Facet.CURRENCY)) {
            Optional<String> code = query.code(facet.slug(), MOST_CODE);
            asked = code.isPresent() ? asked.with(facet, code.get()) : asked;
        }
        Optional<AidType> type = query.constant("type", AidType.values());
        LedgerQuery shown = type.isPresent() ? asked.with(Facet.TYPE, type.get().slug()) : asked;
        return () -> withEntries(view, shown, LedgerSort.DATE, true)
                .withEncounters(view.timeline().find(Optional.empty(), Set.of(), shown.from(), shown.to(), ""));
    }

    /** The encounters asked for, and the entries, statements and figures of the same days. */
    private static Supplier<Selected> timeline(Query query, BookView view) {
        Optional<EncounterKind> kind = query.constant("kind", EncounterKind.values());
        Optional<String> country = query.code("country", MOST_CODE);
        Optional<LocalDate> from = query.day("from");
        Optional<LocalDate> to = query.day("to");
        String words = query.words("q");
        return () -> {
            List<TimelineEvent> events =
                    view.timeline().find(kind, Set.copyOf(country.stream().toList()), from, to, words);
            return withEntries(view, LedgerQuery.ALL.between(from, to), LedgerSort.DATE, false)
                    .withEncounters(events)
                    .withStatements(view, from, to);
        };
    }

    /** Statements and figures have the reports that they come from beside them. */
    private static Supplier<Selected> statements(Query query, BookView view) {
        StatementIndex.Question question = StoryResource.question(query);
        String order = StoryResource.order(query);
        return () -> Selected.NOTHING
                .withStatements(StoryResource.ordered(view.statements().find(question), order), List.of())
                .withTables("statements", REPORTS);
    }

    private static Supplier<Selected> figures(Query query, BookView view) {
        Optional<Boolean> differ = query.truth("differ");
        return () -> Selected.NOTHING
                .withStatements(List.of(), StoryResource.figures(view, differ))
                .withTables("figures", REPORTS);
    }

    private static Supplier<Selected> names(Query query, BookView view) {
        Optional<NameKind> kind = query.constant("kind", NameKind.values());
        String words = query.words("q");
        return () -> beside(Beside.names(view.names().find(kind, words)), "names");
    }

    private static Supplier<Selected> audit(Query query, BookView view) {
        Supplier<List<Equation>> asked = AuditResource.equations(query, view);
        return () -> beside(Beside.equations(asked.get()), "audit");
    }

    private static Supplier<Selected> contradictions(Query query, BookView view) {
        Supplier<List<Contradiction>> asked = AuditResource.contradictions(query, view);
        return () -> beside(Beside.contradictions(asked.get()), "contradictions");
    }

    private static Supplier<Selected> decisions(Query query, BookView view) {
        DecisionsResource.Asked asked = DecisionsResource.Asked.of(query);
        return () -> beside(Beside.decisions(asked.of(view)), "decisions");
    }

    private static Supplier<Selected> gifts(Query query, BookView view) {
        GiftIndex.Asked asked = GiftsResource.asked(query);
        return () -> beside(Beside.gifts(GiftIndex.of(view).find(asked)), "gifts");
    }

    private static Supplier<Selected> reports(Query query, BookView view) {
        Supplier<List<ReportLine>> asked = ReportsResource.asked(query, view);
        return () -> beside(
                Beside.reports(asked.get().stream()
                        .map(line -> new Beside.Shown(line, Optional.empty()))
                        .toList()),
                REPORTS);
    }

    private static Supplier<Selected> desk(Query query, BookView view) {
        Supplier<List<Task>> asked = DeskResource.asked(query, view);
        return () -> {
            List<Task> tasks = asked.get();
            return about(tasks.stream().flatMap(task -> task.entries().stream()), view)
                    .withBeside(Beside.tasks(tasks))
                    .withTables("tasks", ENTRIES, SOURCES, REPORTS);
        };
    }

    /** Returns the list of what second readers propose, which is not in the book. */
    static Listing proposals(ProposalsResource proposals) {
        return new Listing(TABLES, (query, view) -> () -> {
            List<Proposal> open = proposals.open(view);
            return about(open.stream().map(Proposal::entry), view)
                    .withBeside(Beside.proposals(
                            open.stream().map(Proposal::exported).toList()))
                    .withTables("proposals", ENTRIES, SOURCES, REPORTS);
        });
    }

    /** Selects the entries that a list names, each once, as the page shows them with it. */
    private static Selected about(Stream<String> ids, BookView view) {
        List<Commitment> entries = ids.distinct()
                .flatMap(id -> view.index().find(id).stream())
                .distinct()
                .toList();
        return Selected.NOTHING.withEntries(entries, false, Commitment::counted);
    }

    /** The best of each kind, as many as the page shows. */
    private static Supplier<Selected> found(Supplier<SearchResource.Found> asked, BookView view) {
        return () -> {
            SearchResource.Found found = asked.get();
            List<Beside.Shown> reports = found.reports().entrySet().stream()
                    .flatMap(hit -> shown(hit.getKey(), hit.getValue(), view).stream())
                    .toList();
            return Selected.NOTHING
                    .withEntries(found.entries(), false, Commitment::counted)
                    .withBeside(Beside.reports(reports).withNames(found.names()))
                    .withTables(REPORTS, ENTRIES, SOURCES, "names");
        };
    }

    private static Optional<Beside.Shown> shown(String key, Hit hit, BookView view) {
        return view.report(key)
                .map(line -> new Beside.Shown(line, Optional.of(hit.around().quote())));
    }
}
