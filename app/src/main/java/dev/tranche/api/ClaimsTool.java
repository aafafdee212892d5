package dev.tranche.api;

import dev.tranche.export.StatementId;
import dev.tranche.ledger.Contradiction;
import dev.tranche.print.ClaimsJson;
import dev.tranche.print.Columns;
import dev.tranche.print.StoryLines;
import dev.tranche.resolve.Claim;
import dev.tranche.statement.Stance;
import dev.tranche.statement.Statement;
import dev.tranche.view.BookView;
import dev.tranche.view.StatementIndex;
import dev.tranche.view.StatementLine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/** {@code claims}: who said what and who denies it, and where reports contradict one another about an entry. */
final class ClaimsTool implements McpTool {

    private static final int MOST = 50;
    private static final int USUAL = 10;
    private static final int MOST_ID = 1100;
    private static final String STATEMENTS = "statements";
    private static final String CONTRADICTIONS = "contradictions";

    @Override
    public String name() {
        return "claims";
    }

    @Override
    public Set<String> parties() {
        return Set.of("country");
    }

    @Override
    public Answer call(Query query, BookView view) {
        String find = query.word("find", List.of(STATEMENTS, CONTRADICTIONS)).orElse(STATEMENTS);
        return find.equals(STATEMENTS) ? statements(query, view) : contradictions(query, view);
    }

    private static Answer statements(Query query, BookView view) {
        StatementIndex.Question question = new StatementIndex.Question(
                query.words("speaker"),
                TimelineTool.countries(query),
                query.constant("stance", Stance.values()),
                query.truth("denied"),
                query.words("q"),
                query.day("from"),
                query.day("to"));
        String order = query.word("order", List.of("desc", "asc", "told")).orElse("desc");
        Window window = query.window(MOST, USUAL);
        query.check();
        List<StatementLine> found = StoryResource.ordered(view.statements().find(question), order);
        List<StatementLine> page = window.of(found);
        StringBuilder text = new StringBuilder();
        text.append(Lists.heading(found.size(), page.size(), window, "statement matches", "statements match"));
        for (StatementLine line : page) {
            text.append('\n').append(text(line, view));
            linked(line.claim().denials(), view)
                    .forEach(other -> text.append("  denied by ").append(text(other, view)));
            linked(line.denies(), view)
                    .forEach(other -> text.append("  denies ").append(text(other, view)));
        }
        return Answer.of(
                json -> {
                    Json.objects(json, "items", page, (out, line) -> {
                        out.writeStringProperty("kind", "statement");
                        statement(out, line, view);
                        Json.objects(
                                out,
                                "denied_by",
                                linked(line.claim().denials(), view),
                                (in, other) -> statement(in, other, view));
                        Json.objects(
                                out, "denies", linked(line.denies(), view), (in, other) -> statement(in, other, view));
                    });
                    window.write(json, found.size(), view.head());
                },
                text.append(Lists.next(window, found.size(), view)).toString());
    }

    private static List<StatementLine> linked(List<Integer> places, BookView view) {
        return places.stream()
                .limit(Citation.FEW)
                .map(view.statements().lines()::get)
                .toList();
    }

    private static Citation citation(StatementLine line, BookView view) {
        return Citation.of(view, line.claim().statement().evidence());
    }

    private static String text(StatementLine line, BookView view) {
        Statement statement = line.claim().statement();
        return StoryLines.speaker(statement.speaker()) + " " + StoryLines.act(statement) + ": "
                + citation(line, view).line() + " · " + StatementId.of(statement) + "\n";
    }

    private static void statement(JsonGenerator json, StatementLine line, BookView view) {
        Statement statement = line.claim().statement();
        json.writeStringProperty("id", StatementId.of(statement));
        ClaimsJson.act(json, statement);
        json.writeNumberProperty("reports", line.claim().reports().size());
        Json.days(json, "published", line.published());
        Citation.write(json, "citations", List.of(citation(line, view)));
    }

    private static Answer contradictions(Query query, BookView view) {
        Optional<String> kind = query.word("type", AuditResource.contradictionKinds());
        Optional<String> entry = query.text("entry", MOST_ID);
        Window window = query.window(MOST, USUAL);
        query.check();
        List<Contradiction> found = AuditResource.contradictions(view, entry, kind);
        List<Contradiction> page = window.of(found);
        StringBuilder text = new StringBuilder();
        text.append(Lists.heading(found.size(), page.size(), window, "contradiction matches", "contradictions match"));
        for (Contradiction one : page) {
            text.append('\n').append(Columns.oneLine(one.kind().slug() + ", about " + about(one, view)));
            text.append('\n');
            sides(one).forEach(side -> {
                text.append("  ").append(Columns.oneLine(side.value())).append('\n');
                citations(side, view)
                        .forEach(cited ->
                                text.append("    ").append(cited.line()).append('\n'));
            });
        }
        return Answer.of(
                json -> {
                    Json.objects(json, "items", page, (out, one) -> write(out, one, view));
                    window.write(json, found.size(), view.head());
                },
                text.append(Lists.next(window, found.size(), view)).toString());
    }

    private static String about(Contradiction one, BookView view) {
        return view.index().find(one.about()).isPresent()
                ? "entry " + view.shortName(one.about()) + " (" + one.about() + ")"
                : one.about();
    }

    private static Stream<Contradiction.Side> sides(Contradiction one) {
        return Stream.of(one.one(), one.two());
    }

    private static void write(JsonGenerator json, Contradiction one, BookView view) {
        json.writeStringProperty("kind", "contradiction");
        json.writeStringProperty("type", one.kind().slug());
        json.writeStringProperty("about", one.about());
        json.writeStringProperty("rule", one.rule());
        Json.objects(json, "sides", sides(one).toList(), (out, side) -> {
            out.writeStringProperty("value", side.value());
            out.writeStringProperty("quote", side.quote());
            Json.texts(out, "reports", side.reports().stream().limit(MOST).toList());
            Citation.write(out, "citations", citations(side, view));
        });
    }

    /** A side has its words and the keys of its reports; the claims of the reports say where the words are. */
    private static List<Citation> citations(Contradiction.Side side, BookView view) {
        return side.reports().stream()
                .flatMap(report -> view.claimsOf(report).stream())
                .filter(claim -> isSaying(claim, side.quote()))
                .limit(1)
                .map(claim -> Citation.of(view, claim))
                .toList();
    }

    private static boolean isSaying(Claim claim, String quote) {
        return claim.fact().evidence().quote().equals(quote);
    }
}
