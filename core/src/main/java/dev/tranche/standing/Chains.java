package dev.tranche.standing;

import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Doubt;
import dev.tranche.ledger.TotalClaim;
import dev.tranche.record.StatedTotal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Steps between two running totals of one donor and recipient, which the entries between them must add up to. */
final class Chains {

    /** Totals further apart have too many entries between them to blame one. */
    private static final int LONGEST = 120;

    private final List<Step> steps = new ArrayList<>();

    /** What totals say about an entry: a doubt, or that they add up with it. */
    record Finding(Optional<Doubt> doubt) {}

    private record Step(String donor, String recipient, TotalClaim from, TotalClaim to) {

        LocalDate start() {
            return from.date().from().orElseThrow();
        }

        LocalDate end() {
            return to.date().from().orElseThrow();
        }

        BigDecimal rounding() {
            return StatedTotal.unitOf(from.amount().value())
                    .max(StatedTotal.unitOf(to.amount().value()));
        }
    }

    private Chains() {}

    static Chains of(List<TotalClaim> totals) {
        Map<String, List<TotalClaim>> bases = new TreeMap<>();
        for (TotalClaim total : totals) {
            if (total.donors().size() == 1
                    && total.recipients().size() == 1
                    && total.date().from().isPresent()
                    && total.since().isPresent()) {
                String base = String.join(
                        "|",
                        total.donors().getFirst(),
                        total.recipients().getFirst(),
                        total.since().get(),
                        total.authority().orElse(""),
                        total.amount().currency());
                bases.computeIfAbsent(base, key -> new ArrayList<>()).add(total);
            }
        }
        Chains chains = new Chains();
        bases.values().forEach(chains::link);
        return chains;
    }

    private void link(List<TotalClaim> base) {
        base.sort(Comparator.comparing((TotalClaim total) -> total.date().from().orElseThrow())
                .thenComparing(total -> total.amount().value()));
        for (int i = 1; i < base.size(); i++) {
            TotalClaim from = base.get(i - 1);
            TotalClaim to = base.get(i);
            Step step = new Step(from.donors().getFirst(), from.recipients().getFirst(), from, to);
            long days = step.end().toEpochDay() - step.start().toEpochDay();
            if (days > 0
                    && days <= LONGEST
                    && to.amount().value().compareTo(from.amount().value()) > 0) {
                steps.add(step);
            }
        }
    }

    /** Returns what the totals say about entries that would count. */
    Map<String, Finding> findings(List<Commitment> counted) {
        Map<String, Finding> findings = new HashMap<>();
        for (Step step : steps) {
            List<Commitment> between =
                    counted.stream().filter(entry -> isBetween(entry, step)).toList();
            if (between.isEmpty()) {
                continue;
            }
            BigDecimal sum =
                    between.stream().map(entry -> entry.amount().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal grown =
                    step.to().amount().value().subtract(step.from().amount().value());
            BigDecimal over = sum.subtract(grown);
            if (over.abs().compareTo(step.rounding()) <= 0) {
                between.forEach(entry -> findings.put(entry.id(), new Finding(Optional.empty())));
                continue;
            }
            List<Commitment> guilty = between.stream()
                    .filter(entry -> entry.amount().value().subtract(over).abs().compareTo(step.rounding()) <= 0)
                    .toList();
            if (guilty.size() == 1) {
                findings.put(guilty.getFirst().id(), new Finding(Optional.of(doubt(step, guilty.getFirst()))));
            }
        }
        return findings;
    }

    private static boolean isBetween(Commitment entry, Step step) {
        return entry.stage().isPromised()
                && entry.donors().equals(List.of(step.donor()))
                && entry.recipients().equals(List.of(step.recipient()))
                && entry.amount().currency().equals(step.to().amount().currency())
                && (step.to().authority().isEmpty() || step.to().authority().equals(entry.authority()))
                && entry.date()
                        .from()
                        .filter(day -> day.isAfter(step.start()) && !day.isAfter(step.end()))
                        .isPresent();
    }

    private static Doubt doubt(Step step, Commitment entry) {
        String currency = entry.amount().currency();
        return new Doubt(
                "breaks-totals",
                "The totals of " + Doubt.words(step.from().amount().value(), currency) + " (" + step.start() + ") and "
                        + Doubt.words(step.to().amount().value(), currency) + " (" + step.end()
                        + ") add up without it but not with it. A row of the record or an official report would settle"
                        + " it.",
                List.of(
                        step.from().claims().getFirst().id(),
                        step.to().claims().getFirst().id()),
                55);
    }
}
