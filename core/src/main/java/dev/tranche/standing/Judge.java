package dev.tranche.standing;

import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Doubt;
import dev.tranche.ledger.Flag;
import dev.tranche.ledger.Judgement;
import dev.tranche.ledger.Ledger;
import dev.tranche.ledger.Review;
import dev.tranche.ledger.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges the entries of a ledger: the only place that decides which of them count.
 *
 * <p>Evidence against an entry becomes a {@link Doubt}. Independent origins, an official outlet, totals that add up
 * with it, a row of the record and a person's decision support it. An entry whose doubts weigh {@value Doubt#DECISIVE}
 * or more after that is doubtful; a running total and a repetition are refused. Pure: the same ledger gives the same
 * judgement.
 */
public final class Judge {

    /** Doubts that rest on one report are reduced by others. */
    private static final Set<String> LIFTED_BY_OTHERS = Set.of(
            "one-weak-report",
            "no-own-words",
            "very-small",
            "out-of-proportion",
            "stage-differs",
            "told-again",
            "no-recipient");

    /** Doubts that make an entry a likely running total. */
    private static final Set<String> TOTALS = Set.of("running-total", "above-total", "out-of-proportion");

    /**
     * The reduction for each further origin, and the most for all of them: four independent texts rarely make the same
     * error.
     */
    private static final int ORIGIN = 12;

    private static final int MOST_ORIGINS = 36;

    /** The reduction for an official outlet, or for totals that add up with the entry. */
    private static final int OFFICIAL = 40;

    private final Ledger ledger;
    private final Neighbours neighbours;
    private final OwnDoubts own;
    private final Chains chains;
    private final Map<String, Boolean> soundBills = new HashMap<>();

    private Judge(Ledger ledger) {
        this.ledger = ledger;
        this.neighbours = Neighbours.of(ledger.entries());
        Proportions proportions = Proportions.of(ledger.entries());
        this.own = new OwnDoubts(proportions, ledger.totals(), neighbours, byId(ledger), this::isSound);
        this.chains = Chains.of(ledger.totals());
    }

    private static Map<String, Commitment> byId(Ledger ledger) {
        Map<String, Commitment> entries = new HashMap<>();
        ledger.entries().forEach(entry -> entries.put(entry.id(), entry));
        return entries;
    }

    /** Returns a ledger with its entries judged. */
    public static Ledger judge(Ledger ledger) {
        return ledger.judged(new Judge(ledger).judged());
    }

    private List<Commitment> judged() {
        Map<String, Judgement> first = new HashMap<>();
        for (Commitment entry : ledger.entries()) {
            first.put(entry.id(), isSure(entry) ? Judgement.SOUND : weigh(entry, own.of(entry), false));
        }
        // Totals are compared only with what would count, so they come after the other doubts.
        Map<String, Chains.Finding> found = chains.findings(ledger.entries().stream()
                .filter(entry -> entry.leaf()
                        && first.getOrDefault(entry.id(), Judgement.SOUND).standing() == Standing.BOOKED)
                .toList());
        List<Commitment> judged = new ArrayList<>();
        Map<String, Commitment> byId = new HashMap<>();
        for (Commitment entry : ledger.entries()) {
            Judgement now = first.getOrDefault(entry.id(), Judgement.SOUND);
            Optional<Chains.Finding> finding = Optional.ofNullable(found.get(entry.id()));
            if (finding.isPresent() && !isSure(entry)) {
                List<Doubt> doubts = new ArrayList<>(own.of(entry));
                finding.get().doubt().ifPresent(doubts::add);
                now = weigh(entry, doubts, finding.get().doubt().isEmpty());
            }
            Commitment done = entry.judged(now);
            judged.add(done);
            byId.put(done.id(), done);
        }
        return judged.stream().map(entry -> computed(entry, byId)).toList();
    }

