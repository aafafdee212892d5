package dev.tranche.standing;

import dev.tranche.ledger.Commitment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Entries by donor, currency and day, so that an entry is compared only with those near it. */
final class Neighbours {

    /** The most entries that one is compared with; one donor never has more on a day. */
    private static final int MOST = 400;

    private final Map<String, TreeMap<Long, List<Commitment>>> byDay = new HashMap<>();
    private final Map<String, List<Commitment>> bills = new HashMap<>();

    static Neighbours of(List<Commitment> entries) {
        Neighbours neighbours = new Neighbours();
        for (Commitment entry : entries) {
            if (entry.claims().isEmpty()) {
                continue;
            }
            for (String donor : entry.donors()) {
                String key = donor + ' ' + entry.amount().currency();
                neighbours
                        .byDay
                        .computeIfAbsent(key, absent -> new TreeMap<>())
                        .computeIfAbsent(day(entry), absent -> new ArrayList<>(1))
                        .add(entry);
                if (entry.kind() == Commitment.Kind.BILL) {
                    neighbours
                            .bills
                            .computeIfAbsent(key, absent -> new ArrayList<>())
                            .add(entry);
                }
            }
        }
        return neighbours;
    }

    /** Returns the day of an entry; far away for one without a day. */
    static long day(Commitment entry) {
        return entry.date()
                .from()
                .or(entry.date()::to)
                .map(LocalDate::toEpochDay)
                .orElse(Long.MIN_VALUE / 2);
    }

    /** Visits the entries that share a donor and the currency and are within a range of days around it. */
    void visit(Commitment entry, long before, long after, Consumer<Commitment> visitor) {
        int seen = 0;
        for (String donor : entry.donors()) {
            TreeMap<Long, List<Commitment>> days =
                    byDay.getOrDefault(donor + ' ' + entry.amount().currency(), new TreeMap<>());
            for (List<Commitment> day : days.subMap(day(entry) - before, true, day(entry) + after, true)
                    .values()) {
                for (Commitment other : day) {
                    if (seen++ > MOST) {
                        return;
                    }
                    if (!other.id().equals(entry.id())) {
                        visitor.accept(other);
                    }
                }
            }
        }
    }

    /** Returns the bills that share a donor and the currency with an entry. */
    List<Commitment> bills(Commitment entry) {
        List<Commitment> found = new ArrayList<>();
        for (String donor : entry.donors()) {
            found.addAll(bills.getOrDefault(donor + ' ' + entry.amount().currency(), List.of()));
        }
        return found;
    }

    /** Do two entries share a recipient, or does one of them name none? */
    static boolean shareRecipient(Commitment one, Commitment two) {
        return one.recipients().isEmpty()
                || two.recipients().isEmpty()
                || !Collections.disjoint(one.recipients(), two.recipients());
    }

    /** Is one a part of the other, or are both parts of one whole? */
    static boolean related(Commitment one, Commitment two) {
        return one.parent().filter(two.id()::equals).isPresent()
                || two.parent().filter(one.id()::equals).isPresent()
                || one.parent().isPresent() && one.parent().equals(two.parent());
    }
}
