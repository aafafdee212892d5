package dev.tranche.api;

import dev.tranche.export.BookExport;
import dev.tranche.export.Cover;
import dev.tranche.export.CsvTables;
import dev.tranche.export.Format;
import dev.tranche.export.Selected;
import dev.tranche.export.StreamParts;
import dev.tranche.view.BookView;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** {@code /export}, and {@code …/export} of each list: what the pages show, as a file. */
final class ExportResource {

    /** Formats whose media type does not say enough: who accepts any CSV, JSON or archive did not ask for these. */
    private static final Set<String> TOO_PLAIN = Set.of("crs", "timelinejs", "parquet");

    private final ServerSettings settings;
    private final InstantSource clock;

    ExportResource(ServerSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A list that leaves as a file.
     *
     * @param formats in which it may be asked for
     * @param asking reads which part of it is asked for
     */
    record Listing(List<Format> formats, Asking asking) {}

    /** Reads a question; what was asked for is found once the question has been checked. */
    @FunctionalInterface
    interface Asking {

        Supplier<Selected> of(Query query, BookView view);
    }

    /** Returns the handler that answers with a list. */
    Route.Handler of(Listing listing) {
        return (ctx, view) -> {
            Query query = Query.of(ctx);
            Optional<Format> format = marked(query, format(ctx, query, listing.formats()));
            Supplier<Selected> asked = listing.asking().of(query, view);
            query.check();
            return file(format.orElseThrow(), view, described(ctx, asked.get()));
        };
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

    /** CSV files may begin with the mark by which Excel recognises UTF-8; no other format has one. */
    private static Optional<Format> marked(Query query, Optional<Format> format) {
        Optional<Boolean> mark = query.truth("mark");
        if (mark.isPresent() && format.isPresent() && !(format.get() instanceof CsvTables)) {
            query.refuse("mark", "is for format=csv.");
        }
        return mark.filter(asked -> asked)
                .<Format>map(asked -> new CsvTables(true))
                .or(() -> format);
    }

    private static String baseType(Format format) {
        return format.about().mediaType().split(";", 2)[0];
    }

    /** Says what was asked for in the words of the request. */
    private static Selected described(Context ctx, Selected selected) {
        Selected described = selected;
        for (Map.Entry<String, List<String>> one : new TreeMap<>(ctx.queryParamMap()).entrySet()) {
            if (!List.of("format", "mark", "sort", "order").contains(one.getKey())) {
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
