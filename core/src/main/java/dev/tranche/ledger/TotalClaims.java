package dev.tranche.ledger;

import dev.tranche.fact.Fact;
import dev.tranche.fact.Terms;
import dev.tranche.resolve.Claim;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gathers claims of one running total reported around the same days. */
final class TotalClaims {

    /** The next package changes the total after about this many days. */
    private static final int DAYS = 10;

    private TotalClaims() {}

    static List<TotalClaim> of(List<Claim> claims) {
        Map<String, List<Claim>> cells = new TreeMap<>();
        List<Claim> sorted = new ArrayList<>(claims);
        sorted.sort(Comparator.comparing((Claim claim) -> claim.firstDay().orElse(LocalDate.MAX))
                .thenComparing(Claim.ORDER));
        for (Claim claim : sorted) {
            Terms terms = claim.fact().terms();
            String key = terms.amount() + "|" + terms.donors() + "|" + terms.recipients() + "|" + since(claim) + "|"
                    + terms.authority();
            cells.computeIfAbsent(key, k -> new ArrayList<>()).add(claim);
        }
        List<TotalClaim> totals = new ArrayList<>();
        for (List<Claim> cell : cells.values()) {
            List<Claim> current = new ArrayList<>();
            for (Claim claim : cell) {
                if (!current.isEmpty() && apart(current.getLast(), claim) > DAYS) {
                    totals.add(total(current));
                    current = new ArrayList<>();
                }
                current.add(claim);
            }
            totals.add(total(current));
        }
        totals.sort(Comparator.comparing((TotalClaim total) ->
                        total.date().from().or(total.date()::to).orElse(LocalDate.MAX))
                .thenComparing(total -> total.claims().getFirst(), Claim.ORDER));
        return totals;
    }

    private static long apart(Claim one, Claim two) {
        return two.firstDay().orElse(LocalDate.EPOCH).toEpochDay()
                - one.firstDay().orElse(LocalDate.EPOCH).toEpochDay();
    }

    private static Optional<String> since(Claim claim) {
        return claim.fact() instanceof Fact.Total total ? total.since() : Optional.empty();
    }

    private static TotalClaim total(List<Claim> claims) {
        Claim first = claims.getFirst();
        Terms terms = first.fact().terms();
        List<Claim> ordered = new ArrayList<>(claims);
        ordered.sort(Claim.ORDER);
        return new TotalClaim(
                terms.donors().stream().sorted().toList(),
                terms.recipients().stream().sorted().toList(),
                terms.amount(),
                since(first),
                terms.authority(),
                EntryWriter.earliest(claims),
                ordered);
    }
}
