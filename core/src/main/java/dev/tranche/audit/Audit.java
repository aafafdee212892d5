package dev.tranche.audit;

import dev.tranche.audit.Equation.Kind;
import dev.tranche.record.AccountingEvent;
import dev.tranche.record.Cap;
import dev.tranche.record.OfficialRecord;
import dev.tranche.record.StatedBalance;
import dev.tranche.record.StatedTotal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks stated figures against rows of assistance of one donor to one recipient in one currency.
 *
 * <p>Pure: the same rows and figures give the same equations in the same order, whatever the order of the rows.
 */
public final class Audit {

    private final List<AuditRow> rows;

    private Audit(List<AuditRow> rows) {
        List<AuditRow> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(AuditRow::date)
                .thenComparing(AuditRow::id)
                .thenComparing(AuditRow::amount)
                .thenComparing(AuditRow::source));
        this.rows = List.copyOf(sorted);
    }

    /** Builds an audit over rows of one donor, recipient and currency. */
    public static Audit over(List<AuditRow> rows) {
        return new Audit(rows);
    }

    /** Returns the rows of a record that count towards a recipient's total from a donor. */
    public static List<AuditRow> rowsOf(OfficialRecord record, String donor, String recipient) {
        return record.rows().stream()
                .filter(row -> row.donor().equals(donor) && row.recipients().contains(recipient))
                .map(AuditRow::of)
                .toList();
    }

    /** Checks a record against itself: totals along their longest chain, then counts, sums, balances and caps. */
    public static List<Equation> of(OfficialRecord whole, String donor, String recipient) {
        OfficialRecord record = whole.of(donor, recipient);
        Audit audit = over(rowsOf(record, donor, recipient));
        List<Equation> equations = new ArrayList<>(audit.totals(record.totals(), record.events()));
        equations.addAll(audit.authorities(record.totals()));
        equations.addAll(audit.headlines());
        equations.addAll(audit.balances(record.balances()));
        equations.addAll(audit.caps(record.caps(), record.events()));
        return List.copyOf(equations);
    }

    /** Returns the steps of the longest chain of totals. */
    public List<Equation> totals(List<StatedTotal> totals, List<AccountingEvent> events) {
        return steps(TotalChain.longest(totals), totals, events);
    }

    /** Returns the steps of every base, including those outside the longest chain. */
    public List<Equation> totalsOfEveryBase(List<StatedTotal> totals, List<AccountingEvent> events) {
        return steps(TotalChain.all(totals), totals, events);
    }

    private List<Equation> steps(List<TotalChain.Step> steps, List<StatedTotal> totals, List<AccountingEvent> events) {
        List<BigDecimal> offsets = TotalChain.offsets(totals);
        return steps.stream().map(step -> step(step, offsets, events)).toList();
    }

    private Equation step(TotalChain.Step step, List<BigDecimal> offsets, List<AccountingEvent> events) {
        StatedTotal from = step.from();
        StatedTotal to = step.to();
        List<AuditRow> span = between(from.date(), to.date());
        List<AuditRow> counted = span.stream().filter(AuditRow::counted).toList();
        BigDecimal predicted = from.amount().add(Residuals.sum(counted));
        BigDecimal rounding = from.unit().max(to.unit());
        return new Equation(
                Kind.TOTAL,
                "since " + to.since().orElse("?"),
                Optional.of(from.date()),
                to.date(),
                Optional.of(to.currency()),
                to.amount(),
                predicted,
                rounding,
                counted.stream().map(AuditRow::id).toList(),
                Residuals.explain(
                        span,
                        to.amount().subtract(predicted),
                        rounding,
                        offsets,
                        events,
                        "after " + from.date() + " and up to " + to.date()),
                List.of(from.evidence(), to.evidence()));
    }

    private List<AuditRow> between(LocalDate after, LocalDate last) {
        return rows.stream()
                .filter(row -> row.date().isAfter(after) && !row.date().isAfter(last))
                .toList();
    }

    /** Returns the counts, cumulative sums and totals of each authority. */
    public List<Equation> authorities(List<StatedTotal> totals) {
        List<Equation> equations = new ArrayList<>();
        rows.stream()
                .flatMap(row -> row.authority().stream())
                .distinct()
                .sorted()
                .forEach(authority -> equations.addAll(AuthorityCheck.check(authority, rows)));
        for (StatedTotal total : totals) {
            if (total.authority().isPresent()) {
                AuthorityCheck.total(total, rows).ifPresent(equations::add);
            }
        }
        return equations;
    }

    /** Returns one equation for each stated headline sum: the rows announced on its day must add up to it. */
    public List<Equation> headlines() {
        List<Equation> equations = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (AuditRow row : rows) {
            if (row.headline().isEmpty() || !seen.add(row.id())) {
                continue;
            }
            BigDecimal stated = row.headline().get();
            List<AuditRow> parts = stated.compareTo(row.amount()) == 0
                    ? rows.stream().filter(other -> other.id().equals(row.id())).toList()
                    : rows.stream()
                            .filter(other -> other.counted() && other.date().equals(row.date()))
                            .toList();
            BigDecimal predicted = Residuals.sum(parts);
            BigDecimal rounding = StatedTotal.unitOf(stated);
            equations.add(new Equation(
                    Kind.SUM,
                    "headline of " + row.id(),
                    Optional.of(row.date()),
                    row.date(),
                    Optional.of(row.currency()),
                    stated,
                    predicted,
                    rounding,
                    parts.stream().map(AuditRow::id).toList(),
                    Residuals.explain(
                            parts, stated.subtract(predicted), rounding, List.of(), List.of(), "on " + row.date()),
                    List.of(row.source())));
        }
        return equations;
    }

    /** Returns one equation for each pair of successive balances of an authority. */
    public List<Equation> balances(List<StatedBalance> balances) {
        return AuthorityCheck.balances(balances, rows);
    }

    /** Returns one equation for each cap to which rows are charged. */
    public List<Equation> caps(List<Cap> caps, List<AccountingEvent> events) {
        List<Equation> equations = new ArrayList<>();
        for (Cap cap : caps) {
            AuthorityCheck.cap(cap, rows, events).ifPresent(equations::add);
        }
        return equations;
    }
}
