package dev.tranche.timeline;

import dev.tranche.statement.Stance;
import dev.tranche.timeline.StatementFold.Told;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps track of which statement denies which as statements are added and removed. A denial whose own report says what
 * it denies is taken at its word; any other that calls a claim untrue denies the claim from the surrounding weeks that
 * shares most of its words.
 */
final class Denials {

    /** The most days between the report of a claim and that of its denial. */
    private static final int DAYS_TO_DENY = 30;

    private static final int FEWEST_DENIED = 2;

    /** The most days that a denial may precede the report of the claim. */
    private static final int DAYS_BEFORE = 1;

    /** The widest date of a report in days, which is also the width of a bucket. */
    private static final int WIDEST_DAYS = 32;

    private final Map<Long, Map<Long, List<Told>>> claimsByStem = new HashMap<>();
    private final Map<Long, Map<Long, List<Told>>> denialsByStem = new HashMap<>();

    /** The denials that the reports themselves tie to a statement. */
    private final Map<Told, Set<Told>> inner = new HashMap<>();

    private final Map<Told, Told> targets = new HashMap<>();
    private final Map<Told, Set<Told>> across = new HashMap<>();

    boolean isEmpty() {
        return inner.isEmpty() && across.isEmpty();
    }

    /** Returns the first mentions of the statements that deny one. */
    Set<Told> of(Told founder) {
        Set<Told> own = inner.getOrDefault(founder, Set.of());
        Set<Told> others = across.getOrDefault(founder, Set.of());
        if (own.isEmpty() || others.isEmpty()) {
            return own.isEmpty() ? others : own;
        }
        Set<Told> all = new HashSet<>(own);
        all.addAll(others);
        return all;
    }

    /**
     * Removes some first mentions and adds others.
     *
     * @param changed those whose other mentions have changed
     * @return those whose denials changed, and those that were added or changed
     */
    Set<Told> update(Collection<Told> leaving, Collection<Told> coming, Collection<Told> changed) {
        Set<Told> affected = new LinkedHashSet<>();
        Set<Told> asked = new LinkedHashSet<>();
        for (Told told : leaving) {
            index(told, false);
            inner.remove(told);
            release(told, affected);
            Set<Told> free = across.remove(told);
            if (free != null) {
                free.forEach(targets::remove);
                asked.addAll(free);
            }
        }
        coming.forEach(told -> index(told, true));
        affected.addAll(coming);
        affected.addAll(changed);
        for (Told told : affected) {
            if (told.isFounder()) {
                tie(told);
                if (told.isDenial()) {
                    asked.add(told);
                } else if (told.isDated()) {
                    asked.addAll(
                            near(told, denialsByStem, told.from() - DAYS_BEFORE - WIDEST_DAYS, told.to() + DAYS_TO_DENY)
                                    .keySet());
                }
            }
        }
        for (Told denial : asked) {
            if (denial.isFounder()) {
                release(denial, affected);
                Told target = target(denial);
                if (target != null) {
                    targets.put(denial, target);
                    across.computeIfAbsent(target, absent -> new LinkedHashSet<>())
                            .add(denial);
                    affected.add(target);
                }
            }
        }
        return affected;
    }

    private void tie(Told founder) {
        Set<Told> denying = new LinkedHashSet<>();
        for (Told member : founder.group().members()) {
            member.deniedBy().forEach(denial -> denying.add(denial.group().founder()));
        }
        if (denying.isEmpty()) {
            inner.remove(founder);
        } else {
            inner.put(founder, denying);
        }
    }

    private void release(Told denial, Set<Told> affected) {
        Told target = targets.remove(denial);
        Set<Told> of = target == null ? null : across.get(target);
        if (target == null || of == null) {
            return;
        }
        affected.add(target);
        of.remove(denial);
        if (of.isEmpty()) {
            across.remove(target);
        }
    }

    private void index(Told told, boolean comes) {
        if (!told.isDated()) {
            return;
        }
        long bucket = Math.floorDiv(told.from(), WIDEST_DAYS);
        Map<Long, Map<Long, List<Told>>> index = told.isDenial() ? denialsByStem : claimsByStem;
        Map<Long, List<Told>> stems = index.computeIfAbsent(bucket, absent -> new HashMap<>());
        for (long stem : told.words().stems()) {
            List<Told> all = stems.computeIfAbsent(stem, absent -> new ArrayList<>(1));
            if (comes) {
                all.add(told);
            } else {
                all.remove(told);
            }
            if (all.isEmpty()) {
                stems.remove(stem);
            }
        }
    }

    /**
     * Counts the stems shared with one statement by those whose reports begin between two days; only those that share
     * any.
     */
    private static Map<Told, Integer> near(Told told, Map<Long, Map<Long, List<Told>>> index, long from, long to) {
        Map<Told, Integer> shared = new HashMap<>();
        for (long bucket = Math.floorDiv(from, WIDEST_DAYS); bucket <= Math.floorDiv(to, WIDEST_DAYS); bucket++) {
            Map<Long, List<Told>> stems = index.getOrDefault(bucket, Map.of());
            if (!stems.isEmpty()) {
                for (long stem : told.words().stems()) {
                    stems.getOrDefault(stem, List.of()).forEach(other -> shared.merge(other, 1, Integer::sum));
                }
            }
        }
        return shared;
    }

    /** Of the claims that fit a denial, the one that shares most words; if tied, the first. */
    private static @Nullable Told best(Told denial, Map<Told, Integer> shared) {
        Told best = null;
        int most = 0;
        for (Map.Entry<Told, Integer> each : shared.entrySet()) {
            Told claim = each.getKey();
            int words = each.getValue();
            boolean better = best == null || words > most || words == most && claim.isBefore(best);
            if (better && denies(denial, claim)) {
                best = claim;
                most = words;
            }
        }
        return best;
    }

    private @Nullable Told target(Told denial) {
        boolean linked = denial.group().members().stream().anyMatch(Told::isTied);
        if (linked || !denial.isDated() || !denial.contests()) {
            return null;
        }
        long first = denial.from() - DAYS_TO_DENY - WIDEST_DAYS;
        return best(denial, near(denial, claimsByStem, first, denial.to() + DAYS_BEFORE));
    }

    /**
     * Does the claim share most of the denial's topic words, and does one of the two name the other's speaker: the
     * claim the denying party, or the denial the claiming party?
     */
    private static boolean denies(Told denial, Told claim) {
        int topic = denial.words().topic().size();
        int shared = denial.words().sharedTopic(claim.words());
        return shared > 0
                && denial.words().sharedBesideStates(claim.words()) >= FEWEST_DENIED
                && 3 * shared >= 2 * topic
                && mayBeDenied(claim.statement().stance())
                && denial.from() - claim.to() <= DAYS_TO_DENY
                && claim.from() - denial.to() <= DAYS_BEFORE
                && claim.group().members().stream()
                        .noneMatch(member -> member.report().equals(denial.report()))
                && denial.statement().speaker().differs(claim.statement().speaker())
                && denial.mayBeAbout(claim.statement().speaker())
                && (claim.names(denial.statement().speaker())
                        || denial.names(claim.statement().speaker()));
    }

    /** A request or a promise is refused, not denied. */
    private static boolean mayBeDenied(Stance stance) {
        return stance == Stance.ASSERTS || stance == Stance.ACCUSES || stance == Stance.WARNS;
    }
}
