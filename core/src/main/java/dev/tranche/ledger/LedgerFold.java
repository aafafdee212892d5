package dev.tranche.ledger;

import dev.tranche.extract.Extraction;
import dev.tranche.resolve.Claim;
import dev.tranche.review.CellChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Folds a journal into a ledger: a pure function of the set of its entries. */
public final class LedgerFold {

    private LedgerFold() {}

    /** Returns the ledger of a journal. */
    public static Ledger of(Journal journal) {
        return book(journal).ledger();
    }

    /** Returns a book that holds all entries of a journal. */
    public static FoldedBook book(Journal journal) {
        FoldedBook book = new FoldedBook();
        journal.entries().forEach(book::add);
        return book;
    }

    /** Returns the readings of a journal that count: of each report the newest, withdrawn ones left out, by their ids. */
    public static List<Extraction> readings(Journal journal) {
        return Readings.of(journal.entries());
    }

    static Ledger ledger(List<Commitment> entries, Map<String, Optional<String>> wholes, List<Claim> totals) {
        List<Commitment> placed = PackageTree.place(entries, wholes);
        List<TotalClaim> running = TotalClaims.of(totals);
        return new Ledger(placed, running, Contradictions.of(placed, running), Gaps.of(placed));
    }

    /** Tells what people set in the cells of a bundle, in the order of the decisions. */
    interface Changes {
        List<CellChange> of(Bundle bundle);
    }

    private static LocalDate day(Commitment entry) {
        return entry.date().from().or(entry.date()::to).orElse(LocalDate.MAX);
    }

    private static Commitment shown(Commitment entry, Review review, List<CellChange> changes) {
        if (review.equals(Review.NONE)) {
            return entry;
        }
        EntryDraft draft = EntryDraft.of(entry).review(review);
        changes.forEach(change -> draft.set(change.after()));
        return (changes.isEmpty() ? draft : draft.flagCorrected()).commitment();
    }

    /** Gives entries of one name numbers, then sets what people corrected, and orders by day. */
    static Map<Bundle, Commitment> named(Collection<Bundle> bundles, Changes changes) {
        List<Bundle> sorted = new ArrayList<>(bundles);
        sorted.sort(Comparator.comparing((Bundle bundle) -> day(bundle.written()))
                .thenComparing(bundle -> bundle.written().id())
                .thenComparing(bundle -> bundle.claims().getFirst(), Claim.ORDER));
        Map<String, Integer> uses = new HashMap<>();
        Map<Bundle, Commitment> named = new LinkedHashMap<>();
        boolean moved = false;
        for (Bundle bundle : sorted) {
            Commitment entry = bundle.written();
            int use = uses.merge(entry.id(), 1, Integer::sum);
            Commitment shown = shown(
                    use == 1 ? entry : entry.renamed(entry.id() + "-" + use), bundle.review(), changes.of(bundle));
            moved |= !shown.date().equals(entry.date());
            named.put(bundle, shown);
        }
        return moved ? byDay(named) : named;
    }

    private static Map<Bundle, Commitment> byDay(Map<Bundle, Commitment> named) {
        List<Map.Entry<Bundle, Commitment>> entries = new ArrayList<>(named.entrySet());
        // The sort is stable, so that entries of one day keep their order.
        entries.sort(Comparator.comparing(entry -> day(entry.getValue())));
        Map<Bundle, Commitment> sorted = new LinkedHashMap<>();
        entries.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
