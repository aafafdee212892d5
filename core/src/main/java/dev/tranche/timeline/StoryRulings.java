package dev.tranche.timeline;

import dev.tranche.review.Content;
import dev.tranche.review.ContentMark;
import dev.tranche.review.Decision;
import dev.tranche.review.StoryAction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What people decided about what reports say besides sums, report by report, and about names. Immutable. */
public final class StoryRulings {

    /** Nothing is decided. */
    public static final StoryRulings NONE = new StoryRulings(Map.of(), NameRulings.NONE);

    private final Map<String, List<Act>> byReport;
    private final NameRulings names;

    private StoryRulings(Map<String, List<Act>> byReport, NameRulings names) {
        this.byReport = byReport;
        this.names = names;
    }

    /** What a decision does to one report. */
    private sealed interface Act {

        /** The words say this, in the place of what was seen. */
        record Put(String decision, Optional<Content> seen, Content after) implements Act {}

        /** The words do not say what was seen. */
        record Drop(String decision, Content seen) implements Act {}

        /** What was seen belongs with others. */
        record Bind(Content seen, Bond bond) implements Act {}
    }

    /** What became of an item of content. */
    public enum State {
        /** It was read by rule. */
        READ,
        /** It was read, and a person accepted it. */
        ACCEPTED,
        /** A person corrected what was read. */
        CORRECTED,
        /** A person added it. */
        ADDED,
        /** A person rejected it. */
        REJECTED
    }

    /**
     * An item of the content of a report after all decisions.
     *
     * @param content the content; for what was rejected, what had been shown
     * @param read its place in the list of what was read; -1 for what only a person added
     * @param state what came of it
     * @param decision id of the last decision that accepted, corrected, added or rejected it
     * @param bond with what else it belongs, where people decided so
     */
    public record Ruled(Content content, int read, State state, Optional<String> decision, Optional<Bond> bond) {

        Ruled by(State next, Content now, String id) {
            return new Ruled(now, read, next, Optional.of(id), bond);
        }

        /** Does it count, as far as people have decided? */
        public boolean counts() {
            return state != State.REJECTED;
        }
    }

    /**
     * Collects decisions.
     *
     * @param active decisions that count, in order
     * @param keysOf returns the keys of the reports that a name in a decision refers to
     */
    public static StoryRulings of(List<Decision> active, Function<String, List<String>> keysOf) {
        List<Decision> own = active.stream()
                .filter(decision -> decision.action() instanceof StoryAction)
                .toList();
        if (own.isEmpty()) {
            return NONE;
        }
        Map<String, List<Act>> byReport = new LinkedHashMap<>();
        Map<ContentMark, Bond> bonds = new LinkedHashMap<>();
        for (Decision decision : own) {
            switch ((StoryAction) decision.action()) {
                case StoryAction.SetContent set ->
                    put(byReport, keysOf.apply(set.report()), new Act.Put(decision.id(), set.before(), set.after()));
                case StoryAction.RejectContent reject ->
                    reject.content()
                            .forEach(mark -> put(
                                    byReport, keysOf.apply(mark.report()), new Act.Drop(decision.id(), mark.seen())));
                case StoryAction.MergeContent merge -> join(bonds, merge.content(), decision.id());
                case StoryAction.SplitContent split ->
                    split.content().forEach(mark -> bonds.put(mark, new Bond(decision.id(), true)));
                case StoryAction.MergeNames _, StoryAction.SplitName _ -> {}
            }
        }
        bonds.forEach((mark, bond) -> put(byReport, keysOf.apply(mark.report()), new Act.Bind(mark.seen(), bond)));
        return new StoryRulings(byReport, NameRulings.of(own));
    }

    private static void put(Map<String, List<Act>> byReport, List<String> keys, Act act) {
        for (String key : keys) {
            byReport.computeIfAbsent(key, absent -> new ArrayList<>(1)).add(act);
        }
    }

    /** Whatever one of them was joined with before comes along. */
    private static void join(Map<ContentMark, Bond> bonds, List<ContentMark> content, String label) {
        Set<Bond> before = new HashSet<>();
        for (ContentMark mark : content) {
            Bond bond = bonds.get(mark);
            if (bond != null && !bond.apart()) {
                before.add(bond);
            }
        }
        Bond all = new Bond(label, false);
        bonds.replaceAll((mark, bond) -> before.contains(bond) ? all : bond);
        content.forEach(mark -> bonds.put(mark, all));
    }

    /** Returns the keys of the reports about whose content something else is decided than before. */
    public Set<String> changed(StoryRulings before) {
        Set<String> changed = new HashSet<>(byReport.keySet());
        changed.addAll(before.byReport.keySet());
        changed.removeIf(key -> acts(key).equals(before.acts(key)));
        return changed;
    }

