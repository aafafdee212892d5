package dev.tranche.api;

import dev.tranche.audit.Equation;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Contradiction;
import dev.tranche.view.BookView;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code /audit} and {@code /contradictions}: what adds up and what cannot both be true. */
final class AuditResource {

    private static final int MOST_ID = 1100;

    private AuditResource() {}

    /** Answers with a page of equations. */
    static Answer audit(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        Supplier<List<Equation>> asked = equations(query, view);
        Window window = query.window();
        query.check();
        List<Equation> found = asked.get();
        return Answer.json(json -> {
            Json.objects(json, "items", window.of(found), (out, one) -> ReportNames.equation(out, one, view));
            window.write(json, found.size(), view.head());
        });
    }

    /** Reads which equations are asked for; they are found once the question has been checked. */
    static Supplier<List<Equation>> equations(Query query, BookView view) {
        Optional<Equation.Kind> kind = query.constant("equation", Equation.Kind.values());
        Optional<Boolean> holds = query.truth("holds");
        Optional<String> entry = query.text("entry", MOST_ID);
        return () -> equations(view, entry, kind, holds);
    }

    /** Reads which contradictions are asked for; they are found once the question has been checked. */
    static Supplier<List<Contradiction>> contradictions(Query query, BookView view) {
        Optional<String> kind = query.word("type", contradictionKinds());
        Optional<String> entry = query.text("entry", MOST_ID);
        return () -> contradictions(view, entry, kind);
    }

    /** Returns the equations asked for; refuses an unknown entry. */
    static List<Equation> equations(
            BookView view, Optional<String> entry, Optional<Equation.Kind> kind, Optional<Boolean> holds) {
        return entry.map(id -> view.equationsOf(entry(view, id))).orElse(view.equations()).stream()
                .filter(one ->
                        (kind.isEmpty() || kind.get() == one.kind()) && (holds.isEmpty() || holds.get() == one.holds()))
                .toList();
    }

    /** Returns the words for what contradictions are about. */
    static List<String> contradictionKinds() {
        return Arrays.stream(Contradiction.Kind.values())
                .map(Contradiction.Kind::slug)
                .toList();
    }

    /** Returns the contradictions asked for; refuses an unknown entry. */
    static List<Contradiction> contradictions(BookView view, Optional<String> entry, Optional<String> kind) {
        List<Contradiction> all = entry.map(id -> view.contradictionsOf(entry(view, id)))
                .orElse(view.ledger().contradictions());
        return all.stream()
                .filter(one ->
                        kind.filter(word -> !word.equals(one.kind().slug())).isEmpty())
                .toList();
    }

    /** Answers with a page of contradictions. */
    static Answer contradictions(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        Supplier<List<Contradiction>> asked = contradictions(query, view);
        Window window = query.window();
        query.check();
        List<Contradiction> found = asked.get();
        return Answer.json(json -> {
            Json.objects(json, "items", window.of(found), (out, one) -> ReportNames.contradiction(out, one, view));
            window.write(json, found.size(), view.head());
        });
    }

    private static Commitment entry(BookView view, String id) {
        return view.index().find(id).orElseThrow(() -> EntryResource.unknown(id));
    }
}
