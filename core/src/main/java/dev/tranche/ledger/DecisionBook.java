package dev.tranche.ledger;

import dev.tranche.resolve.Claim;
import dev.tranche.review.Action;
import dev.tranche.review.ClaimMark;
import dev.tranche.review.Decision;
import dev.tranche.review.Decisions;
import dev.tranche.review.StoryAction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The decisions of people and their effects, in the order of the decisions.
 *
 * @param rulings one for each decision
 * @param claims the claims that people removed or added, by their ids
 */
public record DecisionBook(List<Ruling> rulings, Map<String, ClaimRuling> claims) {

    /**
     * A decision and its effect.
     *
     * @param decision the decision
     * @param undoneBy id of the decision that undoes it
     * @param dangling does it count, but refer to nothing that exists?
     * @param entries ids of the entries that now hold its claims, each once
     * @param reports keys of the reports it refers to, each once; as written in the decision if the book lacks them
     */
    public record Ruling(
            Decision decision,
            Optional<String> undoneBy,
            boolean dangling,
            List<String> entries,
            List<String> reports) {

        /** Copies the lists. */
        public Ruling {
            entries = List.copyOf(entries);
            reports = List.copyOf(reports);
        }

        /** Does it count? */
        public boolean isActive() {
            return undoneBy.isEmpty();
        }
    }

    /**
     * What a decision did to a claim.
     *
     * @param decision id of the decision
     * @param added was the claim added? Otherwise it was removed
     */
    public record ClaimRuling(String decision, boolean added) {}

    /** Copies list and map. */
    public DecisionBook {
        rulings = List.copyOf(rulings);
        claims = Map.copyOf(claims);
    }

    /** Returns the ruling on a decision. */
    public Optional<Ruling> find(String decision) {
        return rulings.stream()
                .filter(ruling -> ruling.decision().id().equals(decision))
                .findFirst();
    }

    /** Locates the claims of decisions. */
    static final class Builder {

        private final Decisions decisions;
        private final TextShelf shelf;
        private final Regrouping regrouping;
        private final MarkFinder finder;
        private final Map<Bundle, String> ids;
        private final Map<String, Ruling> rulings = new HashMap<>();

        Builder(Decisions decisions, TextShelf shelf, Regrouping regrouping, Map<Bundle, String> ids) {
            this.decisions = decisions;
            this.shelf = shelf;
            this.regrouping = regrouping;
            this.finder = new MarkFinder(shelf);
            this.ids = ids;
        }

        DecisionBook build(Iterable<BookText> ruled) {
            Set<String> vain = decisions.vainUndos();
            List<Ruling> all = new ArrayList<>();
            for (Decision decision : decisions.all()) {
                Optional<String> undoneBy = decisions.undoneBy(decision);
                Ruling ruling = ruling(decision, undoneBy, vain.contains(decision.id()));
                rulings.putIfAbsent(decision.id(), ruling);
                all.add(ruling);
            }
            Map<String, ClaimRuling> claims = new HashMap<>();
            for (BookText text : ruled) {
                text.ruledOut()
                        .forEach((index, by) -> claims.put(text.key() + "#" + index, new ClaimRuling(by, false)));
                text.ruledIn().forEach((index, by) -> {
                    if (!text.ruledOut().containsKey(index)) {
                        claims.put(text.key() + "#" + index, new ClaimRuling(by, true));
                    }
                });
            }
            return new DecisionBook(all, claims);
        }

