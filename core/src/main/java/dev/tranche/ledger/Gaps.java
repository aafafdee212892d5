package dev.tranche.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the numbers of series that no report mentions. */
final class Gaps {

    private Gaps() {}

    static List<OrdinalGap> of(List<Commitment> entries) {
        Map<String, TreeMap<Integer, Commitment>> rows = new TreeMap<>();
        for (Commitment entry : entries) {
            if (entry.ordinal().isPresent()
                    && !entry.claims().isEmpty()
                    && entry.donors().size() == 1
                    && entry.recipients().size() == 1) {
                String key =
                        entry.donors().getFirst() + "|" + entry.recipients().getFirst() + "|"
                                + entry.authority().orElse("");
                rows.computeIfAbsent(key, k -> new TreeMap<>())
                        .putIfAbsent(entry.ordinal().getAsInt(), entry);
            }
        }
        List<OrdinalGap> gaps = new ArrayList<>();
        rows.forEach((key, row) -> {
            int last = 0;
            for (Map.Entry<Integer, Commitment> known : row.entrySet()) {
                if (known.getKey() > last + 1) {
                    gaps.add(gap(known.getValue(), last + 1, known.getKey() - 1, Optional.ofNullable(row.get(last))));
                }
                last = known.getKey();
            }
        });
        return gaps;
    }

    private static OrdinalGap gap(Commitment after, int first, int last, Optional<Commitment> before) {
        return new OrdinalGap(
                after.donors().getFirst(),
                after.recipients().getFirst(),
                after.authority().orElse(""),
                first,
                last,
                before.flatMap(entry -> day(entry)),
                day(after));
    }

    private static Optional<LocalDate> day(Commitment entry) {
        return entry.date().from().or(entry.date()::to);
    }
}
