package dev.tranche.ledger;

import dev.tranche.dating.StatedDate;
import dev.tranche.fact.AidType;
import dev.tranche.fact.Basis;
import dev.tranche.fact.Cell;
import dev.tranche.fact.Fact;
import dev.tranche.fact.FactItem;
import dev.tranche.fact.Stage;
import dev.tranche.mention.Bound;
import dev.tranche.mention.StatedAmount;
import dev.tranche.resolve.Amounts;
import dev.tranche.resolve.Claim;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** Writes one entry from the claims of one group. */
final class EntryWriter {

    /** A delivery that this many times more outlets report as announced is a figure of speech: arms "headed" somewhere. */
    private static final int LOUDER = 3;

    /** Days within which reports are about the same news. */
    private static final long SAME_NEWS = 2;

    private final List<Claim> claims;
    private final Set<Flag> flags = EnumSet.noneOf(Flag.class);

    private EntryWriter(List<Claim> claims) {
        this.claims = claims;
    }

    static Commitment write(List<Claim> claims) {
        return new EntryWriter(claims).write();
    }

    private Commitment write() {
        List<String> donors = most(claim -> claim.fact().terms().donors());
        List<String> recipients = most(claim -> claim.fact().terms().recipients());
        StatedAmount amount = amount();
        List<StageStep> stages = stages();
        StatedDate date = date(stages);
        flag(donors, recipients, amount, date);
        return new Commitment(
                EntryIds.of(claims),
                donors,
                recipients,
                amount,
                type(),
                Votes.most(claims, claim -> claim.fact().terms().authority()),
                stages.isEmpty() ? Stage.ANNOUNCED : furthest(stages),
                date,
                Optional.empty(),
                true,
                ordinal(),
                items(),
                stages,
                flags,
                claims,
                Optional.empty(),
                Review.NONE,
                Judgement.SOUND);
    }

    private List<String> most(java.util.function.Function<Claim, List<String>> what) {
        return Votes.most(
                        claims,
                        claim -> Optional.of(what.apply(claim).stream().sorted().toList())
                                .filter(list -> !list.isEmpty()))
                .orElse(List.of());
    }

    /** The most reported sum, or a more precise one that rounds to it, if a quarter of its outlets report that. */
    private StatedAmount amount() {
        List<BigDecimal> values = Votes.ranked(claims, EntryWriter::value);
        String currency = Votes.most(
                        claims,
                        claim -> Optional.of(claim.fact().terms().amount().currency()))
                .orElseThrow();
        BigDecimal best = values.stream()
                .filter(value -> told(value, currency))
                .findFirst()
                .orElse(values.getFirst());
        for (BigDecimal value : values) {
            boolean finer = value.stripTrailingZeros().precision()
                    > best.stripTrailingZeros().precision();
            int outlets = Votes.outlets(claims, EntryWriter::value, value);
            if (finer && told(value, currency) && 4 * outlets >= Votes.outlets(claims, EntryWriter::value, best)) {
                best = value;
            }
        }
        BigDecimal chosen = best;
        Bound bound = Votes.most(
                        claims,
                        claim -> value(claim).equals(Optional.of(chosen))
                                ? Optional.of(claim.fact().terms().amount().bound())
                                : Optional.empty())
                .orElse(Bound.EXACTLY);
        Optional<BigDecimal> upper = claims.stream()
                .map(claim -> claim.fact().terms().amount())
                .filter(amount -> amount.value().compareTo(chosen) == 0)
                .flatMap(amount -> amount.upper().stream())
                .max(Comparator.naturalOrder());
        return new StatedAmount(chosen, upper, currency, bound);
    }

    private static Optional<BigDecimal> value(Claim claim) {
        return Optional.of(claim.fact().terms().amount().value());
    }

    private boolean told(BigDecimal value, String currency) {
        return claims.stream()
                .map(claim -> claim.fact().terms().amount())
                .anyMatch(amount -> amount.value().compareTo(value) == 0
                        && amount.currency().equals(currency));
    }

