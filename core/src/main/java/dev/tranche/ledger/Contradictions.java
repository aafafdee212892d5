package dev.tranche.ledger;

import dev.tranche.dating.StatedDate;
import dev.tranche.fact.Fact;
import dev.tranche.fact.Stage;
import dev.tranche.ledger.Contradiction.Kind;
import dev.tranche.ledger.Contradiction.Side;
import dev.tranche.mention.StatedAmount;
import dev.tranche.resolve.Amounts;
import dev.tranche.resolve.Claim;
import dev.tranche.resolve.Rates;
import dev.tranche.review.Field;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Classifies the differences between what reports say about one entry or one total. */
final class Contradictions {

    private static final double MOST_REVISED = 1.5;

    /** What is reported within this many days is about one moment. */
    private static final int SAME_DAYS = 1;

    private static final String SET = "a person set it";

    private final List<Contradiction> found = new ArrayList<>();

    private Contradictions() {}

    /** Returns those between the reports on one entry. */
    static List<Contradiction> within(Commitment entry) {
        Contradictions search = new Contradictions();
        search.examine(entry);
        return List.copyOf(search.found);
    }

    /** Returns those between entries and between totals. */
    static List<Contradiction> between(List<Commitment> entries, List<TotalClaim> totals) {
        Contradictions search = new Contradictions();
        search.between(entries);
        search.bases(totals);
        return search.found;
    }

    private void examine(Commitment entry) {
        sums(entry);
        differing(
                entry,
                Kind.AUTHORITY,
                claim -> claim.fact().terms().authority(),
                set(entry, Field.AUTHORITY, entry.authority().orElse("")));
        differing(
                entry,
                Kind.ORDINAL,
                claim -> EntryWriter.ordinalOf(claim).map(Object::toString),
                set(
                        entry,
                        Field.ORDINAL,
                        entry.ordinal().isPresent() ? "" + entry.ordinal().getAsInt() : ""));
        differing(
                entry,
                Kind.SCOPE,
                claim -> Optional.of(claim.fact().terms().recipients())
                        .filter(list -> !list.isEmpty())
                        .map(list -> String.join("+", list.stream().sorted().toList())),
                set(entry, Field.RECIPIENT, String.join("+", entry.recipients())));
        stops(entry);
    }

    /** Returns the value of a cell if a person set it. */
    private static Optional<String> set(Commitment entry, Field field, String value) {
        return entry.review().isCorrected(field) ? Optional.of(value) : Optional.empty();
    }

    private static Optional<LocalDate> announcedOn(Claim claim) {
        StatedDate said = claim.fact().date();
        boolean single = said.from().isPresent() && said.from().equals(said.to());
        return single && claim.fact().terms().stage() == Stage.ANNOUNCED ? said.from() : Optional.empty();
    }

    /**
     * Sums in two currencies contradict each other only if no exchange rate of the year makes them equal; rounding is
     * never a contradiction.
     */
    private void sums(Commitment entry) {
        Function<Claim, Optional<String>> sum =
                claim -> Optional.of(claim.fact().terms().amount().value().toPlainString() + " "
                        + claim.fact().terms().amount().currency());
        String shown =
                entry.amount().value().toPlainString() + " " + entry.amount().currency();
        int year =
                entry.date().from().or(entry.date()::to).map(LocalDate::getYear).orElse(0);
        Set<String> seen = new HashSet<>();
        for (Claim claim : entry.claims()) {
            StatedAmount told = claim.fact().terms().amount();
            boolean foreign = !told.currency().equals(entry.amount().currency());
            if (foreign
                    && !Rates.shipped().agree(told, entry.amount(), year)
                    && seen.add(sum.apply(claim).orElse(""))) {
                String other = sum.apply(claim).orElse("");
                String rule = entry.review().isCorrected(Field.AMOUNT) ? SET : converted(entry, other);
                add(Kind.CURRENCY, entry, sum, shown, other, rule);
            }
        }
    }

    /** States the rate at which the other sum was compared with the one shown. */
    private static String converted(Commitment entry, String other) {
        int year =
                entry.date().from().or(entry.date()::to).map(LocalDate::getYear).orElse(0);
        String currency = other.substring(other.lastIndexOf(' ') + 1);
        String rates = Stream.of(currency, entry.amount().currency())
                .filter(code -> !code.equals("USD"))
                .flatMap(code -> Rates.shipped().find(code, year).stream())
                .map(Object::toString)
                .collect(Collectors.joining("; "));
        return "most reported; converted: " + (rates.isEmpty() ? "no rate is known" : rates);
    }

