package dev.tranche.resolve;

import dev.tranche.dating.StatedDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The ways in which two groups may be one: where a group looks for others, and which of them it joins. */
enum Join {
    /** Both are news of the same days. */
    NEWS,
    /** One restates the other later. */
    TOLD_AGAIN,
    /** One has no day, or a wide range of days. */
    UNDATED,
    /** News of the same days whose sums agree at a yearly exchange rate. */
    ACROSS_CURRENCIES;

    /** News of a package lasts this many days after its announcement; the next package of its size came after six. */
    static final int NEWS_DAYS = 4;

    /** A package is previewed at most this many days before. */
    static final int AHEAD_DAYS = 7;

    /**
     * A bill is mentioned again within this many days: requests were before legislatures for half a year between two
     * votes.
     */
    static final int BILL_DAYS = 180;

    /** A restated sum is looked up this many days back; packages of equal size five weeks apart were two. */
    private static final int BACK_DAYS = 21;

    /** A delivered sum is looked up this many days back. */
    private static final int DELIVERY_DAYS = 180;

    /** Months that {@link #NEWS} looks back. */
    private static final int NEWS_MONTHS = 2;

    /** The most months that any group looks back. */
    private static final int MOST_MONTHS = DELIVERY_DAYS / Place.MONTH_DAYS + 1;

    /** A wide range of days is searched this many days from its beginning. */
    private static final int LONGEST_SPAN = 400;

    /** Replaces the currency where amounts are compared in dollars. */
    private static final String DOLLARS = "~";

    private static final Place NOWHERE = new Place("", 0, Place.NO_MONTH);

    /** Returns the order in which groups are processed. */
    Comparator<Group> order() {
        return switch (this) {
            case NEWS, ACROSS_CURRENCIES -> Group.strongestFirst();
            case TOLD_AGAIN ->
                Comparator.comparing((Group group) -> !group.isFresh())
                        .thenComparingLong(Group::day)
                        .thenComparing(Group.strongestFirst());
            case UNDATED ->
                Comparator.comparing((Group group) -> !group.isDated()).thenComparing(Group.strongestFirst());
        };
    }

    /** Returns the place from which a group looks. */
    Place home(Group group) {
        if (this == ACROSS_CURRENCIES) {
            return dollarStep(group)
                    .map(step -> Place.of(DOLLARS, step, group.day()))
                    .orElse(NOWHERE);
        }
        return Place.of(
                group.amount().currency(), Amounts.step(group.amount().value()), group.isDated() ? group.day() : -1);
    }

    /** Returns the homes of all groups that search a place. */
    List<Place> homesThatRead(Place place) {
        List<Place> homes = new ArrayList<>();
        for (int step = place.step() - 1; step <= place.step() + 1; step++) {
            // A group in the first months of the time range may search before it.
            boolean early = place.month() <= 1;
            if (this == UNDATED || early) {
                homes.add(new Place(place.currency(), step, Place.NO_MONTH));
            }
            if (this == UNDATED) {
                continue;
            }
            long from = place.month() == Place.NO_MONTH ? 0 : Math.max(0, place.month() - MOST_MONTHS);
            long to = place.month() == Place.NO_MONTH ? MOST_MONTHS : place.month() + MOST_MONTHS;
            for (long month = from; month <= to; month++) {
                homes.add(new Place(place.currency(), step, month));
            }
        }
        return homes;
    }

    /** Returns the places where a group looks for others, in search order. */
    List<Place> reads(Group group) {
        List<Place> reads = new ArrayList<>();
        Place home = home(group);
        if (home.equals(NOWHERE)) {
            return reads;
        }
        for (int step = home.step() - 1; step <= home.step() + 1; step++) {
            switch (this) {
                case NEWS -> {
                    boolean bill = group.isLong();
                    months(group, home, step, bill ? MOST_MONTHS : NEWS_MONTHS, bill ? MOST_MONTHS : 1, reads);
                }
                case TOLD_AGAIN -> months(group, home, step, backDays(group) / Place.MONTH_DAYS + 1, 1, reads);
                case UNDATED -> span(group, home, step, reads);
                case ACROSS_CURRENCIES -> {
                    int far = group.isLegislative() ? MOST_MONTHS : 1;
                    months(group, home, step, far, far, reads);
                }
            }
        }
        return reads;
    }

