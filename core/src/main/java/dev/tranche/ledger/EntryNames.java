package dev.tranche.ledger;

import dev.tranche.resolve.Claim;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The names of entries other than their permanent ones, ready to be asked for many times: names of rows in the record, short
 * names and earlier names. Immutable; safe for several threads.
 */
public final class EntryNames {

    private final TreeMap<String, Commitment> byId = new TreeMap<>();
    private final Map<String, Commitment> byRow = new HashMap<>();
    private final Map<String, Commitment> byClaim = new HashMap<>();

    private EntryNames(List<Commitment> entries) {
        for (Commitment entry : entries) {
            byId.put(entry.id(), entry);
            entry.row().ifPresent(row -> byRow.putIfAbsent(row.id(), entry));
            for (Claim claim : entry.claims()) {
                byClaim.putIfAbsent(EntryIds.hash(claim), entry);
            }
        }
    }

    /** Takes the names of entries with different ids; of two with one further name, the first has it. */
    public static EntryNames of(List<Commitment> entries) {
        return new EntryNames(entries);
    }

    /**
     * Returns the entry meant by a name: the one with that row of the record, else for a short name the only entry that
     * begins with it, else for an earlier name the entry that holds its claim now.
     */
    public Optional<Commitment> find(String name) {
        return Optional.ofNullable(byRow.get(name))
                .or(() -> shortened(name))
                .or(() -> Optional.ofNullable(byClaim.get(EntryIds.letters(name))));
    }

    private Optional<Commitment> shortened(String name) {
        if (EntryIds.letters(name).isEmpty()) {
            return Optional.empty();
        }
        List<Commitment> own = byId.tailMap(name, true).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(name))
                .limit(2)
                .map(Map.Entry::getValue)
                .toList();
        return own.size() == 1 ? Optional.of(own.getFirst()) : Optional.empty();
    }
}
