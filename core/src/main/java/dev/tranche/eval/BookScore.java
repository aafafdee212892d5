package dev.tranche.eval;

import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Ledger;
import dev.tranche.ledger.Standing;
import dev.tranche.mention.Bound;
import dev.tranche.mention.StatedAmount;
import dev.tranche.resolve.Amounts;
import dev.tranche.resolve.Claim;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How well the entries of a ledger match those of a gold book.
 *
 * <p>An entry belongs to the gold commitment that most of its claims report. It is right when donor, recipients, sum and
 * stage agree too. Entries without a claim in the gold are wrong, unless their reports are outside the book.
 *
 * @param judged one for each entry with claims, in the order of the ledger
 * @param missed gold commitments without a booked entry
 * @param gold number of commitments in the gold
 * @param sums for each donor, recipient and currency, the sum booked and that of the gold
 */
public record BookScore(List<Judged> judged, List<BookGold.Entry> missed, int gold, Map<String, Pair> sums) {

    /** The verdict on an entry according to the gold. */
    public enum Verdict {
        /** It is the commitment. */
        RIGHT,
        /** It is a further entry for a commitment that already has one. */
        DOUBLE,
        /** It is a commitment with a wrong cell. */
        WRONG_CELL,
        /** It is a running total. */
        TOTAL,
        /** It is not assistance, or not in the gold. */
        JUNK
    }

    /**
     * An entry and its verdict.
     *
     * @param entry the entry
     * @param verdict the verdict
     * @param gold the commitment it reports
     * @param cells names of the wrong cells
     */
    public record Judged(Commitment entry, Verdict verdict, Optional<BookGold.Entry> gold, List<String> cells) {

        /** Copies the list. */
        public Judged {
            cells = List.copyOf(cells);
        }
    }

    /**
     * Two sums for one donor and recipient.
     *
     * @param booked what the ledger counts
     * @param gold what the gold counts
     */
    public record Pair(BigDecimal booked, BigDecimal gold) {}

    /** Copies the lists. */
    public BookScore {
        judged = List.copyOf(judged);
        missed = List.copyOf(missed);
        sums = java.util.Collections.unmodifiableMap(new TreeMap<>(sums));
    }

    /** Scores a judged ledger. */
    public static BookScore of(Ledger ledger, BookGold gold) {
        List<Commitment> told = ledger.entries().stream()
                .filter(entry -> !entry.claims().isEmpty())
                .toList();
        Map<String, Commitment> firsts = new HashMap<>();
        Map<Commitment, Optional<BookGold.Entry>> golds = new LinkedHashMap<>();
        for (Commitment entry : told) {
            Optional<BookGold.Entry> of = goldOf(entry, gold);
            golds.put(entry, of);
            of.ifPresent(one -> firsts.merge(one.id(), entry, BookScore::better));
        }
        List<Judged> judged = new ArrayList<>();
        Map<String, Boolean> found = new HashMap<>();
        golds.forEach((entry, of) -> {
            Judged verdict = judge(entry, of, gold, firsts);
            judged.add(verdict);
            if (of.isPresent() && verdict.verdict() == Verdict.RIGHT && entry.standing() == Standing.BOOKED) {
                found.put(of.get().id(), true);
            }
        });
        List<BookGold.Entry> missed = gold.entries().stream()
                .filter(one -> !found.containsKey(one.id()))
                .toList();
        return new BookScore(judged, missed, gold.entries().size(), sums(ledger, gold));
    }

    private static Commitment better(Commitment one, Commitment two) {
        boolean first = one.standing() == Standing.BOOKED;
        boolean second = two.standing() == Standing.BOOKED;
        if (first != second) {
            return first ? one : two;
        }
        return two.claims().size() > one.claims().size() ? two : one;
    }

    private static Optional<BookGold.Entry> goldOf(Commitment entry, BookGold gold) {
        BookGold.Entry best = null;
        int most = 0;
        for (BookGold.Entry one : gold.entries()) {
            int shared = (int) entry.claims().stream()
                    .filter(claim -> tells(one.tells(), claim))
                    .count();
            if (shared > most) {
                best = one;
                most = shared;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean tells(List<BookGold.Told> told, Claim claim) {
        String id = claim.fact().evidence().document().value();
        return told.stream()
                .anyMatch(one -> one.matches(id, claim.fact().evidence().quote()));
    }

    private static Judged judge(
            Commitment entry, Optional<BookGold.Entry> of, BookGold gold, Map<String, Commitment> firsts) {
        if (of.isEmpty()) {
            boolean total = entry.claims().stream().anyMatch(claim -> tells(gold.totals(), claim));
            return new Judged(entry, total ? Verdict.TOTAL : Verdict.JUNK, of, List.of());
        }
        BookGold.Entry one = of.get();
        if (!entry.equals(firsts.get(one.id()))) {
            return new Judged(entry, Verdict.DOUBLE, of, List.of());
        }
        List<String> cells = new ArrayList<>();
        if (!one.donors().isEmpty()
                && !entry.donors().equals(one.donors().stream().sorted().toList())) {
            cells.add("donor");
        }
        if (!entry.recipients().equals(one.recipients().stream().sorted().toList())) {
            cells.add("recipient");
        }
        if (!hasSum(entry, one)) {
            cells.add("amount");
        }
        if (!one.stages().contains(entry.stage().slug())) {
            cells.add("stage");
        }
        return new Judged(entry, cells.isEmpty() ? Verdict.RIGHT : Verdict.WRONG_CELL, of, cells);
    }

    private static boolean hasSum(Commitment entry, BookGold.Entry one) {
        boolean main = entry.amount().currency().equals(one.currency())
                && Amounts.agree(StatedAmount.of(one.amount(), one.currency(), Bound.ABOUT), entry.amount());
        return main
                || one.also().stream()
                        .anyMatch(value -> value.compareTo(entry.amount().value()) == 0);
    }

    private static Map<String, Pair> sums(Ledger ledger, BookGold gold) {
        Map<String, Pair> sums = new TreeMap<>();
        for (Commitment entry : ledger.entries()) {
            if (entry.counted()) {
                String key =
                        key(entry.donors(), entry.recipients(), entry.amount().currency());
                Pair before = sums.getOrDefault(key, new Pair(BigDecimal.ZERO, BigDecimal.ZERO));
                sums.put(key, new Pair(before.booked().add(entry.amount().value()), before.gold()));
            }
        }
        for (BookGold.Entry one : gold.entries()) {
            if (one.adds().signum() > 0) {
                String key = key(one.donors(), one.recipients(), one.currency());
                Pair before = sums.getOrDefault(key, new Pair(BigDecimal.ZERO, BigDecimal.ZERO));
                sums.put(key, new Pair(before.booked(), before.gold().add(one.adds())));
            }
        }
        return sums;
    }

    private static String key(List<String> donors, List<String> recipients, String currency) {
        return String.join("+", donors.stream().sorted().toList()) + " > "
                + String.join("+", recipients.stream().sorted().toList()) + " " + currency;
    }

    /** Returns the booked entries with a verdict. */
    public List<Judged> booked(Verdict verdict) {
        return judged.stream()
                .filter(one -> one.verdict() == verdict && one.entry().standing() == Standing.BOOKED)
                .toList();
    }

    /** Returns the number of booked entries. */
    public int bookedEntries() {
        return (int) judged.stream()
                .filter(one -> one.entry().standing() == Standing.BOOKED)
                .count();
    }

    /** Returns the number of gold commitments with a correct booked entry. */
    public int found() {
        return gold - missed.size();
    }
}
