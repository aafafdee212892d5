package dev.tranche.resolve;

import dev.tranche.dating.StatedDate;
import dev.tranche.fact.Fact;
import dev.tranche.fact.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Groups the claims of many reports: one group for each commitment.
 *
 * <p>Claims with equal terms are cut where news of them pauses; what remains is joined where giver, receiver, kind,
 * authority, ordinal and sum agree and the days are near, strongest groups first; sums that are only told again join the
 * latest earlier group. Each claim meets only claims of about its sum, so that the work grows with their number. The
 * result depends on the set of claims alone.
 */
public final class ClaimGroups {

    /** News of a package lasts so many days after its announcement; the next package of its size came after six. */
    static final int NEWS_DAYS = 4;

    /** A package is told to be coming so many days before. */
    static final int AHEAD_DAYS = 7;

    /** A bill is told of again at least so often. */
    static final int BILL_DAYS = 45;

    /** A sum told again is sought so many days back; packages of equal size five weeks apart were two. */
    static final int BACK_DAYS = 21;

    /** What was delivered is sought so many days back. */
    static final int DELIVERY_DAYS = 180;

    /** The most groups of one sum that are compared with a group. */
    private static final int MOST_COMPARED = 64;

    private ClaimGroups() {}

    /** Returns the groups, each in {@link Claim#ORDER}, in the order of their first claims. */
    public static List<List<Claim>> of(List<Claim> claims) {
        List<Group> groups = new ArrayList<>();
        for (List<Claim> cell : cells(claims).values()) {
            cut(cell, groups);
        }
        groups.sort(Group.strongestFirst());
        groups = joined(groups, Join.NEWS);
        groups = joined(groups, Join.TOLD_AGAIN);
        groups = joined(groups, Join.UNDATED);
        groups = joinedAcrossCurrencies(groups);
        List<List<Claim>> result = new ArrayList<>();
        groups.forEach(group -> result.add(group.claims()));
        result.sort(Comparator.comparing(List::getFirst, Claim.ORDER));
        return result;
    }

    /** Claims of equal terms; bills apart from packages, because they are told of much longer. */
    private static Map<String, List<Claim>> cells(List<Claim> claims) {
        List<Claim> sorted = new ArrayList<>(claims);
        sorted.sort(Claim.ORDER);
        Map<String, List<Claim>> cells = new TreeMap<>();
        for (Claim claim : sorted) {
            Fact fact = claim.fact();
            Terms terms = fact.terms();
            String key = String.join(
                    "|",
                    terms.amount().currency(),
                    terms.amount().value().toPlainString(),
                    terms.amount().upper().map(Object::toString).orElse(""),
                    String.join(",", terms.donors().stream().sorted().toList()),
                    String.join(",", terms.recipients().stream().sorted().toList()),
                    terms.type().slug(),
                    terms.authority().orElse(""),
                    Group.ordinalOf(fact).toString(),
                    Group.isLegislative(terms.stage()) ? "bill" : "package");
            cells.computeIfAbsent(key, k -> new ArrayList<>()).add(claim);
        }
        return cells;
    }

    private static void cut(List<Claim> cell, List<Group> groups) {
        List<Claim> dated = new ArrayList<>();
        Map<String, Group> undated = new TreeMap<>();
        for (Claim claim : cell) {
            if (claim.isDated()) {
                dated.add(claim);
                continue;
            }
            Group same = undated.get(claim.said().toString());
            if (same == null) {
                undated.put(claim.said().toString(), Group.of(claim));
            } else {
                same.add(claim);
            }
        }
        dated.sort(Comparator.comparing((Claim claim) -> claim.firstDay().orElse(LocalDate.EPOCH))
                .thenComparing(Claim.ORDER));
        Group current = null;
        for (Claim claim : dated) {
            long day = claim.firstDay().map(LocalDate::toEpochDay).orElse(0L);
            if (current != null && goesOn(current, day)) {
                current.add(claim);
                continue;
            }
            current = Group.of(claim);
            groups.add(current);
        }
        groups.addAll(undated.values());
    }

    private static boolean goesOn(Group group, long day) {
        if (group.isLegislative()) {
            return day - group.last() <= BILL_DAYS;
        }
        return group.isAnnounced()
                ? day - group.day() <= NEWS_DAYS
                : day - group.last() <= NEWS_DAYS && day - group.first() <= AHEAD_DAYS;
    }

