package dev.tranche.view;

import dev.tranche.fact.AidType;
import dev.tranche.ledger.Commitment;
import dev.tranche.resolve.Amounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds entries that may be one commitment although the books keep them separate: sums that agree, parties, types and
 * authorities that do not contradict, and days near each other or unknown.
 */
public final class Doubles {

    /** News of one package is repeated within this many days. */
    private static final int DAYS = 14;

    /** The most entries of one size compared with each. */
    private static final int MOST_COMPARED = 24;

    private static final double STEP = Math.log(1.12);

    private final Map<String, List<String>> pairs = new LinkedHashMap<>();

    private Doubles() {}

    /** Finds all pairs among entries. */
    public static Doubles among(List<Commitment> entries) {
        Doubles doubles = new Doubles();
        Map<String, List<Commitment>> sizes = new HashMap<>();
        for (Commitment entry : entries) {
            if (!entry.claims().isEmpty()) {
                sizes.computeIfAbsent(size(entry, 0), key -> new ArrayList<>()).add(entry);
            }
        }
        sizes.values()
                .forEach(list -> list.sort(Comparator.comparing(
                        (Commitment entry) -> LedgerSort.day(entry).orElse(LocalDate.MAX))));
        for (Commitment entry : entries) {
            if (!entry.claims().isEmpty()) {
                doubles.compare(entry, sizes.getOrDefault(size(entry, 0), List.of()));
                doubles.compare(entry, sizes.getOrDefault(size(entry, 1), List.of()));
            }
        }
        return doubles;
    }

    private static String size(Commitment entry, int up) {
        double value = entry.amount().value().doubleValue();
        return entry.amount().currency() + ((int) Math.floor(Math.log(value) / STEP) + up);
    }

    private void compare(Commitment entry, List<Commitment> others) {
        int compared = 0;
        Optional<LocalDate> day = LedgerSort.day(entry);
        int start = day.isEmpty() ? 0 : firstNear(others, day.get());
        for (int i = start; i < others.size() && compared < MOST_COMPARED; i++) {
            Commitment other = others.get(i);
            if (apart(other, entry)) {
                break;
            }
            compared++;
            if (!other.id().equals(entry.id()) && mayBeOne(entry, other)) {
                note(entry.id(), other.id());
                note(other.id(), entry.id());
            }
        }
        for (int i = others.size() - 1; i >= 0 && compared < 2 * MOST_COMPARED && isUndated(others.get(i)); i--) {
            Commitment other = others.get(i);
            compared++;
            if (!other.id().equals(entry.id()) && mayBeOne(entry, other)) {
                note(entry.id(), other.id());
                note(other.id(), entry.id());
            }
        }
    }

    private static int firstNear(List<Commitment> sorted, LocalDate day) {
        LocalDate first = day.minusDays(DAYS);
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (LedgerSort.day(sorted.get(middle)).orElse(LocalDate.MAX).isBefore(first)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean isUndated(Commitment entry) {
        return LedgerSort.day(entry).isEmpty();
    }

    private static boolean apart(Commitment one, Commitment two) {
        Optional<LocalDate> first = LedgerSort.day(one);
        Optional<LocalDate> second = LedgerSort.day(two);
        return first.isPresent()
                && second.isPresent()
                && Math.abs(first.get().toEpochDay() - second.get().toEpochDay()) > DAYS;
    }

    private void note(String one, String two) {
        List<String> list = pairs.computeIfAbsent(one, key -> new ArrayList<>());
        if (!list.contains(two)) {
            list.add(two);
        }
    }

    static boolean mayBeOne(Commitment one, Commitment two) {
        boolean related = one.parent().equals(Optional.of(two.id()))
                || two.parent().equals(Optional.of(one.id()))
                || (one.parent().isPresent() && one.parent().equals(two.parent()));
        boolean counted = one.ordinal().isPresent()
                && two.ordinal().isPresent()
                && !one.ordinal().equals(two.ordinal());
        boolean recorded = one.row().isPresent() && two.row().isPresent();
        boolean kinds = one.type() == two.type() || isLoose(one.type()) || isLoose(two.type());
        return !related
                && !counted
                && !recorded
                && kinds
                && (one.authority().isEmpty()
                        || two.authority().isEmpty()
                        || one.authority().equals(two.authority()))
                && meet(one.donors(), two.donors())
                && meet(one.recipients(), two.recipients())
                && Amounts.agree(one.amount(), two.amount());
    }

    private static boolean isLoose(AidType type) {
        return type == AidType.UNKNOWN || type == AidType.MIXED;
    }

    private static boolean meet(List<String> one, List<String> two) {
        return one.isEmpty() || two.isEmpty() || one.stream().anyMatch(two::contains);
    }

    /** Returns the ids of the entries that may be the same as an entry. */
    public List<String> of(String id) {
        return List.copyOf(pairs.getOrDefault(id, List.of()));
    }

    /** Returns each pair once, in the order of their ids. */
    public List<List<String>> all() {
        List<List<String>> all = new ArrayList<>();
        pairs.forEach((one, others) -> others.forEach(two -> {
            if (one.compareTo(two) < 0) {
                all.add(List.of(one, two));
            }
        }));
        return all;
    }
}
