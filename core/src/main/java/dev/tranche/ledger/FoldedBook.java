package dev.tranche.ledger;

import dev.tranche.fact.Fact;
import dev.tranche.resolve.Claim;
import dev.tranche.resolve.ClaimGroups;
import dev.tranche.review.Decision;
import dev.tranche.review.Decisions;
import dev.tranche.review.Withdrawals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A journal on its way to a ledger: takes entries one by one, keeps of each what the ledger needs and no text, and folds
 * what came in since the last time.
 *
 * <p>The ledger is the same whatever the order of the entries and however often it was asked for in between. Not safe for
 * several threads; what it returns is immutable.
 */
public final class FoldedBook {

    private final TextShelf shelf = new TextShelf();
    private final Set<String> taken = new HashSet<>();
    private final Set<Decision> decided = new LinkedHashSet<>();
    private Optional<Fold> fold = Optional.empty();

    /** Builds a book without entries. */
    public FoldedBook() {}

    /** The result of a fold: the ledger, what became of the decisions. */
    private record Fold(Ledger ledger, DecisionBook decisions) {}

    /**
     * A report of the book.
     *
     * @param key its key
     * @param id its id, which another text may have as well
     * @param entry number of the entry of the journal that holds the reading that counts
     * @param withdrawn did a person take it back?
     * @param claims what it tells, as far as it counts
     */
    public record Report(String key, String id, long entry, boolean withdrawn, List<Claim> claims) {

        /** Copies the list. */
        public Report {
            claims = List.copyOf(claims);
        }
    }

    /** Adds an entry of a journal without numbers. */
    public void add(JournalEntry entry) {
        add(0, entry);
    }

    /**
     * Adds an entry.
     *
     * @param number its number in the journal
     */
    public void add(long number, JournalEntry entry) {
        fold = Optional.empty();
        switch (entry) {
            case JournalEntry.Read read -> shelf.take(number, read.extraction());
            case JournalEntry.Withdrawn report -> taken.add(report.report());
            case JournalEntry.Decided made -> decided.add(made.decision());
        }
    }

    /** Returns the ledger of all entries added. */
    public Ledger ledger() {
        return folded().ledger();
    }

    /** Returns what people decided and what became of it. */
    public DecisionBook decisions() {
        return folded().decisions();
    }

    /** Returns the reports by their keys, in order. */
    public List<Report> reports() {
        folded();
        List<Report> reports = new ArrayList<>();
        shelf.all().forEach(text -> reports.add(report(text)));
        reports.sort(Comparator.comparing(Report::key));
        return reports;
    }

    /** Returns the report of a key. */
    public Optional<Report> report(String key) {
        folded();
        return shelf.find(key).map(FoldedBook::report);
    }

    private static Report report(BookText text) {
        return new Report(text.key(), text.id(), text.number(), text.isWithdrawn(), text.live());
    }

    private Fold folded() {
        if (fold.isEmpty()) {
            fold = Optional.of(fold());
        }
        return fold.get();
    }

    private Fold fold() {
        Decisions decisions = Decisions.of(decided);
        shelf.findOrigins();
        Withdrawals withdrawals = Withdrawals.of(taken, decisions.active());
        for (BookText text : shelf.all()) {
            text.release();
            text.setWithdrawn(withdrawals.isWithdrawn(text.id(), text.tag().key(text.id())));
        }
        Rulings rulings = new Rulings(shelf);
        rulings.apply(decisions.active());
        List<Claim> aid = new ArrayList<>();
        List<Claim> totals = new ArrayList<>();
        for (BookText text : shelf.all()) {
            text.settle();
            for (Claim claim : text.live()) {
                (claim.fact() instanceof Fact.Aid ? aid : totals).add(claim);
            }
        }
        Set<Bundle> bundles = new LinkedHashSet<>();
        for (List<Claim> group : ClaimGroups.of(aid)) {
            Bundle bundle = new Bundle(group);
            bundles.add(bundle);
            group.forEach(claim -> shelf.of(claim).setOwner(claim, bundle));
        }
        Regrouping regrouping = new Regrouping(shelf);
        regrouping.apply(decisions.active());
        bundles.removeAll(regrouping.gone());
        bundles.addAll(regrouping.made());
        Map<Bundle, Commitment> named = LedgerFold.named(bundles, regrouping::changes);
        Map<Bundle, String> ids = new HashMap<>();
        named.forEach((bundle, entry) -> ids.put(bundle, entry.id()));
        Map<String, Optional<String>> wholes = new HashMap<>();
        regrouping
                .wholes()
                .forEach((part, whole) ->
                        wholes.put(ids.getOrDefault(part, ""), whole.map(above -> ids.getOrDefault(above, ""))));
        Ledger ledger = LedgerFold.ledger(new ArrayList<>(named.values()), wholes, totals);
        List<Contradiction> contradictions = new ArrayList<>(ledger.contradictions());
        contradictions.addAll(OfficeHolders.contradictions(shelf.tellingOfOffices()));
        return new Fold(
                new Ledger(ledger.entries(), ledger.totals(), contradictions, ledger.gaps()),
                new DecisionBook.Builder(decisions, shelf, ids).build(rulings.touched()));
    }
}
