package dev.tranche.ledger;

import dev.tranche.dating.StatedDate;
import dev.tranche.fact.AidType;
import dev.tranche.fact.Stage;
import dev.tranche.mention.Bound;
import dev.tranche.mention.StatedAmount;
import dev.tranche.record.OfficialRecord;
import dev.tranche.record.RecordRow;
import dev.tranche.resolve.Amounts;
import dev.tranche.resolve.Claim;
import dev.tranche.review.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Matches the rows of an official record with the entries of reports.
 *
 * <p>A row that reports mention becomes their entry, with both sources. Rows of one day that reports give as one
 * headline sum go below it. Every other row is a separate entry. So nothing is counted twice.
 */
final class RecordEntries {

    /** Reports mention a row within this many days of its day. */
    private static final int DAYS = 4;

    private final Map<String, Commitment> entries = new LinkedHashMap<>();
    private final Map<Day, List<String>> days = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final List<RecordRow> alone = new ArrayList<>();
    private final Map<RecordRow, String> told = new LinkedHashMap<>();

    private record Day(String donor, LocalDate day) {}

    private RecordEntries(List<Commitment> reported) {
        reported.forEach(entry -> put(entry.id(), entry));
    }

    /** Returns the entries of reports and of the record, in order of their days. */
    static List<Commitment> join(List<Commitment> reported, OfficialRecord record) {
        RecordEntries joined = new RecordEntries(reported);
        record.rows().forEach(joined::tell);
        joined.headlines(record.rows());
        joined.alone.forEach(row -> joined.add(row, Optional.empty()));
        List<Commitment> sorted = new ArrayList<>(joined.entries.values());
        sorted.sort(Comparator.comparing((Commitment entry) ->
                        entry.date().from().or(entry.date()::to).orElse(LocalDate.MAX))
                .thenComparing(Commitment::id));
        return sorted;
    }

    private void put(String id, Commitment entry) {
        if (entries.put(id, entry) == null && entry.donors().size() == 1) {
            entry.date()
                    .from()
                    .ifPresent(day -> days.computeIfAbsent(
                                    new Day(entry.donors().getFirst(), day), key -> new ArrayList<>(1))
                            .add(id));
        }
    }

    /** Returns the entries of one donor that begin within some days of a day; no others match a row. */
    private Stream<Commitment> near(String donor, LocalDate day) {
        return IntStream.rangeClosed(-DAYS, DAYS)
                .boxed()
                .flatMap(shift -> days.getOrDefault(new Day(donor, day.plusDays(shift)), List.of()).stream())
                .flatMap(id -> Stream.ofNullable(entries.get(id)));
    }

    /** Merges a row with the nearest entry with its sum. */
    private void tell(RecordRow row) {
        Optional<Commitment> same = near(row.donor(), row.date())
                .filter(entry -> !taken.contains(entry.id())
                        && fits(entry, row)
                        && mayBeUnder(entry, row)
                        && Amounts.agree(entry.amount(), amount(row.amount(), row)))
                .min(Comparator.comparing((Commitment entry) ->
                                !entry.authority().orElse(row.authority()).equals(row.authority()))
                        .thenComparing(entry -> entry.amount().value().compareTo(row.amount()) != 0)
                        .thenComparing(entry -> !entry.leaf())
                        .thenComparingLong(entry -> apart(entry, row.date()))
                        .thenComparing(Commitment::id));
        if (same.isEmpty()) {
            alone.add(row);
            return;
        }
        Commitment entry = same.get();
        taken.add(entry.id());
        told.put(row, entry.id());
        put(entry.id(), entry.recorded(row));
        if (entry.leaf() && row.share().isPresent()) {
            share(row, entry.id());
        }
    }

    /** Reports get authorities wrong: the same sum on the same day is the row nevertheless. */
    private static boolean mayBeUnder(Commitment entry, RecordRow row) {
        return entry.authority().isEmpty()
                || entry.authority().get().equals(row.authority())
                || (entry.amount().value().compareTo(row.amount()) == 0 && apart(entry, row.date()) <= 1);
    }

    private static boolean fits(Commitment entry, RecordRow row) {
        boolean parties = entry.donors().equals(List.of(row.donor()))
                && (entry.recipients().containsAll(row.recipients())
                        || row.recipients().containsAll(entry.recipients()))
                && (!entry.recipients().isEmpty() || entry.authority().isPresent());
        boolean bill = entry.stage() == Stage.REQUESTED || entry.stage() == Stage.APPROPRIATED;
        return parties
                && entry.amount().currency().equals(row.currency())
                && bill == (row.stage() == Stage.APPROPRIATED)
                && apart(entry, row.date()) <= DAYS;
    }

    /** Returns the contradictions where reports give an authority other than the record's. */
    static List<Contradiction> contradictions(List<Commitment> joined) {
        List<Contradiction> found = new ArrayList<>();
        for (Commitment entry : joined) {
            if (entry.row().isEmpty() || entry.claims().isEmpty()) {
                continue;
            }
            RecordRow row = entry.row().get();
            List<Claim> others = entry.claims().stream()
                    .filter(claim -> claim.fact()
                            .terms()
                            .authority()
                            .filter(code -> !code.equals(row.authority()))
                            .isPresent())
                    .toList();
            if (!others.isEmpty()) {
                found.add(new Contradiction(
                        Contradiction.Kind.AUTHORITY,
                        entry.id(),
                        new Contradiction.Side(row.authority(), List.of(), row.id() + " in " + row.place()),
                        new Contradiction.Side(
                                others.getFirst().fact().terms().authority().orElse(""),
                                others.stream()
                                        .map(Claim::report)
                                        .distinct()
                                        .sorted()
                                        .toList(),
                                others.getFirst().fact().evidence().quote()),
                        "the official record has it"));
            }
        }
        return found;
    }

