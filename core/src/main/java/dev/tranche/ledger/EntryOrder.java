package dev.tranche.ledger;

import dev.tranche.resolve.Claim;
import dev.tranche.review.CellChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps entries in date order and gives each a unique name. */
final class EntryOrder {

    private static final Comparator<Bundle> BY_DAY = Comparator.comparing((Bundle bundle) -> day(bundle.written()))
            .thenComparing(bundle -> bundle.written().id())
            .thenComparing(bundle -> bundle.claims().getFirst(), Claim.ORDER);

    private List<Bundle> grouped = new ArrayList<>();

    /** An entry under its own name, including the cells people set. */
    record Named(Bundle bundle, Commitment entry) {}

    /** Removes and adds bundles. */
    void update(Set<Bundle> gone, List<Bundle> come) {
        grouped = merged(grouped, gone, come);
    }

    private static List<Bundle> merged(List<Bundle> sorted, Set<Bundle> gone, List<Bundle> come) {
        if (gone.isEmpty() && come.isEmpty()) {
            return sorted;
        }
        List<Bundle> coming = new ArrayList<>(come);
        coming.sort(BY_DAY);
        List<Bundle> merged = new ArrayList<>(sorted.size() + coming.size());
        int next = 0;
        for (Bundle bundle : sorted) {
            if (gone.contains(bundle)) {
                continue;
            }
            while (next < coming.size() && BY_DAY.compare(coming.get(next), bundle) < 0) {
                merged.add(coming.get(next++));
            }
            merged.add(bundle);
        }
        merged.addAll(coming.subList(next, coming.size()));
        return merged;
    }

    private static LocalDate day(Commitment entry) {
        return entry.date().from().or(entry.date()::to).orElse(LocalDate.MAX);
    }

    /** Returns the entries in order; if several share a name, the first keeps it and the others get numbers. */
    List<Named> named(Regrouping people) {
        List<Named> named = new ArrayList<>(grouped.size());
        Map<String, Integer> uses = HashMap.newHashMap(grouped.size());
        boolean moved = false;
        for (Bundle bundle : merged(grouped, people.gone(), List.copyOf(people.made()))) {
            int use = uses.merge(bundle.written().id(), 1, Integer::sum);
            Commitment entry = bundle.numbered(use);
            Commitment shown = shown(entry, people.review(bundle), people.changes(bundle));
            moved |= !shown.date().equals(entry.date());
            named.add(new Named(bundle, shown));
        }
        if (moved) {
            // The sort is stable: entries of one day keep their order.
            named.sort(Comparator.comparing(one -> day(one.entry())));
        }
        return named;
    }

    private static Commitment shown(Commitment entry, Review review, List<CellChange> changes) {
        if (review.equals(Review.NONE)) {
            return entry;
        }
        EntryDraft draft = EntryDraft.of(entry).review(review);
        changes.forEach(change -> draft.set(change.after()));
        return (changes.isEmpty() ? draft : draft.flagCorrected()).commitment();
    }
}
