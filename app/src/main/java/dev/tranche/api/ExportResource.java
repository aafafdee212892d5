package dev.tranche.api;

import dev.tranche.audit.Equation;
import dev.tranche.encounter.EncounterKind;
import dev.tranche.export.About;
import dev.tranche.export.Beside;
import dev.tranche.export.BookExport;
import dev.tranche.export.Cover;
import dev.tranche.export.Format;
import dev.tranche.export.Selected;
import dev.tranche.export.StreamParts;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Contradiction;
import dev.tranche.naming.NameKind;
import dev.tranche.timeline.TimelineEvent;
import dev.tranche.view.BookView;
import dev.tranche.view.LedgerIndex;
import dev.tranche.view.LedgerQuery;
import dev.tranche.view.LedgerSort;
import dev.tranche.view.Selection;
import dev.tranche.view.StatementIndex;
import dev.tranche.view.StatementLine;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** {@code /export}, and {@code …/export} of each list: what the pages show, as a file. */
final class ExportResource {

    private static final int MOST_CODE = 20;

    /** Formats whose media type does not say enough: who accepts any CSV, JSON or archive did not ask for these. */
    private static final Set<String> TOO_PLAIN = Set.of("crs", "timelinejs", "parquet");

    private static final List<Format> TABLES = formats("csv", "xlsx", "parquet");
    private static final List<Format> STATEMENTS = formats("csv", "xlsx", "parquet", "bibtex", "ris", "csl");
    private static final List<Format> DECISIONS = formats("csv", "xlsx", "parquet", "jsonld");

    private final ServerSettings settings;
    private final InstantSource clock;

