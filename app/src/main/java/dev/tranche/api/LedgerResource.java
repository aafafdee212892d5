package dev.tranche.api;

import dev.tranche.ledger.Commitment;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.print.LedgerCsv;
import dev.tranche.view.BookView;
import dev.tranche.view.Converted;
import dev.tranche.view.Facet;
import dev.tranche.view.LedgerIndex;
import dev.tranche.view.LedgerQuery;
import dev.tranche.view.LedgerSort;
import dev.tranche.view.Selection;
import io.javalin.http.Context;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import tools.jackson.core.JsonGenerator;

/** {@code /ledger}: entries, one for each commitment. */
final class LedgerResource {

    /** How many questions of one state of the book are kept with their answers; each takes a few bits per entry. */
    private static final int KEPT = 64;

    private static final int MOST_CODE = 20;
    private static final int MOST_TEXT = 200;

    private final Supplier<Lexicon> lexicon;
    private final Map<BookView, Map<LedgerQuery, Selection>> kept = new WeakHashMap<>();

    LedgerResource(Supplier<Lexicon> lexicon) {
        this.lexicon = lexicon;
    }

    /** Answers with a page of entries, or with all that match as a table. */
    Answer ledger(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        LedgerQuery asked = asked(query);
        LedgerSort sort = query.constant("sort", LedgerSort.values()).orElse(LedgerSort.DATE);
        boolean falling =
                query.word("order", List.of("asc", "desc")).orElse("desc").equals("desc");
        Optional<String> into = SumsQuestion.into(query, lexicon);
        Window window = query.windowAnywhere();
        query.check();
        Selection selection = select(view, asked);
        LedgerIndex index = view.index();
        if (Accepts.csv(ctx)) {
            return Answer.text(
                    "text/csv", LedgerCsv.entries(index.page(selection, sort, falling, 0, selection.total())));
        }
        List<Commitment> page = index.page(selection, sort, falling, window.skipped(), window.limit());
        return Answer.json(json -> {
            Json.objects(json, "items", page, (out, entry) -> {
                Entries.write(out, entry, view);
                into.ifPresent(currency -> converted(out, entry, currency));
            });
            Json.sums(json, "sums", selection.sums());
            Json.objects(json, "months", selection.months(), (out, month) -> {
                out.writeStringProperty("month", month.month().toString());
                out.writeNumberProperty("entries", month.entries());
                Json.sums(out, "sums", month.sums());
            });
            window.write(json, selection.total(), view.head());
        });
    }

    private static void converted(JsonGenerator json, Commitment entry, String currency) {
        Optional<Converted> converted = Converted.of(entry, currency);
        if (converted.isEmpty()) {
            json.writeNullProperty("converted");
            return;
        }
        json.writeObjectPropertyStart("converted");
        json.writeNumberProperty("amount", converted.get().amount());
        json.writeStringProperty("currency", converted.get().currency());
        Json.texts(json, "rates", converted.get().rates());
        json.writeEndObject();
    }

    /** Reads which entries are asked for. */
    static LedgerQuery asked(Query query) {
        Map<Facet, String> values = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            value(query, facet).ifPresent(value -> values.put(facet, value));
        }
        return new LedgerQuery(
                values,
                query.day("from"),
                query.day("to"),
                query.number("min"),
                query.number("max"),
                query.truth("leaf"),
                query.truth("reviewed"),
                query.count("since"),
                query.words("q"));
    }

    private static Optional<String> value(Query query, Facet facet) {
        if (!facet.closed().isEmpty()) {
            return query.word(facet.slug(), facet.closed());
        }
        return switch (facet) {
            case DONOR, RECIPIENT, CURRENCY -> query.code(facet.slug(), MOST_CODE);
            case AUTHORITY ->
                query.text(facet.slug(), MOST_CODE)
                        .map(code -> code.equals(Facet.NONE) ? code : code.toUpperCase(Locale.ROOT));
            case TYPE, STAGE, STANDING, FLAG, OUTLET, SOURCE -> query.text(facet.slug(), MOST_TEXT);
        };
    }

    private Selection select(BookView view, LedgerQuery asked) {
        Map<LedgerQuery, Selection> answers;
        synchronized (kept) {
            answers = kept.computeIfAbsent(view, key -> new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<LedgerQuery, Selection> eldest) {
                    return size() > KEPT;
                }
            });
            Selection known = answers.get(asked);
            if (known != null) {
                return known;
            }
        }
        Selection made = view.index().select(asked);
        synchronized (kept) {
            answers.put(asked, made);
        }
        return made;
    }

    /** Answers with the values of each filter and how many entries each would leave. */
    Answer facets(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        LedgerQuery asked = asked(query);
        query.check();
        Map<Facet, Map<String, Integer>> counts = view.index().counts(asked);
        return Answer.json(json -> counts.forEach((facet, values) -> {
            json.writeArrayPropertyStart(facet.slug());
            values.forEach((value, entries) -> write(json, facet, value, entries));
            json.writeEndArray();
        }));
    }

    private void write(JsonGenerator json, Facet facet, String value, int entries) {
        json.writeStartObject();
        json.writeStringProperty("value", value);
        json.writeStringProperty("label", label(facet, value));
        json.writeNumberProperty("entries", entries);
        json.writeEndObject();
    }

    private String label(Facet facet, String value) {
        return switch (facet) {
            case DONOR, RECIPIENT -> lexicon.get().nameOf(value);
            case AUTHORITY, CURRENCY, OUTLET -> value;
            case TYPE, STAGE, STANDING, FLAG, SOURCE -> value.replace('-', ' ');
        };
    }
}