    /** Why two groups may be one. */
    private enum Join {
        /** Both are news of the same days. */
        NEWS,
        /** One is told again later. */
        TOLD_AGAIN,
        /** One has no day, or a wide span of days. */
        UNDATED
    }

    /** Joins each group to the best earlier one of its sums, in the order of strength. */
    private static List<Group> joined(List<Group> groups, Join join) {
        Map<String, List<Group>> blocks = new HashMap<>();
        List<Group> kept = new ArrayList<>();
        List<Group> ordered = new ArrayList<>(groups);
        if (join == Join.TOLD_AGAIN) {
            ordered.sort(Comparator.comparing((Group group) -> !group.isFresh())
                    .thenComparingLong(Group::day)
                    .thenComparing(Group.strongestFirst()));
        } else if (join == Join.UNDATED) {
            ordered.sort(Comparator.comparing((Group group) -> !group.isDated()).thenComparing(Group.strongestFirst()));
        }
        for (Group group : ordered) {
            Group target = target(group, blocks, join);
            if (target != null) {
                target.addAll(group);
                enter(target, group, blocks);
                continue;
            }
            kept.add(group);
            enter(group, group, blocks);
        }
        return kept;
    }

    /** Joins news of the same days whose sums agree at the yearly rate; months and steps of dollars bound the search. */
    private static List<Group> joinedAcrossCurrencies(List<Group> groups) {
        Map<String, List<Group>> blocks = new HashMap<>();
        List<Group> kept = new ArrayList<>();
        List<Group> ordered = new ArrayList<>(groups);
        ordered.sort(Group.strongestFirst());
        for (Group group : ordered) {
            Optional<Integer> step = dollarStep(group);
            Group target = step.isPresent() ? acrossCurrencies(group, step.get(), blocks) : null;
            if (target != null) {
                target.addAll(group);
                continue;
            }
            kept.add(group);
            step.ifPresent(s -> blocks.computeIfAbsent(key("~", s, group.day()), k -> new ArrayList<>())
                    .add(group));
        }
        return kept;
    }

    private static Optional<Integer> dollarStep(Group group) {
        return group.isDated()
                ? Rates.shipped().toDollars(group.amount(), year(group)).map(Amounts::step)
                : Optional.empty();
    }

    private static int year(Group group) {
        return LocalDate.ofEpochDay(group.day()).getYear();
    }

    private static @org.jspecify.annotations.Nullable Group acrossCurrencies(
            Group group, int step, Map<String, List<Group>> blocks) {
        for (int s = step - 1; s <= step + 1; s++) {
            for (int month = -1; month <= 1; month++) {
                for (Group other : limited(blocks.get(key("~", s, group.day() + 30L * month)))) {
                    if (sameNews(group, other) && other.agreesAcrossCurrencies(group, year(other))) {
                        return other;
                    }
                }
            }
        }
        return null;
    }

    private static void enter(Group target, Group amountsOf, Map<String, List<Group>> blocks) {
        amountsOf.amounts().forEach(amount -> {
            String key = key(amount.currency(), Amounts.step(amount.value()), target.isDated() ? target.day() : -1);
            List<Group> block = blocks.computeIfAbsent(key, k -> new ArrayList<>());
            if (!block.contains(target)) {
                block.add(target);
            }
        });
    }

    /** Blocks are months of one step of sums; undated groups have a block of their own. */
    private static String key(String currency, int step, long day) {
        return currency + step + "@" + (day < 0 ? "" : Math.floorDiv(day, 30));
    }

    private static @org.jspecify.annotations.Nullable Group target(
            Group group, Map<String, List<Group>> blocks, Join join) {
        Group best = null;
        int agreeing = 0;
        for (Group other : near(group, blocks, join)) {
            if (other == best || !fits(group, other, join) || !other.agrees(group)) {
                continue;
            }
            agreeing++;
            if (best == null || better(group, other, best)) {
                best = other;
            }
        }
        // A sum without a day belongs to one of several packages of its size; which one, nobody knows.
        return join == Join.UNDATED && agreeing > 1 ? null : best;
    }

    private static boolean better(Group group, Group other, Group best) {
        if (!group.isDated()) {
            return false;
        }
        return Math.abs(other.day() - group.day()) < Math.abs(best.day() - group.day());
    }

