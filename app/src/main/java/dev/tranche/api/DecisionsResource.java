package dev.tranche.api;

import dev.tranche.ledger.DecisionBook.Ruling;
import dev.tranche.print.DecisionJson;
import dev.tranche.view.BookView;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** {@code /decisions}: what people decided, and deciding. */
final class DecisionsResource {

    private static final int MOST_ID = 1100;

    private final Deciding deciding;

    DecisionsResource(Deciding deciding) {
        this.deciding = deciding;
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

    /** Adds a decision and answers when the book shows it. */
    Answer decide(Context ctx, BookView before) {
        Query.of(ctx).check();
        Deciding.Made made =
                deciding.decide(Body.of(ctx), Gate.caller(ctx).name().value());
        return Answer.created(made::write);
    }
}
