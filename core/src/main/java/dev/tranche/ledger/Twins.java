package dev.tranche.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the same report from several origins: one item of an agency that two feeds deliver, or a relayed copy of what a
 * site publishes itself.
 *
 * <p>A confined text never becomes a version of what came from elsewhere. But where it has the same words and claims the
 * same id, address or outlet, one of the two counts for both, and nobody can change the other's words by that: once
 * either of them says something else, they are two reports.
 */
final class Twins {

    private final NameOwners owners;
    private final Map<Long, List<BookText>> claims = new HashMap<>();

    /**
     * Builds twins of no texts.
     *
     * @param owners the texts by the names that identify them
     */
    Twins(NameOwners owners) {
        this.owners = owners;
    }

    /** Adds a text. */
    void add(BookText text) {
        text.claimed()
                .forEach(name ->
                        claims.computeIfAbsent(name, key -> new ArrayList<>(1)).add(text));
    }

    /** Returns the confined texts that have the words of another and claim one of its names. */
    List<BookText> claiming(List<Long> names, BookText of) {
        return names.stream()
                .flatMap(name -> claims.getOrDefault(name, List.of()).stream())
                .filter(text -> text != of && text.hasWordsOf(of))
                .distinct()
                .toList();
    }

    /** Returns all confined texts that are the same report as this confined one, itself among them. */
    Set<BookText> of(BookText text) {
        Set<BookText> all = new LinkedHashSet<>(List.of(text));
        Set<Long> names = new HashSet<>();
        Deque<BookText> open = new ArrayDeque<>(all);
        while (!open.isEmpty()) {
            List<Long> next = open.pop().claimed().stream().filter(names::add).toList();
            for (BookText other : claiming(next, text)) {
                if (all.add(other)) {
                    open.push(other);
                }
            }
        }
        return all;
    }

    /**
     * Returns the text that counts for all of these; empty if each counts for itself.
     *
     * @param all confined texts that are the same report
     */
    Optional<BookText> leader(Set<BookText> all) {
        BookText any = all.iterator().next();
        Optional<BookText> own = all.stream()
                .flatMap(each -> each.claimed().stream())
                .distinct()
                .flatMap(name -> owners.find(name).stream())
                .distinct()
                .flatMap(owner -> owner.versions().stream())
                .filter(each -> !each.isConfined() && each.hasWordsOf(any))
                .min(BookText.BY_DISTANCE);
        return own.or(() -> all.stream()
                .filter(each -> each.last() == each && !each.isWithdrawnByAgency())
                .min(BookText.BY_DISTANCE));
    }
}
