package dev.tranche.ledger;

import dev.tranche.resolve.Claim;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Chooses the value that most outlets report; if tied, the one that most claims state, then the one that sorts first.
 */
final class Votes {

    private Votes() {}

    /** Returns the values reported, most reported first. */
    static <T> List<T> ranked(List<Claim> claims, Function<Claim, Optional<T>> what) {
        Map<T, Set<String>> outlets = new LinkedHashMap<>();
        Map<T, Integer> counts = new LinkedHashMap<>();
        for (Claim claim : claims) {
            Optional<T> value = what.apply(claim);
            if (value.isPresent()) {
                outlets.computeIfAbsent(value.get(), key -> new HashSet<>()).add(claim.outlet());
                counts.merge(value.get(), 1, Integer::sum);
            }
        }
        return outlets.keySet().stream()
                .sorted(Comparator.comparingInt((T value) -> -count(outlets, value))
                        .thenComparingInt(value -> -counts.getOrDefault(value, 0))
                        .thenComparing(Object::toString))
                .toList();
    }

    private static <T> int count(Map<T, Set<String>> outlets, T value) {
        Set<String> told = outlets.get(value);
        return told == null ? 0 : told.size();
    }

    static <T> Optional<T> most(List<Claim> claims, Function<Claim, Optional<T>> what) {
        return ranked(claims, what).stream().findFirst();
    }

    /** Returns the number of outlets that report a value. */
    static <T> int outlets(List<Claim> claims, Function<Claim, Optional<T>> what, T value) {
        return (int) claims.stream()
                .filter(claim -> what.apply(claim).equals(Optional.of(value)))
                .map(Claim::outlet)
                .distinct()
                .count();
    }
}