    private static long apart(Commitment entry, LocalDate day) {
        Optional<LocalDate> from = entry.date().from();
        Optional<LocalDate> to = entry.date().to();
        return from.isEmpty()
                        || to.isEmpty()
                        || to.get().toEpochDay() - from.get().toEpochDay() > DAYS
                ? Long.MAX_VALUE
                : Math.abs(from.get().toEpochDay() - day.toEpochDay());
    }

    /** Rows of one day that add up to a headline sum in reports are placed below it. */
    private void headlines(List<RecordRow> rows) {
        Map<String, List<RecordRow>> days = new LinkedHashMap<>();
        for (RecordRow row : rows) {
            if (counts(row)) {
                days.computeIfAbsent(row.donor() + row.currency() + row.date(), key -> new ArrayList<>())
                        .add(row);
            }
        }
        for (List<RecordRow> day : days.values()) {
            BigDecimal sum = day.stream().map(RecordRow::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (day.size() < 2) {
                continue;
            }
            near(day.getFirst().donor(), day.getFirst().date())
                    .filter(entry -> !taken.contains(entry.id())
                            && entry.leaf()
                            && day.stream().allMatch(row -> fits(entry, row))
                            && Amounts.agree(entry.amount(), amount(sum, day.getFirst())))
                    .min(Comparator.comparingLong((Commitment entry) ->
                                    apart(entry, day.getFirst().date()))
                            .thenComparing(Commitment::id))
                    .ifPresent(whole -> place(day, whole));
        }
    }

    private void place(List<RecordRow> day, Commitment whole) {
        taken.add(whole.id());
        put(whole.id(), whole.placed(whole.parent(), false, whole.flags()));
        for (RecordRow row : day) {
            Commitment part = entries.get(told.getOrDefault(row, ""));
            if (part == null) {
                add(row, Optional.of(whole.id()));
            } else if (part.parent().isEmpty() && !part.review().isCorrected(Field.PARENT)) {
                put(part.id(), part.placed(Optional.of(whole.id()), part.leaf(), part.flags()));
            }
        }
        alone.removeAll(day);
    }

    /** Laws grant authority and sales are paid for: neither is assistance that counts. */
    private static boolean counts(RecordRow row) {
        return row.stage() != Stage.APPROPRIATED && !row.authority().equals("FMS");
    }

    private void add(RecordRow row, Optional<String> parent) {
        String id = row.id();
        for (int use = 2; entries.containsKey(id); use++) {
            id = row.id() + "-" + use;
        }
        boolean leaf = counts(row) && row.share().isEmpty();
        put(id, entry(id, row, row.recipients(), row.amount(), parent, leaf, EnumSet.noneOf(Flag.class)));
        if (counts(row) && row.share().isPresent()) {
            share(row, id);
        }
    }

    /** The part for the first recipient is stated in the record; the others' part is computed. */
    private void share(RecordRow row, String whole) {
        BigDecimal share = row.share().orElseThrow();
        BigDecimal rest = row.amount().subtract(share);
        if (rest.signum() == 0 || share.signum() == 0) {
            return;
        }
        Commitment above = entries.get(whole);
        if (above == null) {
            return;
        }
        put(whole, above.placed(above.parent(), false, above.flags()));
        List<String> first = row.recipients().subList(0, 1);
        List<String> others = row.recipients().subList(1, row.recipients().size());
        Optional<String> parent = Optional.of(whole);
        String part = "share-of-" + whole;
        put(part, entry(part, row, first, share, parent, true, EnumSet.noneOf(Flag.class)));
        String left = "rest-of-" + whole;
        put(left, entry(left, row, others, rest, parent, true, EnumSet.of(Flag.COMPUTED)));
    }

    private static StatedAmount amount(BigDecimal value, RecordRow row) {
        return StatedAmount.of(value, row.currency(), Bound.EXACTLY);
    }

    private static Commitment entry(
            String id,
            RecordRow row,
            List<String> recipients,
            BigDecimal value,
            Optional<String> parent,
            boolean leaf,
            Set<Flag> flags) {
        boolean computed = flags.contains(Flag.COMPUTED);
        StatedDate day = StatedDate.on(row.date());
        return new Commitment(
                id,
                List.of(row.donor()),
                recipients.stream().sorted().toList(),
                amount(value, row),
                AidType.MILITARY,
                Optional.of(row.authority()).filter(code -> !code.isEmpty()),
                row.stage(),
                day,
                parent,
                leaf,
                computed ? OptionalInt.empty() : row.ordinal(),
                List.of(),
                computed ? List.of() : List.of(new StageStep(row.stage(), day, List.of())),
                flags,
                List.of(),
                computed ? Optional.empty() : Optional.of(row),
                Review.NONE,
                Judgement.SOUND);
    }
}
