package dev.tranche.api;

import dev.tranche.ledger.Commitment;
import dev.tranche.mention.Bound;
import dev.tranche.mention.StatedAmount;
import dev.tranche.print.Phrases;
import dev.tranche.view.BookView;
import dev.tranche.view.LedgerQuery;
import dev.tranche.view.LedgerSort;
import dev.tranche.view.Selection;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;

/** {@code search_entries}: the entries of the ledger that match, and their sums. */
final class SearchEntriesTool implements McpTool {

    static final int MOST = 50;
    private static final int USUAL = 10;

    private final UnaryOperator<String> nameOf;

    SearchEntriesTool(UnaryOperator<String> nameOf) {
        this.nameOf = nameOf;
    }

    @Override
    public String name() {
        return "search_entries";
    }

    @Override
    public Set<String> parties() {
        return Set.of("donor", "recipient");
    }

    @Override
    public Answer call(Query query, BookView view) {
        LedgerQuery asked = LedgerResource.asked(query);
        LedgerSort sort = query.constant("sort", LedgerSort.values()).orElse(LedgerSort.DATE);
        boolean falling =
                query.word("order", List.of("asc", "desc")).orElse("desc").equals("desc");
        Window window = query.window(MOST, USUAL);
        query.check();
        Selection selection = view.index().select(asked);
        List<Commitment> page = view.index().page(selection, sort, falling, window.skipped(), window.limit());
        EntryBrief brief = new EntryBrief(view, nameOf);
        String counted = counted(asked);
        StringBuilder text = new StringBuilder();
        text.append(Lists.heading(selection.total(), page.size(), window, "entry matches", "entries match"));
        page.forEach(entry -> text.append('\n').append(brief.text(entry, Citation.FEW)));
        text.append('\n').append(sums(selection)).append(' ').append(counted).append('\n');
        return Answer.of(
                json -> {
                    Json.objects(json, "items", page, (out, entry) -> brief.write(out, entry, Citation.FEW));
                    Json.sums(json, "sums", selection.sums());
                    json.writeStringProperty("counted", counted);
                    window.write(json, selection.total(), view.head());
                },
                text.append(Lists.next(window, selection.total(), view)).toString());
    }

    private static String sums(Selection selection) {
        StringJoiner sums = new StringJoiner(", ", "Sums of all that match: ", ".");
        sums.setEmptyValue("Nothing that matches counts in sums.");
        selection
                .sums()
                .byCurrency()
                .forEach((currency, sum) -> sums.add(Phrases.amount(StatedAmount.of(sum, currency, Bound.EXACTLY))));
        return sums.toString();
    }

    private static String counted(LedgerQuery asked) {
        boolean ofStage = asked.values().containsKey(dev.tranche.view.Facet.STAGE);
        return "Counted are booked entries only, parts instead of their packages, "
                + (ofStage
                        ? "at the stage asked for."
                        : "announced or delivered; what is only requested, planned, voted or blocked is not.")
                + " Sums in different currencies are never added.";
    }
}
