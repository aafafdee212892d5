package dev.tranche.api;

import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.DecisionBook.Ruling;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.review.Decision;
import dev.tranche.store.Store;
import dev.tranche.text.Document;
import dev.tranche.view.BookView;
import dev.tranche.view.ReportLine;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** {@code /changes}: the journal after a number, so that another system can follow the book. */
final class ChangesResource {

    /** Each is read from the journal whole, with everything that its report says. */
    private static final int MOST = 200;

    private static final int USUAL = 50;
    private static final BigDecimal LAST = BigDecimal.valueOf(Long.MAX_VALUE);

    private final Stores stores;

    ChangesResource(Stores stores) {
        this.stores = stores;
    }

    /** Answers with what was added after a number, the earliest first. */
    Answer changes(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        BigDecimal after = query.number("after").orElse(BigDecimal.ZERO);
        if (after.stripTrailingZeros().scale() > 0 || after.compareTo(LAST) > 0) {
            query.refuse("after", "is not the number of an entry; write the `next` of the previous answer, or 0.");
        }
        int limit = query.limit(MOST, USUAL);
        query.check();
        // What is in the journal and not shown yet comes with a later answer, when its entries can be named.
        List<Store.Numbered> page = stores.ask((Store store) -> store.after(after.longValue(), limit)).stream()
                .filter(one -> one.number() <= view.head())
                .toList();
        long next = page.isEmpty() ? after.longValue() : page.getLast().number();
        return Answer.json(json -> {
            Json.objects(json, "items", page, (out, one) -> write(out, one, view));
            json.writeNumberProperty("next", next);
            json.writeNumberProperty("head", view.head());
        });
    }

    private static void write(JsonGenerator json, Store.Numbered one, BookView view) {
        json.writeNumberProperty("number", one.number());
        json.writeStringProperty("at", one.addedAt().toString());
        switch (one.entry()) {
            case JournalEntry.Read read ->
                read(json, one.number(), read.extraction().document(), view);
            case JournalEntry.Decided decided -> decided(json, decided.decision(), view);
            case JournalEntry.Recalled recalled -> withdrawal(json, recalled.report(), recalled.reason());
            case JournalEntry.Withdrawn withdrawn -> withdrawal(json, withdrawn.report(), withdrawn.reason());
        }
    }

    private static void withdrawal(JsonGenerator json, String report, String reason) {
        json.writeStringProperty("kind", "withdrawal");
        json.writeStringProperty("doc", report);
        json.writeStringProperty("reason", reason);
        Json.texts(json, "entries", List.of());
    }

    private static void read(JsonGenerator json, long number, Document document, BookView view) {
        Optional<ReportLine> line = view.reports().stream()
                .filter(report -> report.number() == number)
                .findFirst();
        json.writeStringProperty("kind", "report");
        json.writeStringProperty(
                "doc", line.map(ReportLine::key).orElse(document.id().value()));
        Json.text(json, "outlet", document.outlet());
        Json.text(json, "title", Optional.of(document.title()).filter(title -> !title.isEmpty()));
        Json.text(json, "url", document.address());
        json.writeBooleanProperty("replaced", line.isEmpty());
        Json.texts(
                json,
                "entries",
                line.map(report -> view.index().ofReport(report.key())).orElse(List.of()).stream()
                        .map(Commitment::id)
                        .toList());
    }

    private static void decided(JsonGenerator json, Decision decision, BookView view) {
        Optional<Ruling> ruling = view.decisions().rulings().stream()
                .filter(each -> each.decision().id().equals(decision.id()))
                .findFirst();
        json.writeStringProperty("kind", "decision");
        json.writeStringProperty("decision", decision.id());
        json.writeStringProperty("author", decision.author());
        json.writeStringProperty("action", decision.action().slug());
        json.writeStringProperty("summary", decision.summary());
        Json.texts(json, "entries", ruling.map(Ruling::entries).orElse(List.of()));
    }
}
