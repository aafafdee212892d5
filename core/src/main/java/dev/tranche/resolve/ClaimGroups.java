package dev.tranche.resolve;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Groups the claims of many reports: one group for each commitment.
 *
 * <p>Claims with equal terms are split where news of them pauses; the pieces are joined where donor, recipient, kind,
 * authority, ordinal and sum agree and the days are near, strongest groups first; sums that are merely restated join
 * the latest earlier group. Each claim meets only claims of about the same sum, so that the work is proportional to
 * their number. The result depends on the set of claims alone; adding or removing claims costs work in proportion to
 * their neighbours.
 */
public final class ClaimGroups {

    private final Map<Cell, List<Group>> cells = new HashMap<>();
    private final List<JoinPass> passes = List.of(
            new JoinPass(Join.NEWS),
            new JoinPass(Join.TOLD_AGAIN),
            new JoinPass(Join.UNDATED),
            new JoinPass(Join.ACROSS_CURRENCIES));
    private final Map<Group, ClaimGroup> results = new HashMap<>();

    /** Builds groups without claims. */
    public ClaimGroups() {}

    /**
     * Groups that no longer exist, and new ones.
     *
     * @param gone groups that an earlier change added
     * @param come new groups, each of claims in {@link Claim#ORDER}
     */
    public record Change(List<ClaimGroup> gone, List<ClaimGroup> come) {

        /** Copies the lists. */
        public Change {
            gone = List.copyOf(gone);
            come = List.copyOf(come);
        }
    }

    /**
     * Removes some claims and adds others.
     *
     * @param out claims added before
     * @param in new claims
     */
    public Change update(Collection<Claim> out, Collection<Claim> in) {
        JoinPass.Change change = cut(out, in);
        for (JoinPass pass : passes) {
            change = pass.update(change);
        }
        List<ClaimGroup> gone = new ArrayList<>();
        for (Group group : change.out()) {
            ClaimGroup known = results.remove(group);
            if (known != null) {
                gone.add(known);
            }
        }
        List<ClaimGroup> come = new ArrayList<>();
        for (Group group : change.in()) {
            ClaimGroup made = new ClaimGroup(group.claims());
            results.put(group, made);
            come.add(made);
        }
        return new Change(gone, come);
    }

    /** Adds and removes claims of equal terms; each affected cell is split again, and unchanged pieces are kept. */
    private JoinPass.Change cut(Collection<Claim> out, Collection<Claim> in) {
        Map<Cell, Set<String>> leaving = new HashMap<>();
        for (Claim claim : out) {
            leaving.computeIfAbsent(Cell.of(claim), key -> new HashSet<>()).add(claim.id());
        }
        Map<Cell, List<Claim>> coming = new LinkedHashMap<>();
        leaving.keySet().forEach(cell -> coming.put(cell, new ArrayList<>()));
        for (Claim claim : in) {
            coming.computeIfAbsent(Cell.of(claim), key -> new ArrayList<>()).add(claim);
        }
        List<Group> gone = new ArrayList<>();
        List<Group> come = new ArrayList<>();
        coming.forEach((cell, claims) -> {
            List<Group> before = cells.getOrDefault(cell, List.of());
            Set<String> without = leaving.getOrDefault(cell, Set.of());
            for (Group group : before) {
                for (Claim claim : group.joined()) {
                    if (!without.contains(claim.id())) {
                        claims.add(claim);
                    }
                }
            }
            List<Group> after = recut(claims, before);
            Set<Group> kept = new HashSet<>(after);
            before.stream().filter(group -> !kept.contains(group)).forEach(gone::add);
            kept.removeAll(new HashSet<>(before));
            after.stream().filter(kept::contains).forEach(come::add);
            if (after.isEmpty()) {
                cells.remove(cell);
            } else {
                cells.put(cell, after);
            }
        });
        return new JoinPass.Change(gone, come);
    }

    private static List<Group> recut(List<Claim> claims, List<Group> before) {
        Map<String, Group> known = new HashMap<>();
        before.forEach(group -> known.put(group.joined().getFirst().id(), group));
        List<Group> after = new ArrayList<>();
        for (Group piece : pieces(claims)) {
            Group same =
                    known.isEmpty() ? null : known.get(piece.joined().getFirst().id());
            after.add(same != null && same.isAs(piece) ? same : piece);
        }
        return List.copyOf(after);
    }

    private static List<Group> pieces(List<Claim> cell) {
        List<Claim> dated = new ArrayList<>();
        List<Claim> sorted = new ArrayList<>(cell);
        sorted.sort(Claim.ORDER);
        Map<String, List<Claim>> undated = new TreeMap<>();
        for (Claim claim : sorted) {
            if (claim.isDated()) {
                dated.add(claim);
            } else {
                undated.computeIfAbsent(claim.said().toString(), key -> new ArrayList<>())
                        .add(claim);
            }
        }
        // The sort is stable: claims of one day stay in their order.
        dated.sort(Comparator.comparing((Claim claim) -> claim.firstDay().orElse(LocalDate.EPOCH)));
        List<Group> pieces = new ArrayList<>();
        for (Claim claim : dated) {
            if (!pieces.isEmpty() && goesOn(pieces.getLast(), claim)) {
                pieces.getLast().add(claim);
            } else {
                pieces.add(Group.of(claim));
            }
        }
        undated.values().forEach(claims -> pieces.add(Group.of(claims)));
        return pieces;
    }

    private static boolean goesOn(Group group, Claim claim) {
        long day = claim.firstDay().map(LocalDate::toEpochDay).orElse(0L);
        if (group.isLong()) {
            return day - group.last() <= Join.BILL_DAYS;
        }
        return group.isAnnounced()
                ? day - group.day() <= Join.NEWS_DAYS
                : day - group.last() <= Join.NEWS_DAYS && day - group.first() <= Join.AHEAD_DAYS;
    }
}
