package dev.tranche.ledger;

import dev.tranche.resolve.Claim;
import dev.tranche.review.Action;
import dev.tranche.review.CellChange;
import dev.tranche.review.CellValue;
import dev.tranche.review.ClaimMark;
import dev.tranche.review.Decision;
import dev.tranche.review.StoryAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Merges and splits bundles as people decided, then notes what else they decided about each. */
final class Regrouping {

    private final MarkFinder finder;
    private final Set<Bundle> gone = new HashSet<>();
    private final Set<Bundle> made = new HashSet<>();
    private final Map<Bundle, List<CellChange>> changes = new HashMap<>();
    private final Map<Bundle, Review> reviews = new HashMap<>();

    /** The bundles of claims moved out of the bundle in which they were grouped. */
    private final Map<String, Bundle> moved = new HashMap<>();

    Regrouping(TextShelf shelf) {
        this.finder = new MarkFinder(shelf);
    }

    /** Returns the bundles that no longer exist. */
    Set<Bundle> gone() {
        return gone;
    }

    /** Returns the bundles that people created and that still exist. */
    Set<Bundle> made() {
        return made;
    }

    /** Returns the cells of a bundle set by people, in the order of the decisions. */
    List<CellChange> changes(Bundle bundle) {
        return changes.getOrDefault(bundle, List.of());
    }

    /** Returns what people decided about a bundle. */
    Review review(Bundle bundle) {
        return reviews.getOrDefault(bundle, Review.NONE);
    }

    void apply(List<Decision> active) {
        for (Decision decision : active) {
            if (decision.action() instanceof Action.Merge merge) {
                merge(merge);
            } else if (decision.action() instanceof Action.Split split) {
                split(split);
            }
        }
        for (Decision decision : active) {
            switch (decision.action()) {
                case Action.Accept accept ->
                    holder(accept.marks())
                            .ifPresent(bundle -> reviews.put(
                                    bundle,
                                    review(bundle)
                                            .touched(decision.id())
                                            .accepted(new Review.Acceptance(decision.id(), accept.seen()))));
                case Action.Correct correct ->
                    holder(correct.marks()).ifPresent(bundle -> correct(bundle, correct, decision.id()));
                case Action.Merge merge -> note(decision);
                case Action.Split split -> note(decision);
                case Action.Add add -> note(decision);
                case Action.Reject reject -> {}
                case Action.Withdraw withdraw -> {}
                case Action.Restore restore -> {}
                case Action.Note note -> {}
                case Action.Undo undo -> {}
                // Its parts are handled one by one.
                case Action.Together together -> {}
                case Action.Rule rule -> {}
                case StoryAction story -> {}
            }
        }
    }

    private void note(Decision decision) {
        for (ClaimMark mark : decision.action().allMarks()) {
            owner(mark).ifPresent(bundle -> reviews.put(bundle, review(bundle).touched(decision.id())));
        }
    }

    private void correct(Bundle bundle, Action.Correct correct, String id) {
        reviews.put(
                bundle,
                review(bundle)
                        .touched(id)
                        .corrected(
                                id,
                                correct.changes().stream()
                                        .map(CellChange::field)
                                        .toList()));
        changes.computeIfAbsent(bundle, key -> new ArrayList<>()).addAll(correct.changes());
    }

    private Optional<Bundle> owner(ClaimMark mark) {
        return finder.find(mark).flatMap(this::owner);
    }

    /** Returns the bundle that holds a claim. */
    Optional<Bundle> owner(MarkFinder.Met met) {
        return owner(met.text(), met.claim());
    }

    /** Returns the bundle that holds a claim of a text. */
    Optional<Bundle> owner(BookText text, Claim claim) {
        return moved.isEmpty()
                ? text.owner(claim)
                : Optional.ofNullable(moved.get(claim.id())).or(() -> text.owner(claim));
    }

    /** Returns the bundle that holds most of the claims; if tied, the one that holds the first. */
    Optional<Bundle> holder(List<ClaimMark> marks) {
        Map<Bundle, Integer> counts = new LinkedHashMap<>();
        for (ClaimMark mark : marks) {
            owner(mark).ifPresent(bundle -> counts.merge(bundle, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .reduce((one, two) -> two.getValue() > one.getValue() ? two : one)
                .map(Map.Entry::getKey);
    }

    private void merge(Action.Merge merge) {
        Set<Bundle> parts = new LinkedHashSet<>();
        merge.entries().forEach(marks -> holder(marks).ifPresent(parts::add));
        if (parts.size() < 2) {
            return;
        }
        List<Claim> claims = new ArrayList<>();
        parts.forEach(part -> claims.addAll(part.claims()));
        parts.forEach(this::drop);
        make(claims, parts.iterator().next().naming());
    }

    /** Each bundle with claims of both sides is split. Claims not named in the decision stay. */
    private void split(Action.Split split) {
        Map<Bundle, Set<Claim>> leaving = new LinkedHashMap<>();
        for (ClaimMark mark : split.marks()) {
            finder.find(mark)
                    .ifPresent(met -> owner(met)
                            .ifPresent(bundle -> leaving.computeIfAbsent(bundle, key -> new HashSet<>())
                                    .add(met.claim())));
        }
        Map<Bundle, Set<Claim>> staying = new HashMap<>();
        for (ClaimMark mark : split.rest()) {
            finder.find(mark)
                    .ifPresent(met -> owner(met)
                            .ifPresent(bundle -> staying.computeIfAbsent(bundle, key -> new HashSet<>())
                                    .add(met.claim())));
        }
        leaving.forEach((bundle, claims) -> {
            Set<Claim> rest = staying.getOrDefault(bundle, Set.of());
            claims.removeAll(rest);
            if (claims.isEmpty() || rest.isEmpty()) {
                return;
            }
            List<Claim> go = bundle.claims().stream().filter(claims::contains).toList();
            List<Claim> stay = bundle.claims().stream()
                    .filter(claim -> !claims.contains(claim))
                    .toList();
            List<Claim> naming = bundle.naming().stream()
                    .filter(claim -> !claims.contains(claim))
                    .toList();
            drop(bundle);
            make(stay, naming.isEmpty() ? stay : naming);
            make(go, go);
        });
    }

    private void drop(Bundle bundle) {
        if (!made.remove(bundle)) {
            gone.add(bundle);
        }
    }

    private void make(List<Claim> claims, List<Claim> naming) {
        List<Claim> sorted = claims.stream().sorted(Claim.ORDER).toList();
        Bundle bundle = new Bundle(sorted, naming);
        made.add(bundle);
        sorted.forEach(claim -> moved.put(claim.id(), bundle));
    }

    /** Returns the packages that people chose for entries; empty for an independent entry. */
    Map<Bundle, Optional<Bundle>> wholes() {
        Map<Bundle, Optional<Bundle>> wholes = new HashMap<>();
        changes.forEach((bundle, list) -> {
            for (CellChange change : list) {
                if (change.after() instanceof CellValue.PartOf whole) {
                    Optional<Bundle> above = holder(whole.marks()).filter(other -> other != bundle);
                    if (above.isPresent() || whole.marks().isEmpty()) {
                        wholes.put(bundle, above);
                    }
                }
            }
        });
        return wholes;
    }
}
