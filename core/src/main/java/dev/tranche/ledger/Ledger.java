package dev.tranche.ledger;

import dev.tranche.record.OfficialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the journal comes to: entries, totals, contradictions and gaps.
 *
 * @param entries commitments in order of their days, those without a day last
 * @param totals running totals in order of their days
 * @param contradictions statements that cannot both stand
 * @param gaps places of counted rows that no report tells of
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
     * Returns the entry of a name: its permanent one, a short one, one that it had before other claims came to it, or the
     * name of its row in the record.
     */
    public Optional<Commitment> find(String id) {
        Optional<Commitment> exact =
                entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
        if (exact.isPresent()) {
            return exact;
        }
        return EntryNames.of(entries).find(id);
    }

    /** Returns the shortest names that distinguish the entries, for people, by their permanent names. */
    public Map<String, String> shortNames() {
        return EntryIds.shortened(entries.stream().map(Commitment::id).toList());
    }

    /** Returns a copy with other entries: the same ones, judged. */
    public Ledger judged(List<Commitment> judged) {
        return new Ledger(judged, totals, contradictions, gaps);
    }

    /** Returns this ledger with an official record: its rows are joined with what reports tell, or entries of their own. */
    public Ledger with(OfficialRecord record) {
        List<Commitment> joined = RecordEntries.join(entries, record);
        List<Contradiction> all = new ArrayList<>(contradictions);
        all.addAll(RecordEntries.contradictions(joined));
        return new Ledger(joined, totals, all, gaps);
    }
}
