package dev.tranche.api;

import dev.tranche.agreement.Agreement;
import dev.tranche.dating.StatedDate;
import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.Participant;
import dev.tranche.extract.Extraction;
import dev.tranche.figure.Figure;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.print.TimelineJson;
import dev.tranche.review.Content;
import dev.tranche.statement.Speaker;
import dev.tranche.statement.Statement;
import dev.tranche.store.Store;
import dev.tranche.text.Evidence;
import dev.tranche.text.Folding;
import dev.tranche.timeline.StoryRulings.Ruled;
import dev.tranche.view.BookView;
import dev.tranche.view.ReportLine;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code /alike}: what several reports may have in common. */
final class StoryDecisionsResource {

    private static final List<String> KINDS = List.of("encounter", "statement", "figure", "agreement");
    private static final int MOST_ID = 1100;
    private static final int MOST_ALIKE = 12;

    /** Reports of one thing are rarely further apart. */
    private static final long DAYS = 21;

    private final Stores stores;

    StoryDecisionsResource(Stores stores) {
        this.stores = stores;
    }

    /** Something that another report says, offered for merging. */
    private record Alike(Content content, StatedDate day, int shared) {

        static final Comparator<Alike> ORDER = Comparator.comparingInt((Alike one) -> -one.shared())
                .thenComparing(one -> one.day().from().orElse(LocalDate.MAX))
                .thenComparing(one -> one.content().evidence().document())
                .thenComparing(one -> one.content().evidence().span());
    }

    /** Answers with what may be the same as something that a report says, the likeliest first. */
    Answer alike(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        Optional<String> doc = query.text("doc", MOST_ID);
        Optional<String> kind = query.word("kind", KINDS);
        var start = query.count("start");
        var end = query.count("end");
        String words = query.words("q");
        query.check();
        ReportLine line = doc.flatMap(view::report).orElseThrow(() -> ReportsResource.unknown(doc.orElse("")));
        Content asked = reading(line).map(read -> ReportContent.of(line.key(), read, view)).orElse(List.of()).stream()
                .map(Ruled::content)
                .filter(one -> kind.filter(one.kind().slug()::equals).isPresent()
                        && one.evidence().span().start() == start.orElse(-1L)
                        && one.evidence().span().end() == end.orElse(-1L))
                .findFirst()
                .orElseThrow(() ->
                        ApiProblem.unknown("unknown-words", "The report has nothing of this kind at these words."));
        List<String> wanted = Arrays.stream(Folding.fold(words).split("\\s+"))
                .filter(one -> !one.isEmpty())
                .toList();
        List<Alike> found = candidates(asked, line, view)
                .filter(one -> !one.content()
                        .evidence()
                        .document()
                        .equals(asked.evidence().document()))
                .filter(one -> wanted.isEmpty()
                        ? one.shared() > 0
                        : wanted.stream().allMatch(searched(one.content())::contains))
                .sorted(Alike.ORDER)
                .limit(MOST_ALIKE)
                .toList();
        return Answer.json(json -> {
            Json.objects(json, "items", found, (out, one) -> {
                out.writeStringProperty("label", one.content().shown());
                Json.days(out, "day", one.day());
                out.writeName("evidence");
                Evidence evidence = one.content().evidence();
                TimelineJson.evidence(out, evidence);
                ReportNames.write(out, view.report(evidence.document().value()));
            });
            json.writeNumberProperty("head", view.head());
        });
    }

    private Optional<Extraction> reading(ReportLine line) {
        return stores.ask(store -> store.find(line.number()))
                .map(Store.Numbered::entry)
                .filter(JournalEntry.Read.class::isInstance)
                .map(entry -> ((JournalEntry.Read) entry).extraction());
    }

    private static Stream<Alike> candidates(Content asked, ReportLine line, BookView view) {
        StatedDate published = line.published().date();
        return switch (asked) {
            case Content.Met met ->
                view.timeline().timeline().events().stream()
                        .filter(event -> !event.evidence().contains(asked.evidence()))
                        .map(event -> encounter(met.encounter(), event.encounter()));
            case Content.Said said ->
                view.statements().lines().stream().map(one -> {
                    Statement other = one.claim().statement();
                    int shared = near(published, one.published()) ? speaker(said.statement(), other) : 0;
                    return new Alike(new Content.Said(other), one.published(), shared);
                });
            case Content.Counted counted ->
                view.figures().things().stream()
                        .flatMap(thing -> thing.tellings().stream())
                        .map(one -> {
                            int shared = near(published, one.reported()) ? unit(counted.figure(), one.figure()) : 0;
                            return new Alike(new Content.Counted(one.figure()), one.reported(), shared);
                        });
            case Content.Agreed agreed ->
                view.agreements().agreements().stream()
                        .flatMap(one -> one.tellings().stream())
                        .map(one -> {
                            int shared =
                                    near(published, one.reported()) ? parties(agreed.agreement(), one.agreement()) : 0;
                            return new Alike(new Content.Agreed(one.agreement()), one.reported(), shared);
                        });
            case Content.Supplied _, Content.Gift _ -> Stream.empty();
        };
    }

    private static Alike encounter(Encounter one, Encounter other) {
        int shared = 0;
        if (near(one.date(), other.date())) {
            shared = (int) one.participants().stream()
                    .filter(side -> other.participants().stream().anyMatch(side::mayBe))
                    .count();
            boolean there = one.place().isPresent()
                    && other.place().isPresent()
                    && one.place().get().mayBe(other.place().get());
            shared += shared > 0 && there ? 1 : 0;
        }
        return new Alike(new Content.Met(other), other.date(), shared);
    }

    private static int speaker(Statement one, Statement other) {
        Speaker mine = one.speaker();
        Speaker theirs = other.speaker();
        int same = mine.same(theirs)
                ? 2
                : mine.country().isPresent() && mine.country().equals(theirs.country()) ? 1 : 0;
        Set<String> words =
                new HashSet<>(List.of(Folding.fold(one.evidence().quote()).split("\\W+")));
        words.retainAll(
                new HashSet<>(List.of(Folding.fold(other.evidence().quote()).split("\\W+"))));
        return same == 0 ? 0 : same * words.size();
    }

    private static int unit(Figure one, Figure other) {
        boolean same = Folding.fold(one.unit()).equals(Folding.fold(other.unit()));
        return same ? 1 + (one.value().compareTo(other.value()) == 0 ? 1 : 0) : 0;
    }

    /** Parties weigh more than the name: reports call one agreement by many names. */
    private static int parties(Agreement one, Agreement other) {
        int shared =
                (int) one.parties().stream().filter(other.parties()::contains).count();
        boolean called = Folding.fold(one.name()).equals(Folding.fold(other.name()));
        return shared == 0 ? 0 : 2 * shared + (called ? 1 : 0);
    }

    /** Unknown days do not speak against it. */
    private static boolean near(StatedDate one, StatedDate other) {
        Optional<LocalDate> mine = one.from().or(one::to);
        Optional<LocalDate> theirs = other.from().or(other::to);
        return mine.isEmpty()
                || theirs.isEmpty()
                || Math.abs(ChronoUnit.DAYS.between(mine.get(), theirs.get())) <= DAYS;
    }

    private static String searched(Content content) {
        Evidence evidence = content.evidence();
        String who = content instanceof Content.Met met
                ? String.join(
                        " ",
                        met.encounter().participants().stream()
                                .map(Participant::shown)
                                .toList())
                : "";
        return Folding.fold(content.shown() + " " + who + " " + evidence.quote());
    }
}