    private AidType type() {
        return Votes.most(
                        claims,
                        claim -> Optional.of(claim.fact().terms().type())
                                .filter(type -> type != AidType.UNKNOWN && type != AidType.MIXED))
                .or(() -> Votes.most(
                        claims,
                        claim -> Optional.of(claim.fact().terms().type()).filter(type -> type != AidType.UNKNOWN)))
                .orElse(AidType.UNKNOWN);
    }

    private OptionalInt ordinal() {
        Optional<Integer> ordinal = Votes.most(claims, EntryWriter::ordinalOf);
        return ordinal.isPresent() ? OptionalInt.of(ordinal.get()) : OptionalInt.empty();
    }

    static Optional<Integer> ordinalOf(Claim claim) {
        if (claim.fact() instanceof Fact.Aid aid && aid.ordinal().isPresent()) {
            return Optional.of(aid.ordinal().getAsInt());
        }
        return Optional.empty();
    }

    private List<FactItem> items() {
        Map<String, FactItem> items = new TreeMap<>();
        for (Claim claim : claims) {
            if (claim.fact() instanceof Fact.Aid aid) {
                for (FactItem item : aid.items()) {
                    items.merge(item.name(), item, (one, two) -> one.quantity().isPresent() ? one : two);
                }
            }
        }
        return new ArrayList<>(items.values());
    }

    private List<StageStep> stages() {
        Map<Stage, List<Claim>> told = new TreeMap<>();
        boolean worded = claims.stream().anyMatch(EntryWriter::saysStage);
        for (Claim claim : claims) {
            if (worded && !saysStage(claim)) {
                continue;
            }
            Stage stage = claim.fact().terms().stage();
            if (stage == Stage.BLOCKED && isDoubtfulStop(claim)) {
                flags.add(Flag.DOUBTFUL_STOP);
                continue;
            }
            told.computeIfAbsent(stage, key -> new ArrayList<>()).add(claim);
        }
        List<StageStep> steps = new ArrayList<>();
        told.forEach((stage, list) -> steps.add(new StageStep(
                stage,
                earliest(list),
                list.stream().map(Claim::report).distinct().sorted().toList())));
        return steps;
    }

    /** Does a claim have words for its stage? A default does not count against words. */
    private static boolean saysStage(Claim claim) {
        List<Cell> cells = claim.fact().cells().stage();
        return cells.isEmpty() || cells.stream().anyMatch(cell -> cell.basis() != Basis.DEFAULT);
    }

    /**
     * A drawdown takes equipment from stocks and gives it; translations turn this into a cut or a withdrawal. A stop of
     * a drawdown is booked only if two origins report it and nobody announces it.
     */
    private boolean isDoubtfulStop(Claim stop) {
        boolean drawdown = claims.stream()
                .anyMatch(claim -> claim.fact().terms().authority().equals(Optional.of("PDA")));
        long origins = claims.stream()
                .filter(claim -> claim.fact().terms().stage() == Stage.BLOCKED)
                .mapToLong(Claim::origin)
                .distinct()
                .count();
        boolean announced =
                claims.stream().anyMatch(claim -> claim.fact().terms().stage() == Stage.ANNOUNCED);
        if (isDrownedOut(stop)) {
            return true;
        }
        boolean stopIsDrawdown = stop.fact().terms().authority().equals(Optional.of("PDA"));
        return stopIsDrawdown ? origins < 2 || announced : drawdown && announced;
    }

    /**
     * Do two or more outlets announce, on the days of the stop, what only one outlet calls stopped? Nobody stops
     * what has only just been announced without others noticing.
     */
    private boolean isDrownedOut(Claim stop) {
        Optional<LocalDate> day = stop.said().from();
        long announcing = claims.stream()
                .filter(claim -> claim.fact().terms().stage() == Stage.ANNOUNCED)
                .filter(claim -> day.isPresent() && isNear(claim.said(), day.get()))
                .map(Claim::outlet)
                .distinct()
                .count();
        return announcing > 1 && outlets(Stage.BLOCKED) == 1;
    }

    private static boolean isNear(StatedDate date, LocalDate day) {
        return date.from()
                .filter(from -> Math.abs(from.toEpochDay() - day.toEpochDay()) <= SAME_NEWS)
                .isPresent();
    }