    /** Is something else decided about the names of a report than before? */
    public boolean renames(StoryRulings before, Teller teller) {
        return !names.equals(before.names) && names.touches(before.names, teller.names());
    }

    /** Is something else decided about any name than before? */
    public boolean renames(StoryRulings before) {
        return !names.equals(before.names);
    }

    private List<Act> acts(String report) {
        return byReport.getOrDefault(report, List.of());
    }

    /**
     * Returns what a report says after all decisions: first what was read, in its order, then what people added.
     *
     * @param report its key
     * @param read what was read
     */
    public List<Ruled> of(String report, Collection<? extends Content> read) {
        List<Ruled> all = new ArrayList<>(read.size());
        for (Content one : read) {
            all.add(new Ruled(one, all.size(), State.READ, Optional.empty(), Optional.empty()));
        }
        for (Act act : acts(report)) {
            switch (act) {
                case Act.Put put -> put(all, put);
                case Act.Drop drop -> {
                    int at = find(all, drop.seen());
                    if (at >= 0) {
                        all.set(at, all.get(at).by(State.REJECTED, all.get(at).content(), drop.decision()));
                    }
                }
                case Act.Bind bind -> {
                    int at = find(all, bind.seen());
                    if (at >= 0) {
                        Ruled one = all.get(at);
                        all.set(
                                at,
                                new Ruled(
                                        one.content(),
                                        one.read(),
                                        one.state(),
                                        one.decision(),
                                        Optional.of(bind.bond())));
                    }
                }
            }
        }
        return all;
    }

    /** What a newer version reads at words that a person added is what the person meant. */
    private static void put(List<Ruled> all, Act.Put put) {
        int at = put.seen().isPresent() ? find(all, put.seen().get()) : findSame(all, put.after());
        if (at < 0) {
            all.add(new Ruled(put.after(), -1, State.ADDED, Optional.of(put.decision()), Optional.empty()));
            return;
        }
        boolean accepts = put.seen().equals(Optional.of(put.after()));
        Ruled before = all.get(at);
        State state = before.state() == State.ADDED
                ? State.ADDED
                : accepts && before.state() != State.CORRECTED ? State.ACCEPTED : State.CORRECTED;
        all.set(at, before.by(state, put.after(), put.decision()));
    }

    private static int findSame(List<Ruled> all, Content added) {
        int at = find(all, added);
        return at >= 0 && all.get(at).content().shown().equals(added.shown()) ? at : -1;
    }

    /** Returns the place of what was shown: at the same words the one that looks the same, else the one on most of them. */
    private static int find(List<Ruled> all, Content seen) {
        int best = -1;
        int most = 0;
        for (int i = 0; i < all.size(); i++) {
            Content one = all.get(i).content();
            int overlap = one.kind() == seen.kind() ? overlap(one, seen) : 0;
            if (overlap > 0 && one.shown().equals(seen.shown())) {
                overlap += Content.LONGEST;
            }
            if (overlap > most) {
                best = i;
                most = overlap;
            }
        }
        return best;
    }

    /** In another version of a report the same words may be elsewhere. */
    private static int overlap(Content one, Content seen) {
        String quote = one.evidence().quote();
        if (quote.equals(seen.evidence().quote())) {
            return quote.length();
        }
        int from =
                Math.max(one.evidence().span().start(), seen.evidence().span().start());
        int to = Math.min(one.evidence().span().end(), seen.evidence().span().end());
        if (from >= to) {
            return 0;
        }
        boolean same = quote.regionMatches(
                from - one.evidence().span().start(),
                seen.evidence().quote(),
                from - seen.evidence().span().start(),
                to - from);
        return same ? to - from : 0;
    }

    /** Returns the content of a report after all decisions. */
    public Teller apply(Teller teller) {
        boolean undecided = acts(teller.key()).isEmpty();
        Teller ruled = undecided ? teller : new RuledTeller(teller).after(this);
        return names.apply(ruled);
    }

    /** Returns the assistance without a sum that people added, by report, in the order of the decisions. */
    public Map<String, List<Content.Gift>> gifts() {
        Map<String, List<Content.Gift>> gifts = new LinkedHashMap<>();
        byReport.forEach((key, acts) -> {
            List<Content.Gift> own = new ArrayList<>();
            for (Ruled ruled : of(key, List.of())) {
                if (ruled.counts() && ruled.content() instanceof Content.Gift gift) {
                    own.add(gift);
                }
            }
            if (!own.isEmpty()) {
                gifts.put(key, own);
            }
        });
        return gifts;
    }
}
