package dev.tranche.ledger;

import dev.tranche.record.OfficialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The result of a journal: entries, totals, contradictions and gaps.
 *
 * @param entries commitments by date, those without a day last
 * @param totals running totals by date
 * @param contradictions statements that cannot both be true
 * @param gaps numbers of series that no report mentions
 */
public record Ledger(
        List<Commitment> entries, List<TotalClaim> totals, List<Contradiction> contradictions, List<OrdinalGap> gaps) {

    /** Copies the lists. */
    public Ledger {
        entries = List.copyOf(entries);
        totals = List.copyOf(totals);
        contradictions = List.copyOf(contradictions);
        gaps = List.copyOf(gaps);
    }

    /**
     * Returns the entry with a name: its permanent one, a short one, one it had before other claims were added to it,
     * or the id of its row in the record.
     */
    public Optional<Commitment> find(String id) {
        Optional<Commitment> exact =
                entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
        if (exact.isPresent()) {
            return exact;
        }
        return EntryNames.of(entries).find(id);
    }

    /** Returns the shortest names that distinguish the entries, for display, by their permanent names. */
    public Map<String, String> shortNames() {
        return EntryIds.shortened(entries.stream().map(Commitment::id).toList());
    }

    /** Returns a copy with other entries: the same ones, judged. */
    public Ledger judged(List<Commitment> judged) {
        return new Ledger(judged, totals, contradictions, gaps);
    }

    /**
     * Returns this ledger with an official record: its rows are merged with what reports say, or become separate
     * entries.
     */
    public Ledger with(OfficialRecord record) {
        List<Commitment> joined = RecordEntries.join(entries, record);
        List<Contradiction> all = new ArrayList<>(contradictions);
        all.addAll(RecordEntries.contradictions(joined));
        return new Ledger(joined, totals, all, gaps);
    }
}
