package dev.tranche.audit;

import dev.tranche.audit.Equation.Kind;
import dev.tranche.fact.AidType;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Flag;
import dev.tranche.ledger.Ledger;
import dev.tranche.ledger.TotalClaim;
import dev.tranche.mention.Bound;
import dev.tranche.record.OfficialRecord;
import dev.tranche.record.StatedTotal;
import dev.tranche.resolve.Claim;
import dev.tranche.standing.Judge;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * Checks what reports state against a record and against the entries of a book.
 *
 * <p>Totals of the record's donor and recipient are predicted from the latest earlier total of the record and its rows
 * since; other totals from the previous reported total and the book's own entries.
 */
public final class BookAudit {

    /** A total quoted on another base is looked up among those of this many days before. */
    private static final int QUOTED_DAYS = 60;

    /** The tolerance for "nearly" and "more than". */
    private static final BigDecimal LOOSE = new BigDecimal("0.06");

    /** A total this many times the prediction counts other things: all aid instead of arms, or several donors. */
    private static final BigDecimal SCOPE = new BigDecimal("1.5");

    private final OfficialRecord record;
    private final String donor;
    private final String recipient;
    private final List<AuditRow> rows;
    private final List<BigDecimal> offsets;

    private BookAudit(OfficialRecord record, String donor, String recipient) {
        this.record = record;
        this.donor = donor;
        this.recipient = recipient;
        this.rows = Audit.rowsOf(record, donor, recipient);
        this.offsets = TotalChain.offsets(record.totals());
    }

    /**
     * Returns every equation of a book: those of the record by itself, for each of its donors and recipients, and those
     * of the book against it.
     *
     * <p>Equations of the record alone for days without reports in the book are left out; a book without reports
     * shows the whole record.
     *
     * <p>The record is merged first, so that a row mentioned in a report is never called missing, and the entries are
     * judged, so that only what counts is checked.
     *
     * @param reported the ledger of the reports, without the record
     */
    public static List<Equation> whole(Ledger reported, OfficialRecord record) {
        return whole(reported, Judge.judge(reported.with(record)), record);
    }

    /**
     * Returns every equation of a book, as {@link #whole(Ledger, OfficialRecord)} does.
     *
     * @param judged the ledger of the reports with the record, judged
     */
    public static List<Equation> whole(Ledger reported, Ledger judged, OfficialRecord record) {
        List<Equation> equations = new ArrayList<>();
        Optional<Days> days = published(reported);
        for (OfficialRecord.Pair pair : record.pairs()) {
            Audit.of(record, pair.donor(), pair.recipient()).stream()
                    .filter(equation -> concerns(equation, days))
                    .forEach(equations::add);
        }
        equations.addAll(ofJudged(judged, record));
        return List.copyOf(equations);
    }

    /** Do the days of an equation of the record overlap those of the reports of a book? */
    private static boolean concerns(Equation equation, Optional<Days> days) {
        return days.isEmpty()
                || !equation.to().isBefore(days.get().first())
                        && equation.from()
                                .filter(from -> from.isAfter(days.get().last()))
                                .isEmpty();
    }

    /** The first and the last day on which a report was published. */
    private record Days(LocalDate first, LocalDate last) {

        Days with(Days other) {
            return new Days(
                    other.first.isBefore(first) ? other.first : first, other.last.isAfter(last) ? other.last : last);
        }
    }

    private static Optional<Days> published(Ledger reported) {
        return reported.entries().stream()
                .flatMap(entry -> entry.claims().stream())
                .flatMap(claim -> claim.published().from().stream())
                .map(day -> new Days(day, day))
                .reduce(Days::with);
    }

    /** Returns the equations of a book against a record, which may be empty, without those of the record alone. */
    public static List<Equation> ofBook(Ledger reported, OfficialRecord record) {
        return ofJudged(Judge.judge(reported.with(record)), record);
    }

    private static List<Equation> ofJudged(Ledger ledger, OfficialRecord record) {
        List<Equation> equations = new ArrayList<>();
        Set<TotalClaim> checked = new HashSet<>();
        for (OfficialRecord.Pair pair : record.pairs()) {
            BookAudit audit = new BookAudit(record.of(pair.donor(), pair.recipient()), pair.donor(), pair.recipient());
            for (TotalClaim total : ledger.totals()) {
                if (audit.isOfRecord(total)) {
                    checked.add(total);
                    audit.againstRecord(total).filter(BookAudit::isOfUse).ifPresent(equations::add);
                }
            }
        }
        equations.addAll(againstEntries(ledger, checked).stream()
                .filter(BookAudit::isOfUse)
                .toList());
        equations.addAll(packages(ledger));
        equations.addAll(OrdinalCheck.of(ledger, record));
        return List.copyOf(equations);
    }