    private static void months(Group group, Place home, int step, int back, int ahead, List<Place> reads) {
        if (!group.isDated()) {
            return;
        }
        for (int month = -back; month <= ahead; month++) {
            reads.add(Place.of(home.currency(), step, group.day() + (long) Place.MONTH_DAYS * month));
        }
    }

    private static void span(Group group, Place home, int step, List<Place> reads) {
        if (group.isDated()) {
            return;
        }
        StatedDate said = group.leader().said();
        reads.add(Place.of(home.currency(), step, -1));
        if (said.from().isEmpty() || said.to().isEmpty()) {
            return;
        }
        long from = said.from().get().toEpochDay();
        long to = Math.min(said.to().get().toEpochDay(), from + LONGEST_SPAN);
        for (long day = from - Place.MONTH_DAYS; day <= to + Place.MONTH_DAYS; day += Place.MONTH_DAYS) {
            reads.add(Place.of(home.currency(), step, day));
        }
    }

    /**
     * Returns the places in which a group is put under its own sums, or under those of a group joined to it.
     *
     * @param group the group in its current state
     * @param sums the group whose sums are used
     * @param itself is it put there on its own account?
     */
    List<Place> enters(Group group, Group sums, boolean itself) {
        if (this == ACROSS_CURRENCIES) {
            Place home = home(sums);
            return itself && !home.equals(NOWHERE) ? List.of(home) : List.of();
        }
        long day = group.isDated() ? group.day() : -1;
        return sums.amounts().stream()
                .map(amount -> Place.of(amount.currency(), Amounts.step(amount.value()), day))
                .distinct()
                .toList();
    }

    /** May a group be joined to another? */
    boolean fits(Group group, Group other) {
        return switch (this) {
            case NEWS -> sameNews(group, other) && other.agrees(group);
            case TOLD_AGAIN -> toldAgain(group, other) && other.agrees(group);
            case UNDATED -> !group.isDated() && maySpan(group.leader(), other) && other.agrees(group);
            case ACROSS_CURRENCIES -> sameNews(group, other) && other.agreesAcrossCurrencies(group, year(other));
        };
    }

    /** Is another group better to join than the best so far? The nearer day wins; among equals, the first found. */
    boolean isBetter(Group group, Group other, Group best) {
        return group.isDated() && Math.abs(other.day() - group.day()) < Math.abs(best.day() - group.day());
    }

    /** Is the first matching group taken? */
    boolean takesFirst() {
        return this == ACROSS_CURRENCIES;
    }

    /** A sum without a day belongs to one of several packages of its size; which one is unknown. */
    boolean wantsOne() {
        return this == UNDATED;
    }

    private static Optional<Integer> dollarStep(Group group) {
        return group.isDated()
                ? Rates.shipped().toDollars(group.amount(), year(group)).map(Amounts::step)
                : Optional.empty();
    }

    private static int year(Group group) {
        return LocalDate.ofEpochDay(group.day()).getYear();
    }

    private static boolean sameNews(Group one, Group two) {
        if (one.isLong() || two.isLong()) {
            long gap = Math.max(one.first(), two.first()) - Math.min(one.last(), two.last());
            return gap <= (one.isLong() && two.isLong() ? BILL_DAYS : NEWS_DAYS);
        }
        long apart = Math.abs(one.day() - two.day());
        if (one.isAnnounced() == two.isAnnounced()) {
            return apart <= NEWS_DAYS;
        }
        Group told = one.isAnnounced() ? two : one;
        Group made = told == one ? two : one;
        return told.day() <= made.day() ? apart <= AHEAD_DAYS : apart <= NEWS_DAYS;
    }

    /** A delivery follows an earlier announcement; two deliveries a month apart are two payments. */
    private static boolean toldAgain(Group group, Group other) {
        long back = group.day() - other.day();
        boolean payments = group.isDeliveredOnly() && other.isDeliveredOnly();
        boolean again = !group.isFresh() || group.isDeliveredOnly() && !payments;
        return again && back >= 0 && back <= (payments ? BACK_DAYS : backDays(group));
    }

    private static int backDays(Group group) {
        return group.isDeliveredOnly() ? DELIVERY_DAYS : BACK_DAYS;
    }

    /** Do two spans of days overlap, or are they at most this many days apart? Unknown ones match only unknown ones. */
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
