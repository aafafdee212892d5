package dev.tranche.ledger;

import dev.tranche.extract.Extraction;
import dev.tranche.fact.Fact;
import dev.tranche.resolve.Claim;
import dev.tranche.resolve.ClaimGroups;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Folds a journal into a ledger: a pure function of the set of its entries. */
public final class LedgerFold {

    private LedgerFold() {}

    /** Returns the ledger of a journal. */
    public static Ledger of(Journal journal) {
        Readings readings = Readings.of(journal.entries());
        Ledger ledger = ofClaims(readings.claims());
        List<Contradiction> contradictions = new ArrayList<>(ledger.contradictions());
        contradictions.addAll(readings.officeHolders());
        return new Ledger(ledger.entries(), ledger.totals(), contradictions, ledger.gaps());
    }

    /** Returns the readings of a journal that count: of each report the newest, withdrawn ones left out, by their ids. */
    public static List<Extraction> readings(Journal journal) {
        return Readings.of(journal.entries()).extractions();
    }

    /** Returns the readings that count, each with the key of its report, in order of the keys. */
    public static List<Reading> keyed(Journal journal) {
        return Readings.of(journal.entries()).keyed();
    }

    /** Returns the ledger of claims that stand by themselves. */
    public static Ledger ofClaims(List<Claim> claims) {
        List<Claim> aid = new ArrayList<>();
        List<Claim> totals = new ArrayList<>();
        for (Claim claim : claims) {
            switch (claim.fact()) {
                case Fact.Aid given -> aid.add(claim);
                case Fact.Total total -> totals.add(claim);
            }
        }
        List<Commitment> entries = new ArrayList<>();
        for (List<Claim> group : ClaimGroups.of(aid)) {
            entries.add(EntryWriter.write(group));
        }
        List<Commitment> placed = PackageTree.place(named(entries));
        List<TotalClaim> running = TotalClaims.of(totals);
        return new Ledger(placed, running, Contradictions.of(placed, running), Gaps.of(placed));
    }

    /** Orders by day and gives entries of one name numbers. */
    private static List<Commitment> named(List<Commitment> entries) {
        List<Commitment> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparing((Commitment entry) ->
                        entry.date().from().or(entry.date()::to).orElse(LocalDate.MAX))
                .thenComparing(Commitment::id)
                .thenComparing(entry -> entry.claims().getFirst(), Claim.ORDER));
        Map<String, Integer> uses = new HashMap<>();
        List<Commitment> named = new ArrayList<>();
        for (Commitment entry : sorted) {
            int use = uses.merge(entry.id(), 1, Integer::sum);
            named.add(use == 1 ? entry : entry.renamed(entry.id() + "-" + use));
        }
        return named;
    }
}