    private static List<Group> near(Group group, Map<String, List<Group>> blocks, Join join) {
        List<Group> near = new ArrayList<>();
        int step = Amounts.step(group.amount().value());
        String currency = group.amount().currency();
        for (int s = step - 1; s <= step + 1; s++) {
            if (join == Join.UNDATED) {
                undated(group, blocks, currency, s, near);
                continue;
            }
            if (!group.isDated()) {
                continue;
            }
            int months = join == Join.NEWS ? 2 : backDays(group) / 30 + 1;
            for (int month = -months; month <= 1; month++) {
                near.addAll(limited(blocks.get(key(currency, s, group.day() + 30L * month))));
            }
        }
        return near;
    }

    private static void undated(
            Group group, Map<String, List<Group>> blocks, String currency, int step, List<Group> near) {
        if (group.isDated()) {
            return;
        }
        Claim claim = group.leader();
        near.addAll(limited(blocks.get(key(currency, step, -1))));
        if (claim.said().from().isEmpty() || claim.said().to().isEmpty()) {
            return;
        }
        long from = claim.said().from().get().toEpochDay();
        long to = Math.min(claim.said().to().get().toEpochDay(), from + 400);
        for (long day = from - 30; day <= to + 30; day += 30) {
            near.addAll(limited(blocks.get(key(currency, step, day))));
        }
    }

    private static List<Group> limited(@org.jspecify.annotations.Nullable List<Group> block) {
        if (block == null) {
            return List.of();
        }
        return block.size() <= MOST_COMPARED ? block : block.subList(block.size() - MOST_COMPARED, block.size());
    }

    private static boolean fits(Group group, Group other, Join join) {
        return switch (join) {
            case NEWS -> sameNews(group, other);
            case TOLD_AGAIN -> toldAgain(group, other);
            case UNDATED -> !group.isDated() && maySpan(group.leader(), other);
        };
    }

    private static boolean sameNews(Group one, Group two) {
        if (one.isLegislative() || two.isLegislative()) {
            long gap = Math.max(one.first(), two.first()) - Math.min(one.last(), two.last());
            return gap <= (one.isLegislative() && two.isLegislative() ? BILL_DAYS : NEWS_DAYS);
        }
        long apart = Math.abs(one.day() - two.day());
        if (one.isAnnounced() == two.isAnnounced()) {
            return apart <= NEWS_DAYS;
        }
        Group told = one.isAnnounced() ? two : one;
        Group made = told == one ? two : one;
        return told.day() <= made.day() ? apart <= AHEAD_DAYS : apart <= NEWS_DAYS;
    }

    private static boolean toldAgain(Group group, Group other) {
        long back = group.day() - other.day();
        boolean again = !group.isFresh() || group.isDeliveredOnly();
        return again && back >= 0 && back <= backDays(group);
    }

    private static int backDays(Group group) {
        return group.isDeliveredOnly() ? DELIVERY_DAYS : BACK_DAYS;
    }

    /** Do two spans of days overlap, or lie no further apart than so many days? Unknown ones meet only unknown ones. */
    private static boolean meet(StatedDate one, StatedDate two, int days) {
        if (one.isUnknown() || two.isUnknown()) {
            return one.equals(two);
        }
        LocalDate start = later(one.from().orElse(LocalDate.EPOCH), two.from().orElse(LocalDate.EPOCH));
        LocalDate end = later(
                one.to().orElse(LocalDate.MAX).isBefore(two.to().orElse(LocalDate.MAX))
                        ? one.to().orElse(LocalDate.EPOCH)
                        : two.to().orElse(LocalDate.MAX),
                LocalDate.EPOCH);
        return start.toEpochDay() - end.toEpochDay() <= days;
    }

    private static LocalDate later(LocalDate one, LocalDate two) {
        return one.isAfter(two) ? one : two;
    }

    private static boolean maySpan(Claim claim, Group other) {
        if (!other.isDated()) {
            boolean bill = Group.isLegislative(claim.fact().terms().stage()) || other.isLegislative();
            return meet(claim.said(), other.leader().said(), bill ? BILL_DAYS : 0);
        }
        boolean starts =
                claim.said().from().isEmpty() || claim.said().from().get().toEpochDay() <= other.day() + NEWS_DAYS;
        boolean ends = claim.said().to().isEmpty() || claim.said().to().get().toEpochDay() >= other.day() - NEWS_DAYS;
        return starts && ends;
    }
}