    /** A difference that nothing explains, between sums from few reports, is more often a misreading than real. */
    private static boolean isOfUse(Equation equation) {
        boolean sameScope = equation.stated().compareTo(equation.predicted().multiply(SCOPE)) <= 0
                && equation.predicted().compareTo(equation.stated().multiply(SCOPE)) <= 0;
        return equation.holds()
                || sameScope
                        && (!equation.explanations().isEmpty()
                                || equation.evidence().size() > 2);
    }

    private boolean isOfRecord(TotalClaim total) {
        return !rows.isEmpty()
                && total.donors().equals(List.of(donor))
                && total.recipients().equals(List.of(recipient))
                && total.since().isPresent()
                && total.authority().isEmpty();
    }

    /** Reports dated with the help of the record are not a check on that record. */
    private static boolean isIndependent(TotalClaim total) {
        return total.claims().stream().anyMatch(claim -> !claim.recordDated());
    }

    private Optional<Equation> againstRecord(TotalClaim total) {
        if (!isIndependent(total)) {
            return Optional.empty();
        }
        Optional<LocalDate> day = total.date().from().or(total.date()::to);
        String since = base(total.since().orElse(""));
        BigDecimal stated = total.amount().value();
        List<StatedTotal> base = record.totals().stream()
                .filter(one -> one.sound() && one.since().equals(Optional.of(since)))
                .toList();
        Optional<StatedTotal> same = base.stream()
                .filter(one -> one.amount().compareTo(stated) == 0)
                .filter(one -> day.isEmpty() || !one.date().isAfter(day.get().plusDays(3)))
                .max(Comparator.comparing(StatedTotal::date));
        if (same.isPresent()
                && (day.isEmpty() || day.get().toEpochDay() - same.get().date().toEpochDay() <= QUOTED_DAYS)) {
            return Optional.of(
                    equation(total, same.get(), same.get().date(), same.get().amount(), List.of()));
        }
        if (day.isEmpty()) {
            return Optional.empty();
        }
        return base.stream()
                .filter(one -> one.date().isBefore(day.get()))
                .max(Comparator.comparing(StatedTotal::date))
                .map(from -> {
                    List<AuditRow> span = rows.stream()
                            .filter(row -> row.counted()
                                    && row.date().isAfter(from.date())
                                    && !row.date().isAfter(day.get()))
                            .toList();
                    BigDecimal predicted = from.amount().add(Residuals.sum(span));
                    return equation(total, from, day.get(), predicted, span);
                });
    }

    /** Reports write "since the invasion" as its day, its month or its year. */
    private String base(String told) {
        return record.totals().stream()
                .flatMap(total -> total.since().stream())
                .filter(since -> since.equals(told) || (told.length() >= 7 && since.startsWith(told)))
                .findFirst()
                .orElse(told);
    }

    private Equation equation(
            TotalClaim total, StatedTotal from, LocalDate to, BigDecimal predicted, List<AuditRow> span) {
        BigDecimal stated = total.amount().value();
        BigDecimal rounding = StatedTotal.unitOf(stated).max(from.unit());
        if (total.amount().bound() != Bound.EXACTLY) {
            rounding = rounding.max(stated.multiply(LOOSE));
        }
        List<Explanation> explanations = new ArrayList<>();
        if (stated.subtract(predicted).abs().compareTo(rounding) > 0) {
            record.totals().stream()
                    .filter(one -> one.sound()
                            && !one.since().equals(from.since())
                            && one.amount().compareTo(stated) == 0
                            && Math.abs(one.date().toEpochDay() - to.toEpochDay()) <= QUOTED_DAYS)
                    .findFirst()
                    .ifPresent(one -> explanations.add(new Explanation(
                            1,
                            Optional.empty(),
                            How.WRONG_BASE,
                            stated.subtract(predicted).abs(),
                            "this is the total since " + one.since().orElse("?") + " of " + one.date()
                                    + ", quoted on another base: a copying error, not money")));
        }
        if (explanations.isEmpty()) {
            explanations.addAll(Residuals.explain(
                    span,
                    stated.subtract(predicted),
                    rounding,
                    offsets,
                    record.events(),
                    "after " + from.date() + " and up to " + to));
        }
        return new Equation(
                Kind.TOTAL,
                donor + " to " + recipient + " since " + from.since().orElse("?") + ", stated by reports",
                Optional.of(from.date()),
                to,
                Optional.of(total.amount().currency()),
                stated,
                predicted,
                rounding,
                span.stream().map(AuditRow::id).toList(),
                explanations,
                evidence(total.claims()));
    }