    private void differing(Commitment entry, Kind type, Function<Claim, Optional<String>> what, Optional<String> set) {
        List<String> values = Votes.ranked(entry.claims(), what);
        if (values.isEmpty()) {
            return;
        }
        String shown = set.orElse(values.getFirst());
        for (String value : values) {
            if (!value.equals(shown) && !nests(value, shown)) {
                add(type, entry, what, shown, value, set.isPresent() ? SET : "most outlets report it");
            }
        }
    }

    /** "Ukraine" and "Ukraine and Moldova" may both be right. */
    private static boolean nests(String one, String two) {
        List<String> ones = List.of(one.split("\\+"));
        List<String> twos = List.of(two.split("\\+"));
        return ones.containsAll(twos) || twos.containsAll(ones);
    }

    /**
     * Stopped on one day and given on another is a sequence; on the same days, by different outlets, it is a
     * contradiction.
     */
    private static boolean isSequence(Commitment entry) {
        List<LocalDate> stopped = days(entry, Stage.BLOCKED);
        List<LocalDate> given = days(entry, Stage.ANNOUNCED);
        return stopped.stream()
                .noneMatch(day ->
                        given.stream().anyMatch(other -> Math.abs(day.toEpochDay() - other.toEpochDay()) <= SAME_DAYS));
    }

    private static List<LocalDate> days(Commitment entry, Stage stage) {
        return entry.claims().stream()
                .filter(claim -> claim.fact().terms().stage() == stage)
                .flatMap(claim -> claim.firstDay().stream())
                .toList();
    }

    /**
     * A stop reported before or after the announcement by others; doubtful stops of drawdowns are kept here, not
     * booked.
     */
    private void stops(Commitment entry) {
        Function<Claim, Optional<String>> what =
                claim -> switch (claim.fact().terms().stage()) {
                    case BLOCKED -> Optional.of("blocked");
                    case ANNOUNCED, DELIVERED -> Optional.of("given");
                    case REQUESTED, PLANNED, APPROPRIATED -> Optional.empty();
                };
        List<String> values = Votes.ranked(entry.claims(), what);
        if (values.size() == 2 && !entry.flags().contains(Flag.DOUBTFUL_STOP) && !isSequence(entry)) {
            String shown = entry.stage() == Stage.BLOCKED ? "blocked" : "given";
            String other = shown.equals("given") ? "blocked" : "given";
            boolean set = entry.review().isCorrected(Field.STAGE);
            add(
                    Kind.STAGE,
                    entry,
                    what,
                    shown,
                    other,
                    set ? SET : "the later stage; a stop of a drawdown needs two origins");
        }
    }

    private void add(
            Kind type,
            Commitment entry,
            Function<Claim, Optional<String>> what,
            String shown,
            String other,
            String rule) {
        Side one = side(entry.claims(), what, shown);
        Side two = side(entry.claims(), what, other);
        // A cell set by a person needs no quote; everything else is shown with the words of both sides or not at all.
        boolean worded = rule.equals(SET) || !one.quote().isEmpty();
        if (worded && !two.quote().isEmpty() && !one.reports().containsAll(two.reports())) {
            found.add(new Contradiction(type, entry.id(), one, two, rule));
        }
    }

    private static Side side(List<Claim> claims, Function<Claim, Optional<String>> what, String value) {
        List<Claim> tell = claims.stream()
                .filter(claim -> what.apply(claim).equals(Optional.of(value)))
                .toList();
        return new Side(
                value,
                tell.stream().map(Claim::report).distinct().sorted().toList(),
                tell.isEmpty() ? "" : tell.getFirst().fact().evidence().quote());
    }

    private record Day(List<String> donors, List<String> recipients, LocalDate day, String currency) {}

    /** Two entries of one donor, recipient and day whose sums nearly agree: one of them may be misreported. */
    private void between(List<Commitment> entries) {
        Map<Day, List<Commitment>> days = new HashMap<>();
        for (Commitment entry : entries) {
            if (entry.date().from().isEmpty()
                    || entry.parent().isPresent()
                    || entry.claims().isEmpty()) {
                continue;
            }
            Day day = new Day(
                    entry.donors(),
                    entry.recipients(),
                    entry.date().from().get(),
                    entry.amount().currency());
            List<Commitment> same = days.computeIfAbsent(day, key -> new ArrayList<>(1));
            for (Commitment other : same) {
                near(other, entry);
            }
            if (same.size() < 50) {
                same.add(entry);
            }
        }
    }

