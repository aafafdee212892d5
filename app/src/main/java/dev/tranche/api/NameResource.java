package dev.tranche.api;

import dev.tranche.encounter.Participant;
import dev.tranche.fact.Cell;
import dev.tranche.ledger.Commitment;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.naming.NameKind;
import dev.tranche.print.TimelineJson;
import dev.tranche.text.DocumentId;
import dev.tranche.text.Evidence;
import dev.tranche.text.Folding;
import dev.tranche.timeline.NameBook;
import dev.tranche.timeline.TimelineEvent;
import dev.tranche.view.BookView;
import dev.tranche.view.ReportLine;
import dev.tranche.view.StatementLine;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/** {@code /names/{id}}: a person, body or place with everything that the book says about it. */
final class NameResource {

    private static final int MOST = 100;
    private static final int MOST_CODE = 20;

    private final Supplier<Lexicon> lexicon;

    NameResource(Supplier<Lexicon> lexicon) {
        this.lexicon = lexicon;
    }

    /** Answers with the most reported name of an id, of a kind and a country if they are requested. */
    Answer name(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        Optional<NameKind> kind = query.constant("kind", NameKind.values());
        Optional<String> country = query.code("country", MOST_CODE);
        query.check();
        String id = ctx.pathParam("id");
        NameBook.Entry name = view.names().names().stream()
                .filter(one -> one.id().equals(id))
                .filter(one -> kind.isEmpty() || kind.get() == one.kind())
                .filter(one -> country.isEmpty() || country.equals(one.country()))
                .findFirst()
                .orElseThrow(() -> ApiProblem.unknown(
                        "unknown-name", "The book knows no name '" + id + "'; look for it among the names."));
        Set<String> names = spellings(name);
        // Other reports may mention another person of the same name.
        Set<DocumentId> reports = Set.copyOf(name.reports());
        List<StatementLine> said = view.statements().lines().stream()
                .filter(line -> isOne(line.claim().statement().speaker().name(), names)
                        && line.claim().reports().stream().anyMatch(reports::contains))
                .sorted(Comparator.comparing(
                        (StatementLine line) -> line.published().from().orElse(LocalDate.MIN),
                        Comparator.reverseOrder()))
                .toList();
        List<TimelineEvent> met = view.timeline().timeline().events().stream()
                .filter(event -> event.reports().stream().anyMatch(reports::contains)
                        && event.encounter().participants().stream()
                                .map(Participant::name)
                                .anyMatch(one -> isOne(one, names)))
                .toList();
        List<Commitment> announced = view.index().entries().stream()
                .filter(entry -> isAnnouncedBy(entry, names))
                .toList();
        return Answer.json(json -> {
            StoryResource.name(json, name);
            Json.objects(json, "forms", name.forms(), (out, form) -> {
                out.writeStringProperty("id", form.id());
                out.writeStringProperty("name", form.name());
                out.writeNumberProperty("reports", form.reports());
            });
            Json.objects(json, "terms", lexicon.get().terms(name.name()), (out, term) -> {
                out.writeStringProperty("office", term.office());
                out.writeStringProperty("country", term.country());
                out.writeStringProperty("from", term.from());
                Json.text(out, "to", term.to());
            });
            some(json, "statements", said, StoryResource::statement);
            some(json, "encounters", met, TimelineJson::members);
            some(json, "entries", announced, (out, entry) -> Entries.write(out, entry, view));
            some(json, "told_by", reports(name, view), (out, line) -> StoryResource.report(out, line, view));
            json.writeNumberProperty("head", view.head());
        });
    }

    private static List<ReportLine> reports(NameBook.Entry name, BookView view) {
        return name.reports().stream()
                .flatMap(report -> view.report(report.value()).stream())
                .distinct()
                .sorted(Comparator.comparing(
                        (ReportLine line) -> line.published().date().from().orElse(LocalDate.MIN),
                        Comparator.reverseOrder()))
                .toList();
    }

    private static <T> void some(JsonGenerator json, String key, List<T> all, BiConsumer<JsonGenerator, T> members) {
        json.writeObjectPropertyStart(key);
        json.writeNumberProperty("total", all.size());
        Json.objects(json, "items", all.stream().limit(MOST).toList(), members);
        json.writeEndObject();
    }

    /** The full names: a bare surname may be somebody else's. */
    private static Set<String> spellings(NameBook.Entry name) {
        Set<String> names = new TreeSet<>();
        Stream.concat(Stream.of(name.name()), name.spellings().stream())
                .filter(one -> name.kind() != NameKind.PERSON || one.contains(" ") || one.equals(name.name()))
                .map(NameResource::fold)
                .forEach(names::add);
        return names;
    }

    private static boolean isOne(Optional<String> said, Set<String> names) {
        return said.map(NameResource::fold).filter(names::contains).isPresent();
    }

    private static boolean isAnnouncedBy(Commitment entry, Set<String> names) {
        return entry.claims().stream()
                .map(claim -> claim.fact().cells().announcer())
                .flatMap(Collection::stream)
                .map(Cell::evidence)
                .flatMap(Optional::stream)
                .map(Evidence::quote)
                .map(NameResource::fold)
                .anyMatch(quote -> names.stream().anyMatch(quote::contains));
    }

    private static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(Folding.fold(text.charAt(i)));
        }
        return folded.toString();
    }
}