    private static List<String> evidence(List<Claim> claims) {
        return claims.stream()
                .map(claim -> claim.id() + " \"" + claim.fact().evidence().quote() + "\"")
                .toList();
    }

    /** Totals without a record: steps between successive ones over the book's own leaves. */
    private static List<Equation> againstEntries(Ledger ledger, Set<TotalClaim> checked) {
        Map<String, List<StatedTotal>> told = new TreeMap<>();
        for (TotalClaim total : ledger.totals()) {
            Optional<LocalDate> day = total.date().from().or(total.date()::to);
            if (checked.contains(total)
                    || day.isEmpty()
                    || total.since().isEmpty()
                    || total.donors().size() != 1
                    || total.recipients().size() != 1) {
                continue;
            }
            told.computeIfAbsent(
                            total.donors().getFirst() + "|" + total.recipients().getFirst() + "|"
                                    + total.amount().currency(),
                            key -> new ArrayList<>())
                    .add(new StatedTotal(
                            day.get(),
                            total.amount().value(),
                            total.amount().currency(),
                            StatedTotal.unitOf(total.amount().value()),
                            total.amount().bound(),
                            total.since(),
                            total.authority(),
                            OptionalInt.empty(),
                            "reports",
                            true,
                            String.join("; ", evidence(total.claims())),
                            total.donors().getFirst(),
                            total.recipients().getFirst()));
        }
        List<Equation> equations = new ArrayList<>();
        told.forEach((pair, totals) -> {
            String[] sides = pair.split("\\|", -1);
            String currency = totals.getFirst().currency();
            equations.addAll(
                    Audit.over(leaves(ledger, sides[0], sides[1], currency)).totals(totals, List.of()));
        });
        return equations;
    }

    /** Returns the book's leaves as rows: military sums from one donor to one recipient in one currency, with a day. */
    public static List<AuditRow> leaves(Ledger ledger, String donor, String recipient, String currency) {
        return ledger.entries().stream()
                .filter(entry -> entry.counted()
                        && entry.donors().equals(List.of(donor))
                        && entry.recipients().equals(List.of(recipient))
                        && entry.amount().currency().equals(currency)
                        && entry.type() == AidType.MILITARY)
                .filter(entry -> entry.date().from().isPresent())
                .map(BookAudit::row)
                .toList();
    }

    private static AuditRow row(Commitment entry) {
        BigDecimal amount = entry.amount().value();
        return new AuditRow(
                entry.id(),
                entry.date().from().orElseThrow(),
                amount,
                entry.amount().currency(),
                amount,
                entry.authority(),
                entry.ordinal(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                String.join(", ", entry.reports()));
    }

    /**
     * Returns one equation for each package whose known parts reach its sum; they must not exceed it. What a report
     * lists after "includes" need not be the whole package, so a remainder is not an error.
     */
    private static List<Equation> packages(Ledger ledger) {
        List<Equation> equations = new ArrayList<>();
        Map<String, List<Commitment>> below = new HashMap<>();
        for (Commitment part : ledger.entries()) {
            if (part.parent().isPresent() && !part.flags().contains(Flag.COMPUTED)) {
                below.computeIfAbsent(part.parent().get(), whole -> new ArrayList<>())
                        .add(part);
            }
        }
        for (Commitment whole : ledger.entries()) {
            List<Commitment> parts = below.getOrDefault(whole.id(), List.of()).stream()
                    .filter(part ->
                            part.amount().currency().equals(whole.amount().currency()))
                    .toList();
            if (whole.flags().contains(Flag.COMPUTED) || parts.isEmpty()) {
                continue;
            }
            BigDecimal sum = parts.stream().map(part -> part.amount().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal stated = whole.amount().value();
            BigDecimal rounding = StatedTotal.unitOf(stated).min(stated.multiply(new BigDecimal("0.03")));
            BigDecimal residual = stated.subtract(sum);
            if (residual.compareTo(rounding) > 0) {
                continue;
            }
            boolean exceeds = residual.negate().compareTo(rounding) > 0;
            equations.add(new Equation(
                    Kind.SUM,
                    "package " + whole.id(),
                    whole.date().from(),
                    whole.date().to().or(whole.date()::from).orElse(LocalDate.MAX),
                    Optional.of(whole.amount().currency()),
                    stated,
                    sum,
                    rounding,
                    parts.stream().map(Commitment::id).toList(),
                    exceeds
                            ? List.of(new Explanation(
                                    1,
                                    Optional.of(whole.id()),
                                    How.PART_WITH_WHOLE,
                                    residual.abs(),
                                    "its parts add up to more than it"))
                            : List.of(),
                    evidence(whole.claims())));
        }
        return equations;
    }
}