    static StatedDate earliest(List<Claim> list) {
        return list.stream()
                .map(Claim::said)
                .filter(date -> !date.isUnknown())
                .min(Comparator.comparing((StatedDate date) ->
                                date.from().isEmpty() || date.to().isEmpty())
                        .thenComparingLong(EntryWriter::width)
                        .thenComparing(date -> date.from().or(date::to).orElse(LocalDate.MAX)))
                .orElse(StatedDate.UNKNOWN);
    }

    /** Days of a date, treating a few alike. */
    private static long width(StatedDate date) {
        if (date.from().isEmpty() || date.to().isEmpty()) {
            return Long.MAX_VALUE;
        }
        long days = date.to().get().toEpochDay() - date.from().get().toEpochDay();
        return days <= 2 ? 0 : days;
    }

    private StatedDate date(List<StageStep> stages) {
        return stages.stream()
                .filter(step -> step.stage() == Stage.ANNOUNCED && !step.date().isUnknown())
                .map(StageStep::date)
                .findFirst()
                .orElseGet(() -> earliest(claims));
    }

    /**
     * The furthest stage; a stop counts only if no later stage is reported after it. What most outlets report as
     * requested or stopped does not become announced because one outlet says so, and a vote that only one of many
     * outlets reports does not count yet.
     */
    private Stage furthest(List<StageStep> stages) {
        List<StageStep> told = new ArrayList<>(stages);
        int asking = outlets(Stage.REQUESTED) + outlets(Stage.BLOCKED);
        told.removeIf(step -> asking > 0
                && step.stage().isPromised()
                && outlets(Stage.APPROPRIATED) + outlets(step.stage()) <= asking);
        told.removeIf(step -> step.stage() == Stage.DELIVERED
                && told.size() > 1
                && LOUDER * outlets(Stage.DELIVERED) <= outlets(Stage.ANNOUNCED));
        StageStep last = told.isEmpty() ? stages.getLast() : told.getLast();
        Optional<StageStep> stop =
                told.stream().filter(step -> step.stage() == Stage.BLOCKED).findFirst();
        if (stop.isPresent() && last.stage() != Stage.BLOCKED) {
            Optional<LocalDate> stopped = stop.get().date().from();
            Optional<LocalDate> moved = last.date().from();
            boolean later =
                    stopped.isPresent() && moved.isPresent() && stopped.get().isAfter(moved.get());
            return later ? Stage.BLOCKED : last.stage();
        }
        return last.stage();
    }

    private int outlets(Stage stage) {
        return (int) claims.stream()
                .filter(claim -> claim.fact().terms().stage() == stage)
                .map(Claim::outlet)
                .distinct()
                .count();
    }

    private void flag(List<String> donors, List<String> recipients, StatedAmount amount, StatedDate date) {
        if (donors.isEmpty()) {
            flags.add(Flag.NO_DONOR);
        }
        if (recipients.isEmpty()) {
            flags.add(Flag.NO_RECIPIENT);
        }
        if (date.isUnknown()) {
            flags.add(Flag.NO_DATE);
        }
        if (claims.stream().map(Claim::outlet).distinct().count() == 1) {
            flags.add(Flag.ONE_OUTLET);
        }
        Map<String, BigDecimal> perReport = new LinkedHashMap<>();
        for (Claim claim : claims) {
            StatedAmount told = claim.fact().terms().amount();
            if (!told.currency().equals(amount.currency())) {
                flags.add(Flag.SEVERAL_CURRENCIES);
                continue;
            }
            if (told.value().compareTo(amount.value()) != 0) {
                flags.add(Flag.SUMS_DIFFER);
            }
            BigDecimal before = perReport.putIfAbsent(claim.report(), told.value());
            if (before != null
                    && before.compareTo(told.value()) != 0
                    && !Amounts.agree(told, StatedAmount.of(before, told.currency(), Bound.ABOUT))) {
                flags.add(Flag.REPORT_CONTRADICTS_ITSELF);
            }
        }
    }
}
