package dev.tranche.lexicon;

import dev.tranche.text.Abbreviations;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Collects rows of {@code abbreviations.csv}; not safe for several threads. */
final class AbbreviationRows {

    private final Map<String, Set<Long>> sets = Map.of(
            "always", new HashSet<>(), "number", new HashSet<>(), "scale", new HashSet<>(), "opener", new HashSet<>());

    void add(LexiconFile.Row row) {
        Set<Long> set = sets.get(row.field("kind"));
        if (set == null) {
            throw row.refuse("no kind of abbreviation is called " + row.field("kind")
                    + "; there are always, number, scale and opener");
        }
        Abbreviations.addAll(set, row.alternatives("words"));
    }

    Abbreviations build() {
        return new Abbreviations(set("always"), set("number"), set("scale"), set("opener"));
    }

    private Set<Long> set(String kind) {
        return sets.getOrDefault(kind, Set.of());
    }
}
