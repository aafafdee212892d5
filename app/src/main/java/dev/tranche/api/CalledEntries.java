package dev.tranche.api;

import dev.tranche.audit.Equation;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Contradiction;
import dev.tranche.view.BookView;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/** Writes what people know entries by, the sum, the parties and the day, where a list gives only their ids. */
final class CalledEntries {

    /** The most entries of one list that are named. */
    private static final int MOST = 60;

    /** What the subject of an equation over a package begins with; the id of the package follows. */
    private static final String PACKAGE = "package ";

    private CalledEntries() {}

    /** Writes the entries of an equation: its package, those that it adds up and those that would explain it. */
    static void of(JsonGenerator json, Equation one, BookView view) {
        Stream<String> whole = one.subject().startsWith(PACKAGE)
                ? Stream.of(one.subject().substring(PACKAGE.length()))
                : Stream.empty();
        Stream<String> causes = one.explanations().stream().flatMap(cause -> cause.entry().stream());
        Stream<String> parts = one.entries().stream().limit(MOST);
        write(json, Stream.of(whole, parts, causes).flatMap(ids -> ids), view);
    }

    /** Writes the entries of a contradiction: the one that it is about and those that its sides name. */
    static void of(JsonGenerator json, Contradiction one, BookView view) {
        write(json, Stream.of(one.about(), one.one().value(), one.two().value()), view);
    }

    /** Writes the list {@code called}: the entries of the book among the ids, each once, in the order of the ids. */
    private static void write(JsonGenerator json, Stream<String> ids, BookView view) {
        List<Commitment> entries = ids.distinct()
                .flatMap(id -> view.index().find(id).stream())
                .distinct()
                .limit(2L * MOST)
                .toList();
        Json.objects(json, "called", entries, CalledEntries::members);
    }

    private static void members(JsonGenerator json, Commitment entry) {
        json.writeStringProperty("id", entry.id());
        Json.texts(json, "donor", entry.donors());
        Json.texts(json, "recipient", entry.recipients());
        Json.amount(json, entry.amount());
        Json.text(json, "authority", entry.authority());
        Json.count(json, "ordinal", entry.ordinal());
        json.writeStringProperty("stage", entry.stage().slug());
        Json.days(json, "date", entry.date());
    }
}
