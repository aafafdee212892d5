package dev.tranche.api;

import dev.tranche.ledger.Commitment;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.view.BookView;
import dev.tranche.view.LedgerQuery;
import dev.tranche.view.LedgerSort;
import dev.tranche.view.Pivot;
import dev.tranche.view.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which sums are asked for.
 *
 * @param entries the entries that are summed, as far as they are booked
 * @param by the sides that make the rows
 * @param into the currency of all sums; empty where each keeps its own
 */
record SumsQuestion(LedgerQuery entries, List<Pivot.Side> by, Optional<String> into) {

    private static final int MOST_BY = 100;

    /** Copies the list. */
    SumsQuestion {
        by = List.copyOf(by);
    }

    /** Reads the question; the query refuses what is wrong. */
    static SumsQuestion of(Query query, Supplier<Lexicon> lexicon) {
        LedgerQuery entries = LedgerResource.asked(query);
        List<Pivot.Side> by = sides(query);
        return new SumsQuestion(entries, by, into(query, lexicon));
    }

    /** Reads the currency into which sums are to be converted. */
    static Optional<String> into(Query query, Supplier<Lexicon> lexicon) {
        Optional<String> into = query.code("into", 3);
        if (into.filter(code -> !lexicon.get().isCurrency(code)).isPresent()) {
            query.refuse("into", "is not a known currency code; write one such as USD.");
        }
        return into;
    }

    private static List<Pivot.Side> sides(Query query) {
        List<String> words =
                Arrays.stream(Pivot.Side.values()).map(Pivot.Side::slug).toList();
        List<Pivot.Side> by = new ArrayList<>();
        for (String word : query.text("by", MOST_BY).orElse("").split(",")) {
            int at = words.indexOf(word.strip());
            if (at >= 0 && !by.contains(Pivot.Side.values()[at])) {
                by.add(Pivot.Side.values()[at]);
            } else if (!word.isBlank()) {
                query.refuse(
                        "by", "holds '" + word.strip() + "', which must be one of " + String.join(", ", words) + ".");
            }
        }
        return by;
    }

    /** Returns the sums of a book. */
    Pivot answer(BookView view) {
        Selection selection = view.index().select(entries);
        List<Commitment> selected = view.index().page(selection, LedgerSort.DATE, false, 0, selection.total());
        return Pivot.of(selected, by, into);
    }
}
