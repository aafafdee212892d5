package dev.tranche.api;

import dev.tranche.audit.Equation;
import dev.tranche.audit.Explanation;
import dev.tranche.ledger.Commitment;
import dev.tranche.print.Columns;
import dev.tranche.resolve.Claim;
import dev.tranche.view.BookView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/** {@code audit}: stated totals, counts, balances and caps beside what the entries come to. */
final class AuditTool implements McpTool {

    private static final int MOST = 50;
    private static final int USUAL = 10;
    private static final int MOST_BESIDE = 20;
    private static final int MOST_ID = 1100;

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public Answer call(Query query, BookView view) {
        Optional<Equation.Kind> kind = query.constant("equation", Equation.Kind.values());
        Optional<Boolean> holds = query.truth("holds");
        Optional<String> entry = query.text("entry", MOST_ID);
        Window window = query.window(MOST, USUAL);
        query.check();
        List<Equation> found = AuditResource.equations(view, entry, kind, holds);
        List<Equation> page = window.of(found);
        StringBuilder text = new StringBuilder();
        text.append(Lists.heading(found.size(), page.size(), window, "equation matches", "equations match"));
        for (Equation one : page) {
            text.append('\n').append(sentence(one)).append('\n');
            one.explanations().stream()
                    .limit(Citation.FEW)
                    .forEach(by -> text.append("  could be explained by: ")
                            .append(Columns.oneLine(explained(by, one.currency())))
                            .append('\n'));
            citations(one, view)
                    .forEach(cited -> text.append("  ").append(cited.line()).append('\n'));
        }
        return Answer.of(
                json -> {
                    Json.objects(json, "items", page, (out, one) -> write(out, one, view));
                    window.write(json, found.size(), view.head());
                },
                text.append(Lists.next(window, found.size(), view)).toString());
    }

    private static String explained(Explanation by, Optional<String> currency) {
        return by.how().slug() + " " + figure(by.amount(), currency)
                + by.entry().map(id -> ", entry " + id).orElse("")
                + (by.words().isEmpty() ? "" : ": " + by.words());
    }

    /** Returns what an equation says, in one sentence. */
    static String sentence(Equation equation) {
        boolean isCap = equation.kind() == Equation.Kind.CAP;
        String days = equation.from().map(day -> " from " + day).orElse("")
                + last(equation).map(day -> " to " + day).orElse("");
        return Columns.oneLine((equation.holds() ? "Holds: " : "Does not hold: ")
                + equation.kind().slug() + " (" + equation.subject() + ")" + days + ": "
                + (isCap ? "allowed " : "stated ") + figure(equation.stated(), equation.unit())
                + (isCap ? ", drawn " : ", by the entries ") + figure(equation.predicted(), equation.unit())
                + ", difference " + figure(equation.residual(), equation.unit()) + ", rounding allows "
                + figure(equation.rounding(), equation.unit()) + ".");
    }

    private static Optional<LocalDate> last(Equation equation) {
        return Optional.of(equation.to()).filter(day -> !day.equals(LocalDate.MAX));
    }

    private static String figure(BigDecimal value, Optional<String> currency) {
        String figure = String.format(
                Locale.ROOT, "%,." + Math.max(0, value.stripTrailingZeros().scale()) + "f", value);
        return figure + currency.map(code -> " " + code).orElse("");
    }

    /** Writes the members of an equation. */
    static void write(JsonGenerator json, Equation equation, BookView view) {
        json.writeStringProperty("equation", equation.kind().slug());
        json.writeStringProperty("subject", equation.subject());
        Json.day(json, "from", equation.from());
        Json.day(json, "to", last(equation));
        Json.text(json, "currency", equation.unit());
        json.writeNumberProperty("stated", equation.stated());
        json.writeNumberProperty("predicted", equation.predicted());
        json.writeNumberProperty("residual", equation.residual());
        json.writeNumberProperty("rounding", equation.rounding());
        json.writeBooleanProperty("holds", equation.holds());
        Json.objects(json, "explained_by", few(equation.explanations()), (out, one) -> {
            Json.text(out, "entry", one.entry());
            out.writeStringProperty("how", one.how().slug());
            out.writeNumberProperty("amount", one.amount());
            Json.text(out, "currency", equation.currency());
            out.writeNumberProperty("alternative", one.alternative());
            out.writeStringProperty("words", one.words());
        });
        json.writeNumberProperty("entries", equation.entries().size());
        Json.texts(json, "ids", few(equation.entries()));
        Json.texts(json, "evidence", few(equation.evidence()));
        Citation.write(json, "citations", citations(equation, view));
    }

    private static <T> List<T> few(List<T> all) {
        return all.size() <= MOST_BESIDE ? all : all.subList(0, MOST_BESIDE);
    }

    /** The words in which the figure is stated, then those behind the entries. */
    private static List<Citation> citations(Equation equation, BookView view) {
        Stream<Claim> stating = equation.evidence().stream().flatMap(words -> claim(words, view).stream());
        Stream<Claim> behind = equation.entries().stream()
                .flatMap(id -> view.index().find(id).stream())
                .map(Commitment::claims)
                .flatMap(claims -> claims.stream().limit(1));
        return Stream.of(stating, behind)
                .flatMap(Function.identity())
                .distinct()
                .limit(2L * Citation.FEW)
                .map(claim -> Citation.of(view, claim))
                .toList();
    }

    /** The evidence of an equation begins with the name of a claim, or is a place in the record. */
    private static Optional<Claim> claim(String evidence, BookView view) {
        int quoted = evidence.indexOf(" \"");
        String name = quoted < 0 ? evidence : evidence.substring(0, quoted);
        int mark = name.lastIndexOf('#');
        return mark < 0
                ? Optional.empty()
                : view.claimsOf(name.substring(0, mark)).stream()
                        .filter(claim -> claim.id().equals(name))
                        .findFirst();
    }
}