    /** Does a bill count, given its own doubts? They never rest on other bills. */
    private boolean isSound(Commitment bill) {
        return soundBills.computeIfAbsent(
                bill.id(),
                id -> isSure(bill) || weigh(bill, own.of(bill), false).standing() == Standing.BOOKED);
    }

    /** A person's decision or a row of the record needs no support. */
    private static boolean isSure(Commitment entry) {
        return entry.row().isPresent() || entry.reviewed().filter(Judge::isKept).isPresent();
    }

    private static boolean isKept(Review.State state) {
        return switch (state) {
            case ACCEPTED, CORRECTED -> true;
        };
    }

    private Judgement weigh(Commitment entry, List<Doubt> doubts, boolean addsUp) {
        if (doubts.isEmpty()) {
            return Judgement.SOUND;
        }
        int lifted = Math.min(MOST_ORIGINS, ORIGIN * Math.max(0, entry.origins() - 1));
        lifted += addsUp ? OFFICIAL : 0;
        int liftable = 0;
        int firm = 0;
        // Official pages also list programmes of other donors: they vouch for what they say, not for cells without
        // words.
        int vouched = SourceClasses.isOfficial(entry) ? OFFICIAL : 0;
        for (Doubt doubt : doubts) {
            int lift = doubt.code().equals("no-own-words") ? 0 : Math.min(vouched, doubt.worth());
            if (LIFTED_BY_OTHERS.contains(doubt.code())) {
                liftable += doubt.worth() - lift;
                vouched -= lift;
            } else {
                firm += doubt.worth();
            }
        }
        int left = firm + Math.max(0, liftable - lifted);
        List<Doubt> sorted = new ArrayList<>(doubts);
        sorted.sort(Comparator.comparingInt((Doubt doubt) -> -doubt.worth()).thenComparing(Doubt::code));
        boolean refused = doubts.stream()
                .anyMatch(doubt ->
                        doubt.code().equals("running-total") || doubt.code().equals("second-telling"));
        if (refused && left >= Doubt.DECISIVE) {
            return new Judgement(Standing.REFUSED, sorted);
        }
        return new Judgement(left >= Doubt.DECISIVE ? Standing.DOUBTFUL : Standing.BOOKED, sorted);
    }

    /** An entry computed from another, or reported only as a large part of it, counts only if the other does. */
    private Commitment computed(Commitment entry, Map<String, Commitment> byId) {
        if (entry.parent().isEmpty() || isSure(entry)) {
            return entry;
        }
        Commitment whole = byId.get(entry.parent().get());
        if (whole == null || whole.standing() == Standing.BOOKED) {
            return entry;
        }
        if (!entry.flags().contains(Flag.COMPUTED)) {
            return partOf(whole, entry);
        }
        return entry.judged(new Judgement(
                Standing.DOUBTFUL,
                List.of(new Doubt(
                        "computed-from-doubtful",
                        "It is what is left of an entry after its known parts, and that entry does not count itself.",
                        List.of(whole.id()),
                        Doubt.DECISIVE))));
    }

    /** The parts of a running total are running totals. */
    private Commitment partOf(Commitment whole, Commitment part) {
        boolean total = whole.judgement().doubts().stream()
                .anyMatch(doubt -> TOTALS.contains(doubt.code()) && doubt.worth() >= Doubt.DECISIVE);
        boolean alone = whole.reports().containsAll(part.reports());
        if (!total || !alone || part.standing() != Standing.BOOKED || !own.isLarge(part)) {
            return part;
        }
        List<Doubt> doubts = new ArrayList<>(part.judgement().doubts());
        doubts.addFirst(new Doubt(
                "part-of-doubtful",
                "Its reports state it as a part of "
                        + Doubt.words(whole.amount().value(), whole.amount().currency())
                        + ", which does not count itself. A report of its own would remove the doubt.",
                List.of(whole.id()),
                Doubt.DECISIVE));
        return part.judged(new Judgement(Standing.DOUBTFUL, doubts));
    }
}
