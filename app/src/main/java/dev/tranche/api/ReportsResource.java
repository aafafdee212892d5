package dev.tranche.api;

import dev.tranche.bundle.ExtractionWriter;
import dev.tranche.extract.Extraction;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.print.CluePhrases;
import dev.tranche.print.DecisionJson;
import dev.tranche.store.Store;
import dev.tranche.timeline.StoryRulings.Ruled;
import dev.tranche.view.BookView;
import dev.tranche.view.ReportLine;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code /reports}: the texts and what was read from them. */
final class ReportsResource {

    private final Stores stores;

    ReportsResource(Stores stores) {
        this.stores = stores;
    }

    static ApiProblem unknown(String doc) {
        return ApiProblem.unknown("unknown-report", "The book has no report '" + doc + "'.");
    }

    /** Answers with a page of reports, the newest first. */
    Answer reports(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        Supplier<List<ReportLine>> asked = asked(query, view);
        Window window = query.window();
        query.check();
        List<ReportLine> found = asked.get();
        return Answer.json(json -> {
            Json.objects(json, "items", window.of(found), (out, line) -> StoryResource.report(out, line, view));
            Choices.ofReports(json, view);
            window.write(json, found.size(), view.head());
        });
    }

    /** Reads which reports are asked for; they are found once the question has been checked. */
    static Supplier<List<ReportLine>> asked(Query query, BookView view) {
        Optional<String> outlet = query.text("outlet", 200);
        Optional<LocalDate> from = query.day("from");
        Optional<LocalDate> to = query.day("to");
        String words = query.words("q");
        List<String> wanted = List.of(words.toLowerCase(Locale.ROOT).split("\\s+"));
        return () -> view.reports().stream()
                .filter(line -> outlet.isEmpty() || outlet.equals(line.outlet()))
                .filter(line -> line.isWithin(from, to))
                .filter(line -> words.isEmpty() || holds(line, wanted))
                .toList();
    }

    private static boolean holds(ReportLine line, List<String> wanted) {
        String text = (line.title() + "\n" + line.key()).toLowerCase(Locale.ROOT);
        return wanted.stream().allMatch(text::contains);
    }

    /** Answers with a report, its text and its marks. */
    Answer report(Context ctx, BookView view) {
        Query.of(ctx).check();
        String doc = ctx.pathParam("doc");
        ReportLine line = view.report(doc).orElseThrow(() -> unknown(doc));
        Extraction read = stores.ask(store -> store.find(line.number()))
                .map(Store.Numbered::entry)
                .filter(JournalEntry.Read.class::isInstance)
                .map(entry -> ((JournalEntry.Read) entry).extraction())
                .orElseThrow(() -> unknown(doc));
        return Answer.json(json -> {
            json.writeStringProperty("doc", line.key());
            Json.text(json, "url", line.address());
            Json.text(json, "language", read.document().language());
            Json.texts(json, "feeds", line.feeds());
            Json.texts(json, "categories", read.document().markup().categories());
            json.writeStringProperty("text", read.document().text());
            json.writeBooleanProperty("withdrawn", line.withdrawn());
            List<Ruled> content = ReportContent.of(line.key(), read, view);
            Json.objects(json, "marks", ReportMarks.of(line.key(), read, content, view), ReportMarks::write);
            ReportContent.write(json, content, view);
            json.writeName("reading");
            json.writeRawValue(ExtractionWriter.line(read));
            Json.texts(
                    json,
                    "clues",
                    read.published().clues().stream().map(CluePhrases::saying).toList());
            Json.objects(
                    json,
                    "entries",
                    view.index().ofReport(line.key()),
                    (out, entry) -> Entries.write(out, entry, view));
            Json.objects(json, "decisions", view.decisionsOf(line.key()), DecisionJson::writeMembers);
        });
    }
}
