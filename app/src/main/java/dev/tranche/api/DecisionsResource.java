package dev.tranche.api;

import dev.tranche.ledger.DecisionBook.Ruling;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.print.DecisionJson;
import dev.tranche.review.Action;
import dev.tranche.review.Decision;
import dev.tranche.store.Store;
import dev.tranche.view.BookView;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** {@code /decisions}: what people decided, and deciding. */
final class DecisionsResource {

    private static final int MOST_ID = 1100;

    private final ServerSettings settings;
    private final Stores stores;
    private final Books books;
    private final InstantSource clock;

    DecisionsResource(ServerSettings settings, Stores stores, Books books, InstantSource clock) {
        this.settings = settings;
        this.stores = stores;
        this.books = books;
        this.clock = clock;
    }

    /** Answers with a page of decisions, the latest first. */
    static Answer decisions(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        Asked asked = Asked.of(query);
        Window window = query.window();
        query.check();
        List<Ruling> found = asked.of(view);
        return Answer.json(json -> {
            Json.objects(json, "items", window.of(found), DecisionJson::writeMembers);
            window.write(json, found.size(), view.head());
        });
    }

    /**
     * Which decisions are asked for.
     *
     * @param author whose
     * @param entry about which entry
     * @param doc about which report
     */
    record Asked(Optional<String> author, Optional<String> entry, Optional<String> doc) {

        /** Reads what is asked for. */
        static Asked of(Query query) {
            return new Asked(query.text("author", 100), query.text("entry", MOST_ID), query.text("doc", MOST_ID));
        }

        /** Returns the decisions, the latest first. */
        List<Ruling> of(BookView view) {
            return view.decisions().rulings().reversed().stream()
                    .filter(ruling -> author.filter(
                                    name -> !name.equals(ruling.decision().author()))
                            .isEmpty())
                    .filter(ruling ->
                            entry.filter(id -> !ruling.entries().contains(id)).isEmpty())
                    .filter(ruling ->
                            doc.filter(key -> !ruling.reports().contains(key)).isEmpty())
                    .toList();
        }
    }

    /** Adds a decision and answers when the book shows it; one at a time, so that none is made over an unseen other. */
    synchronized Answer decide(Context ctx, BookView before) {
        Query.of(ctx).check();
        Body body = Body.of(ctx);
        BookView seen = books.refreshed();
        DecisionReader reader =
                new DecisionReader(body, seen, settings.lexicon().get(), this::text);
        Optional<String> reason = body.needed("reason", body.text("reason", 1, Decision.LONGEST_REASON));
        Optional<Integer> head = body.count("head", 0);
        Optional<Action> action = reader.action();
        head.ifPresent(known -> refuseChanged(known, seen, reader.named()));
        body.check();
        Decision decision = decision(seen, Gate.caller(ctx).name().value(), reason.orElseThrow(), action.orElseThrow());
        stores.change((Store store) -> store.append(new JournalEntry.Decided(decision)));
        BookView view = books.refreshed();
        Ruling ruling = view.decisions()
                .find(decision.id())
                .orElseThrow(() -> new IllegalStateException("the book does not show " + decision.id()));
        return Answer.created(json -> {
            Json.object(json, "decision", Optional.of(ruling), DecisionJson::writeMembers);
            Json.texts(json, "entries", ruling.entries());
            json.writeNumberProperty("head", view.head());
        });
    }

    private Optional<String> text(long number) {
        return stores.ask(store -> store.reports(List.of(number))).values().stream()
                .findFirst()
                .map(document -> document.text());
    }

    /** One author makes at most one decision a millisecond. */
    private Decision decision(BookView view, String author, String reason, Action action) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Decision decision = new Decision(at, author, reason, action);
        while (view.decisions().find(decision.id()).isPresent()) {
            at = at.plusMillis(1);
            decision = new Decision(at, author, reason, action);
        }
        return decision;
    }

    /** What a person decides about must be what they looked at. */
    private void refuseChanged(long known, BookView seen, List<String> named) {
        if (known == seen.head()) {
            return;
        }
        Optional<BookView> looked = books.at(known);
        for (String id : named) {
            boolean same = looked.isPresent()
                    && looked.get().index().find(id).equals(seen.index().find(id));
            if (!same) {
                throw ApiProblem.of(
                        409,
                        "changed",
                        "Changed since",
                        "The entry '" + id + "' is not as it was at " + known
                                + " any more, or that state is kept no longer. Look at it again.");
            }
        }
    }
}
