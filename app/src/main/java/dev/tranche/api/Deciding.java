package dev.tranche.api;

import dev.tranche.extract.Extraction;
import dev.tranche.ledger.DecisionBook.Ruling;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.print.DecisionJson;
import dev.tranche.review.Action;
import dev.tranche.review.Decision;
import dev.tranche.store.Store;
import dev.tranche.view.BookView;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JsonGenerator;

/** The one way in which decisions enter a book, whether the pages, a program or an assistant sends them. */
final class Deciding {

    private final Supplier<Lexicon> lexicon;
    private final Stores stores;
    private final Books books;
    private final InstantSource clock;

    Deciding(Supplier<Lexicon> lexicon, Stores stores, Books books, InstantSource clock) {
        this.lexicon = lexicon;
        this.stores = stores;
        this.books = books;
        this.clock = clock;
    }

    /**
     * A decision that the book shows.
     *
     * @param ruling the decision and what came of it
     * @param head the number of the last journal entry with which the book is shown
     */
    record Made(Ruling ruling, long head) {

        void write(JsonGenerator json) {
            Json.object(json, "decision", Optional.of(ruling), DecisionJson::writeMembers);
            Json.texts(json, "entries", ruling.entries());
            json.writeNumberProperty("head", head);
        }
    }

    /**
     * Adds a decision and returns when the book shows it; one at a time, so that none is made without seeing the one
     * before.
     *
     * @param body what is decided, why, and on which state of the book it is based; what is wrong in it is refused
     * @param author who decides
     */
    synchronized Made decide(Body body, String author) {
        BookView seen = books.refreshed();
        DecisionReader reader = new DecisionReader(body, seen, lexicon.get(), this::reading);
        Optional<String> reason = body.needed("reason", body.text("reason", 1, Decision.LONGEST_REASON));
        Optional<Integer> head = body.count("head", 0);
        Optional<Action> action = reader.action();
        head.ifPresent(known -> refuseChanged(known, seen, reader.named()));
        body.check();
        Decision decision = decision(seen, author, reason.orElseThrow(), action.orElseThrow());
        stores.change((Store store) -> store.append(new JournalEntry.Decided(decision)));
        BookView view = books.refreshed();
        Ruling ruling = view.decisions()
                .find(decision.id())
                .orElseThrow(() -> new IllegalStateException("the book does not show " + decision.id()));
        return new Made(ruling, view.head());
    }

    private Optional<Extraction> reading(long number) {
        return stores.ask(store -> store.find(number))
                .map(Store.Numbered::entry)
                .filter(JournalEntry.Read.class::isInstance)
                .map(entry -> ((JournalEntry.Read) entry).extraction());
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
                        "The entry '" + id + "' has changed since " + known
                                + ", or that state is no longer kept. Look at it again.");
            }
        }
    }
}