        private Ruling ruling(Decision decision, Optional<String> undoneBy, boolean vain) {
            boolean active = undoneBy.isEmpty();
            return switch (decision.action()) {
                case Action.Undo undo -> {
                    Optional<Ruling> undone =
                            vain ? Optional.empty() : Optional.ofNullable(rulings.get(undo.decision()));
                    yield new Ruling(
                            decision,
                            undoneBy,
                            active && undone.isEmpty(),
                            undone.map(Ruling::entries).orElse(List.of()),
                            undone.map(Ruling::reports).orElse(List.of()));
                }
                case Action.Withdraw withdraw -> ofReport(decision, undoneBy, withdraw.report());
                case Action.Restore restore -> ofReport(decision, undoneBy, restore.report());
                case Action.Add add ->
                    ofMarks(
                            decision,
                            undoneBy,
                            !Rulings.finds(add, shelf.named(add.mark().report())));
                case Action.Accept accept -> ofMarks(decision, undoneBy, false);
                case Action.Correct correct -> ofMarks(decision, undoneBy, false);
                case Action.Merge merge -> ofMarks(decision, undoneBy, false);
                case Action.Split split -> ofMarks(decision, undoneBy, false);
                case Action.Reject reject -> ofMarks(decision, undoneBy, false);
                case Action.Together together -> ofMarks(decision, undoneBy, false);
                case Action.Note note -> ofNote(decision, undoneBy);
                // A rule also concerns reports to come, so that it is never without an object.
                case Action.Rule rule -> new Ruling(decision, undoneBy, false, List.of(), List.of());
                case StoryAction story -> ofStory(decision, undoneBy, story);
            };
        }

        /** Names may be in any report; what is told is in the reports that are named, whatever is read there now. */
        private Ruling ofStory(Decision decision, Optional<String> undoneBy, StoryAction story) {
            Set<String> reports = new LinkedHashSet<>();
            boolean found = story.content().isEmpty();
            for (String report : story.reports()) {
                List<BookText> texts = shelf.named(report);
                texts.forEach(text -> reports.add(text.key()));
                found |= !texts.isEmpty();
                if (texts.isEmpty()) {
                    reports.add(report);
                }
            }
            return new Ruling(decision, undoneBy, undoneBy.isEmpty() && !found, List.of(), List.copyOf(reports));
        }

        private Ruling ofReport(Decision decision, Optional<String> undoneBy, String report) {
            // With several texts of one id, the result must not depend on which was added first.
            List<BookText> texts = shelf.meant(report).stream()
                    .sorted(Comparator.comparing(BookText::key))
                    .toList();
            Set<String> entries = new LinkedHashSet<>();
            for (BookText text : texts) {
                for (Claim claim : text.live()) {
                    regrouping.owner(text, claim).ifPresent(bundle -> add(entries, bundle));
                }
            }
            List<String> keys = texts.stream().map(BookText::key).toList();
            return new Ruling(
                    decision,
                    undoneBy,
                    undoneBy.isEmpty() && texts.isEmpty(),
                    List.copyOf(entries),
                    keys.isEmpty() ? List.of(report) : keys);
        }

        private Ruling ofMarks(Decision decision, Optional<String> undoneBy, boolean lost) {
            Set<String> entries = new LinkedHashSet<>();
            Set<String> reports = new LinkedHashSet<>();
            boolean met = false;
            for (ClaimMark mark : decision.action().allMarks()) {
                Optional<MarkFinder.Met> found = lost ? Optional.empty() : finder.find(mark);
                met |= found.isPresent();
                reports.add(found.map(one -> one.text().key()).orElse(mark.report()));
                found.flatMap(regrouping::owner).ifPresent(bundle -> add(entries, bundle));
            }
            return new Ruling(
                    decision,
                    undoneBy,
                    undoneBy.isEmpty() && (lost || !met),
                    List.copyOf(entries),
                    List.copyOf(reports));
        }

        /** A note whose words are gone is nothing that a person has to look at. */
        private Ruling ofNote(Decision decision, Optional<String> undoneBy) {
            Ruling found = ofMarks(decision, undoneBy, false);
            return new Ruling(decision, undoneBy, false, found.entries(), found.reports());
        }

        private void add(Set<String> entries, Bundle bundle) {
            Optional.ofNullable(ids.get(bundle)).ifPresent(entries::add);
        }
    }
}
