package dev.tranche.api;

import dev.tranche.account.AccountName;
import dev.tranche.account.Door;
import dev.tranche.account.SavedView;
import dev.tranche.view.BookView;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code /views}: the views of the ledger that the caller's account has named. */
final class ViewsResource {

    private final Gate gate;
    private final Door door;

    ViewsResource(Gate gate, Door door) {
        this.gate = gate;
        this.door = door;
    }

    /** Answers with the caller's views. */
    Answer views(Context ctx, BookView view) {
        Query.of(ctx).check();
        return answer(door.views(caller(ctx)));
    }

    /** Replaces the caller's views with those sent. */
    Answer keep(Context ctx, BookView view) {
        Query.of(ctx).check();
        AccountName account = caller(ctx);
        Body body = Body.of(ctx);
        if (!body.has("items")) {
            body.needed("items", Optional.empty());
        }
        List<SavedView> views = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Body item : body.objects("items", SavedView.MOST)) {
            Optional<String> name = item.needed("name", item.text("name", 1, SavedView.LONGEST_NAME));
            Optional<String> query = item.needed("query", item.text("query", 0, SavedView.LONGEST_QUERY));
            item.refuseUnknown();
            if (name.filter(String::isBlank).isPresent()
                    || name.filter(one -> !names.add(one)).isPresent()) {
                item.refuse("name", "is blank or given twice.");
            } else if (name.isPresent() && query.isPresent()) {
                views.add(new SavedView(name.get(), query.get()));
            }
        }
        body.check();
        door.keepViews(account, views);
        return answer(views);
    }

    private static Answer answer(List<SavedView> views) {
        return Answer.json(json -> Json.objects(json, "items", views, (out, one) -> {
            out.writeStringProperty("name", one.name());
            out.writeStringProperty("query", one.query());
        }));
    }

    /** Without accounts, the pages keep views in the browser. */
    private AccountName caller(Context ctx) {
        if (!gate.isTeam()) {
            throw ApiProblem.of(
                    409,
                    "solo",
                    "There are no accounts",
                    "This book has no accounts; each browser keeps its own views.");
        }
        return Gate.caller(ctx).name();
    }
}
