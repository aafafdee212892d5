package dev.tranche.timeline;

import dev.tranche.naming.Name;
import dev.tranche.review.Decision;
import dev.tranche.review.NameMark;
import dev.tranche.review.StoryAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What people decided about names: which are one and which are not, in the order of the decisions.
 *
 * @param actions the decisions on names
 */
public record NameRulings(List<StoryAction> actions) {

    /** Nothing is decided. */
    public static final NameRulings NONE = new NameRulings(List.of());

    /** Copies the list. */
    public NameRulings {
        actions = List.copyOf(actions);
    }

    static NameRulings of(List<Decision> own) {
        return new NameRulings(own.stream()
                .map(decision -> (StoryAction) decision.action())
                .filter(action -> action.named().findAny().isPresent())
                .toList());
    }

    /** Is a report with these names touched by these decisions or by others? */
    boolean touches(NameRulings others, List<Name> names) {
        return Stream.of(this, others)
                .flatMap(rulings -> rulings.actions().stream())
                .flatMap(StoryAction::named)
                .anyMatch(mark -> names.stream().anyMatch(mark::means));
    }

    /** Returns the content of a report with its names as people decided. */
    Teller apply(Teller teller) {
        if (actions.isEmpty()) {
            return teller;
        }
        List<Name> names = new ArrayList<>(teller.names().size());
        Set<Integer> apart = new HashSet<>();
        for (Name name : teller.names()) {
            Name now = name;
            boolean isApart = false;
            for (StoryAction action : actions) {
                if (action instanceof StoryAction.MergeNames merge && isMeant(merge.names(), now)) {
                    now = renamed(
                            now, merge.names().getFirst().id(), merge.names().getFirst());
                    isApart = isApart(now, action);
                } else if (action instanceof StoryAction.SplitName split
                        && isIn(split, teller)
                        && isMeant(split.names(), now)) {
                    now = renamed(now, split.as(), split.names().getFirst());
                    isApart = true;
                }
            }
            if (isApart) {
                apart.add(names.size());
            }
            names.add(now);
        }
        if (names.equals(teller.names()) && apart.isEmpty()) {
            return teller;
        }
        return new Renaming(teller.names(), names, apart).of(teller, names, apart);
    }

    /** A name that is merged into one that was split off earlier is as separate as that one. */
    private boolean isApart(Name name, StoryAction until) {
        return actions.subList(0, actions.indexOf(until)).stream()
                .anyMatch(action -> action instanceof StoryAction.SplitName split
                        && split.as().equals(name.id())
                        && split.names().getFirst().kind() == name.kind());
    }

    private static boolean isIn(StoryAction.SplitName split, Teller teller) {
        return split.reports().isEmpty()
                || split.reports().contains(teller.key())
                || split.reports().contains(teller.id().value());
    }

    private static boolean isMeant(List<NameMark> marks, Name name) {
        return marks.stream().anyMatch(mark -> mark.means(name));
    }

    private static Name renamed(Name name, String id, NameMark as) {
        List<String> spellings = new ArrayList<>(name.spellings());
        if (!name.name().equals(as.name()) && !spellings.contains(name.name())) {
            spellings.addFirst(name.name());
        }
        spellings.remove(as.name());
        // A name under another id is now that of somebody whose country may be another one.
        Optional<String> country = as.id().equals(name.id()) ? name.country() : as.country();
        return new Name(name.kind(), id, as.name(), name.office(), country, spellings, name.spans());
    }
}