    ExportResource(ServerSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Answers with everything. */
    Answer whole(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        Optional<Format> format = format(ctx, query, Format.all());
        query.check();
        Selected all = Selected.NOTHING
                .withEntries(view.ledger().entries(), true, Commitment::counted)
                .withEncounters(view.timeline().timeline().events())
                .withStatements(view, Optional.empty(), Optional.empty());
        return file(format.orElseThrow(), view, all);
    }

    /** Answers with the entries asked for, in the order asked for, and what is about them. */
    Answer ledger(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        Optional<Format> format = format(
                ctx,
                query,
                Format.all().stream().filter(f -> f.holds(About.Part.LEDGER)).toList());
        LedgerQuery asked = LedgerResource.asked(query);
        LedgerSort sort = query.constant("sort", LedgerSort.values()).orElse(LedgerSort.DATE);
        boolean falling =
                query.word("order", List.of("asc", "desc")).orElse("desc").equals("desc");
        query.check();
        List<Commitment> entries = entries(view, asked, sort, falling);
        boolean isAll = entries.size() == view.ledger().entries().size();
        Selected shown = Selected.NOTHING.withEntries(entries, isAll, asked.counted());
        return file(format.orElseThrow(), view, described(ctx, shown));
    }

    /** Answers with the encounters asked for, and with the entries, statements and figures of the same days. */
    Answer timeline(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        Optional<Format> format = format(ctx, query, Format.all());
        Optional<EncounterKind> kind = query.constant("kind", EncounterKind.values());
        Optional<String> country = query.code("country", MOST_CODE);
        Optional<LocalDate> from = query.day("from");
        Optional<LocalDate> to = query.day("to");
        String words = query.words("q");
        query.check();
        List<TimelineEvent> events =
                view.timeline().find(kind, Set.copyOf(country.stream().toList()), from, to, words);
        LedgerQuery days = LedgerQuery.ALL.between(from, to);
        Predicate<Commitment> counts = days.counted();
        List<Commitment> entries = entries(view, days, LedgerSort.DATE, false);
        Selected shown = Selected.NOTHING
                .withEntries(entries, entries.size() == view.ledger().entries().size(), counts)
                .withEncounters(events)
                .withStatements(view, from, to);
        return file(format.orElseThrow(), view, described(ctx, shown));
    }

    private static List<Commitment> entries(BookView view, LedgerQuery asked, LedgerSort sort, boolean falling) {
        LedgerIndex index = view.index();
        Selection selection = index.select(asked);
        return index.page(selection, sort, falling, 0, Math.max(1, selection.total()));
    }

    /** Answers with the statements asked for. */
    Answer statements(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        Optional<Format> format = format(ctx, query, STATEMENTS);
        StatementIndex.Question question = StoryResource.question(query);
        String order = StoryResource.order(query);
        query.check();
        List<StatementLine> found = StoryResource.ordered(view.statements().find(question), order);
        return list(ctx, view, format, Selected.NOTHING.withStatements(found, List.of()));
    }

    /** Answers with the figures asked for. */
    Answer figures(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        Optional<Format> format = format(ctx, query, STATEMENTS);
        Optional<Boolean> differ = query.truth("differ");
        query.check();
        return list(ctx, view, format, Selected.NOTHING.withStatements(List.of(), StoryResource.figures(view, differ)));
    }

    /** Answers with the equations of the audit asked for. */
    Answer audit(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        Optional<Format> format = format(ctx, query, TABLES);
        Supplier<List<Equation>> asked = AuditResource.equations(query, view);
        query.check();
        return list(ctx, view, format, Selected.NOTHING.withBeside(Beside.equations(asked.get())));
    }

    /** Answers with the contradictions asked for. */
    Answer contradictions(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        Optional<Format> format = format(ctx, query, TABLES);
        Supplier<List<Contradiction>> asked = AuditResource.contradictions(query, view);
        query.check();
        return list(ctx, view, format, Selected.NOTHING.withBeside(Beside.contradictions(asked.get())));
    }

    /** Answers with the decisions asked for. */
    Answer decisions(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        Optional<Format> format = format(ctx, query, DECISIONS);
        DecisionsResource.Asked asked = DecisionsResource.Asked.of(query);
        query.check();
        return list(ctx, view, format, Selected.NOTHING.withBeside(Beside.decisions(asked.of(view))));
    }

    /** Answers with the names asked for. */
    Answer names(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        Optional<Format> format = format(ctx, query, TABLES);
        Optional<NameKind> kind = query.constant("kind", NameKind.values());
        String words = query.words("q");
        query.check();
        return list(
                ctx,
                view,
                format,
                Selected.NOTHING.withBeside(Beside.names(view.names().find(kind, words))));
    }

    private Answer list(Context ctx, BookView view, Optional<Format> format, Selected listed) {
        return file(format.orElseThrow(), view, described(ctx, listed));
    }

    private static List<Format> formats(String... slugs) {
        return Stream.of(slugs).map(slug -> Format.find(slug).orElseThrow()).toList();
    }

    /** The parameter decides; without it, what the request accepts, where it names the type of one of the formats. */
    private static Optional<Format> format(Context ctx, Query query, List<Format> offered) {
        List<String> words = offered.stream().map(Format::slug).toList();
        Optional<Format> asked = query.word("format", words).flatMap(Format::find);
        if (asked.isPresent() || ctx.queryParam("format") != null) {
            return asked;
        }
        Optional<Format> accepted = Accepts.first(
                ctx,
                type -> offered.stream()
                        .filter(format -> !TOO_PLAIN.contains(format.slug())
                                && baseType(format).equals(type))
                        .findFirst());
        if (accepted.isEmpty()) {
            query.refuse("format", "is missing; ask for one of " + String.join(", ", words) + ".");
        }
        return accepted;
    }

    private static String baseType(Format format) {
        return format.about().mediaType().split(";", 2)[0];
    }

    /** Says what was asked for in the words of the request. */
    private static Selected described(Context ctx, Selected selected) {
        Selected described = selected;
        for (Map.Entry<String, List<String>> one : new TreeMap<>(ctx.queryParamMap()).entrySet()) {
            if (!List.of("format", "sort", "order").contains(one.getKey())) {
                described = described.withFilter(one.getKey() + ": " + String.join(", ", one.getValue()));
            }
        }
        return described;
    }

    private Answer file(Format format, BookView view, Selected selected) {
        BookExport book = BookExport.of(
                view,
                settings.lexicon().get(),
                selected,
                new BookExport.Made(
                        settings.version(),
                        clock.instant().truncatedTo(ChronoUnit.SECONDS),
                        Cover.USUAL_LICENCE,
                        Cover.Publisher.UNREGISTERED));
        format.obstacle(book).ifPresent(why -> {
            throw ApiProblem.of(422, "nothing-to-export", "Nothing to export", why);
        });
        return Answer.file(
                format.about().mediaType(), format.about().fileName(), to -> StreamParts.write(format, book, to));
    }
}