    /**
     * A later report of the only outlet with the earlier sum gives another for the same day; at most half as much
     * again, or they are two packages.
     */
    private boolean revises(Commitment one, Commitment two) {
        boolean apart = Collections.disjoint(one.reports(), two.reports());
        if (!apart || one.outlets() != 1 || two.outlets() != 1 || Amounts.agree(one.amount(), two.amount())) {
            return false;
        }
        Claim first = one.claims().getFirst();
        Claim second = two.claims().getFirst();
        Optional<LocalDate> a = first.published().to();
        Optional<LocalDate> b = second.published().from();
        if (!first.outlet().equals(second.outlet())
                || a.isEmpty()
                || b.isEmpty()
                || !a.get().isBefore(b.get())) {
            return false;
        }
        boolean alike = one.authority().equals(two.authority())
                && one.ordinal().equals(two.ordinal())
                && one.type() == two.type()
                && announcedOn(first).isPresent()
                && announcedOn(first).equals(announcedOn(second));
        double ratio = one.amount().value().doubleValue() / two.amount().value().doubleValue();
        if (!alike || ratio < 1 / MOST_REVISED || ratio > MOST_REVISED) {
            return false;
        }
        found.add(new Contradiction(
                Kind.REVISION,
                two.id(),
                new Side(two.id(), two.reports(), second.fact().evidence().quote()),
                new Side(one.id(), one.reports(), first.fact().evidence().quote()),
                "the later report of the same outlet; both are kept as entries"));
        return true;
    }

    private void near(Commitment one, Commitment two) {
        if (revises(one, two) || revises(two, one)) {
            return;
        }
        boolean equal = Amounts.agree(one.amount(), two.amount());
        double ratio = one.amount().value().doubleValue() / two.amount().value().doubleValue();
        if (!equal && (ratio < 0.97 || ratio > 1.03)) {
            return;
        }
        boolean authorities = one.authority().isPresent()
                && two.authority().isPresent()
                && !one.authority().equals(two.authority());
        boolean ordinals = one.ordinal().isPresent()
                && two.ordinal().isPresent()
                && !one.ordinal().equals(two.ordinal());
        Kind type = authorities ? Kind.AUTHORITY : ordinals ? Kind.ORDINAL : Kind.PLAIN_ERROR;
        if (equal && !authorities && !ordinals) {
            return;
        }
        Claim first = one.claims().getFirst();
        Claim second = two.claims().getFirst();
        found.add(new Contradiction(
                type,
                one.id(),
                new Side(one.id(), one.reports(), first.fact().evidence().quote()),
                new Side(two.id(), two.reports(), second.fact().evidence().quote()),
                "both are kept as entries"));
    }

    /**
     * One total of one donor to one recipient within the same weeks, stated with two bases: one of them is a copying
     * error.
     */
    private void bases(List<TotalClaim> totals) {
        Map<String, List<TotalClaim>> same = new HashMap<>();
        for (TotalClaim total : totals) {
            if (total.since().isEmpty()) {
                continue;
            }
            String key = total.donors() + "|" + total.recipients() + "|"
                    + total.amount().value() + "|" + total.amount().currency();
            List<TotalClaim> list = same.computeIfAbsent(key, k -> new ArrayList<>());
            for (TotalClaim other : list) {
                if (!other.since().equals(total.since()) && within(other, total, 30)) {
                    found.add(new Contradiction(
                            Kind.BASE_DRIFT,
                            "total of " + total.amount().value().toPlainString() + " "
                                    + total.amount().currency(),
                            side(other),
                            side(total),
                            "reported first; a total cannot be the same since two different days"));
                }
            }
            list.add(total);
        }
    }

    private static boolean within(TotalClaim one, TotalClaim two, int days) {
        Optional<LocalDate> a = one.date().from();
        Optional<LocalDate> b = two.date().from();
        return a.isPresent()
                && b.isPresent()
                && Math.abs(a.get().toEpochDay() - b.get().toEpochDay()) <= days;
    }

    private static Side side(TotalClaim total) {
        Fact fact = total.claims().getFirst().fact();
        return new Side(
                "since " + total.since().orElse("?"),
                total.claims().stream().map(Claim::report).distinct().sorted().toList(),
                fact.evidence().quote());
    }
}
