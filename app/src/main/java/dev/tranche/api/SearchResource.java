package dev.tranche.api;

import dev.tranche.ledger.Commitment;
import dev.tranche.store.Hit;
import dev.tranche.store.SearchWords;
import dev.tranche.timeline.NameBook;
import dev.tranche.view.BookView;
import dev.tranche.view.LedgerQuery;
import dev.tranche.view.LedgerSort;
import dev.tranche.view.ReportLine;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JsonGenerator;

/** {@code /search}: words in reports, entries and names. */
final class SearchResource {

    private static final int MOST = 100;
    private static final int USUAL = 20;

    private final Stores stores;

    SearchResource(Stores stores) {
        this.stores = stores;
    }

    /**
     * What was found, of each kind the best.
     *
     * @param words what was looked for
     * @param reports the place in each report, by the report's key
     */
    record Found(String words, Map<String, Hit> reports, List<Commitment> entries, List<NameBook.Entry> names) {}

    /** Answers with what was found of each kind. */
    Answer search(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        Supplier<Found> asked = asked(query, view);
        query.check();
        Found found = asked.get();
        return Answer.json(json -> {
            json.writeStringProperty("q", found.words());
            Json.objects(json, "reports", found.reports().values(), (out, hit) -> write(out, hit, view));
            Json.objects(json, "entries", found.entries(), (out, entry) -> Entries.write(out, entry, view));
            Json.objects(json, "names", found.names(), StoryResource::name);
        });
    }

    /** Reads what is searched for; it is found once the question has been checked. */
    Supplier<Found> asked(Query query, BookView view) {
        String words = query.words("q");
        int limit = query.limit(MOST, USUAL);
        if (words.isEmpty()) {
            query.refuse("q", "is missing: say which words to look for.");
        }
        return () -> found(words, limit, view);
    }

    private Found found(String words, int limit, BookView view) {
        SearchWords looked = looked(words);
        Map<String, Hit> hits = new LinkedHashMap<>();
        // Several texts of a report are one report to readers.
        stores.ask(store -> store.search(looked, limit)).forEach(hit -> hits.putIfAbsent(key(hit, view), hit));
        LedgerQuery asked = LedgerQuery.ALL.withWords(bare(words));
        List<Commitment> entries = view.index().page(view.index().select(asked), LedgerSort.OUTLETS, true, 0, limit);
        List<NameBook.Entry> names = view.names().find(Optional.empty(), bare(words)).stream()
                .limit(limit)
                .toList();
        return new Found(words, hits, entries, names);
    }

    private static SearchWords looked(String words) {
        try {
            return SearchWords.parse(words);
        } catch (IllegalArgumentException wrong) {
            throw ApiProblem.wrong("q", String.valueOf(wrong.getMessage()));
        }
    }

    /** Search operators for reports mean nothing in entries and names. */
    private static String bare(String words) {
        return words.replaceAll("[\"*\u201c\u201d\u201e]", " ").strip();
    }

    private static String key(Hit hit, BookView view) {
        String id = hit.document().id().value();
        return view.report(id).map(ReportLine::key).orElse(id);
    }

    private static void write(JsonGenerator json, Hit hit, BookView view) {
        json.writeStringProperty("doc", key(hit, view));
        String title = view.report(key(hit, view))
                .map(ReportLine::title)
                .orElse(hit.document().title());
        Json.text(json, "title", Optional.of(title).filter(words -> !words.isEmpty()));
        Json.text(json, "outlet", hit.document().outlet());
        json.writeArrayPropertyStart("passages");
        String text = hit.document().text();
        piece(
                json,
                text.substring(hit.around().span().start(), hit.found().span().start()),
                false);
        piece(json, hit.found().quote(), true);
        piece(json, text.substring(hit.found().span().end(), hit.around().span().end()), false);
        json.writeEndArray();
    }

    private static void piece(JsonGenerator json, String text, boolean isHit) {
        if (text.isEmpty()) {
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("text", text);
        json.writeBooleanProperty("hit", isHit);
        json.writeEndObject();
    }
}
