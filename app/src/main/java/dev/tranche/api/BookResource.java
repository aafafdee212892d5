package dev.tranche.api;

import dev.tranche.audit.Equation;
import dev.tranche.ledger.Commitment;
import dev.tranche.store.Store;
import dev.tranche.view.BookView;
import dev.tranche.view.Task;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/** {@code /book} and {@code /openapi.yaml}: what there is, and how to ask for it. */
final class BookResource {

    private final ServerSettings settings;
    private final Stores stores;

    BookResource(ServerSettings settings, Stores stores) {
        this.settings = settings;
        this.stores = stores;
    }

    /** Answers whether the server works and its book can be read: 503 if not. No sign-in is needed. */
    Answer health(Context ctx, BookView view) {
        Query.of(ctx).check();
        long head = stores.ask(Store::head);
        return Answer.json(json -> {
            json.writeStringProperty("status", "ok");
            json.writeStringProperty("version", settings.version());
            json.writeNumberProperty("head", view.head());
            json.writeNumberProperty("behind", Math.max(0, head - view.head()));
        });
    }

    /** Answers with what the book holds. */
    Answer book(Context ctx, BookView view) {
        Query.of(ctx).check();
        long holding = view.equations().stream().filter(Equation::holds).count();
        return Answer.json(json -> {
            json.writeStringProperty("name", settings.book().toString());
            json.writeNumberProperty("head", view.head());
            json.writeNumberProperty("entries", view.ledger().entries().size());
            json.writeNumberProperty(
                    "leaves",
                    view.ledger().entries().stream().filter(Commitment::leaf).count());
            json.writeNumberProperty("reports", view.reports().size());
            json.writeNumberProperty("statements", view.statements().lines().size());
            json.writeNumberProperty(
                    "encounters", view.timeline().timeline().events().size());
            json.writeNumberProperty(
                    "contradictions", view.ledger().contradictions().size());
            json.writeObjectPropertyStart("equations");
            json.writeNumberProperty("holding", holding);
            json.writeNumberProperty("broken", view.equations().size() - holding);
            json.writeEndObject();
            json.writeNumberProperty(
                    "tasks", view.tasks().stream().filter(Task::isOpen).count());
            json.writeNumberProperty("decisions", view.decisions().rulings().size());
            Json.day(json, "first", day(view, entry -> entry.date().from(), Comparator.naturalOrder()));
            Json.day(json, "last", day(view, entry -> entry.date().to(), Comparator.reverseOrder()));
            json.writeBooleanProperty("record", settings.view().joinsRecord());
            json.writeStringProperty("version", settings.version());
        });
    }

    private static Optional<LocalDate> day(
            BookView view, Function<Commitment, Optional<LocalDate>> of, Comparator<LocalDate> order) {
        return view.ledger().entries().stream()
                .flatMap(entry -> of.apply(entry).stream())
                .min(order);
    }

    /** Answers with the contract. */
    Answer contract(Context ctx, BookView view) {
        Query.of(ctx).check();
        try (InputStream in = BookResource.class.getResourceAsStream("openapi.yaml")) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: openapi.yaml is missing");
            }
            return Answer.text("application/yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
