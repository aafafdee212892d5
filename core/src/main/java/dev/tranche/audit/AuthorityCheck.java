package dev.tranche.audit;

import dev.tranche.audit.Equation.Kind;
import dev.tranche.record.AccountingEvent;
import dev.tranche.record.Cap;
import dev.tranche.record.StatedBalance;
import dev.tranche.record.StatedTotal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The equations of one authority: its count, its cumulative sums, its balances, caps and totals. */
final class AuthorityCheck {

    private final String authority;
    private final List<AuditRow> rows;
    private final List<Equation> equations = new ArrayList<>();

    private AuthorityCheck(String authority, List<AuditRow> all) {
        this.authority = authority;
        this.rows = all.stream()
                .filter(row -> row.isUnder(authority) && row.ordinal().isPresent())
                .sorted(Comparator.comparingInt((AuditRow row) -> row.ordinal().orElse(0))
                        .thenComparing(AuditRow::date))
                .toList();
    }

    /** Returns the equations of the count and the sums of an authority, none if none of its rows is counted. */
    static List<Equation> check(String authority, List<AuditRow> all) {
        AuthorityCheck check = new AuthorityCheck(authority, all);
        if (!check.rows.isEmpty()) {
            check.ordinals();
            check.cumulative();
        }
        return check.equations;
    }

    private void ordinals() {
        List<Explanation> explanations = new ArrayList<>();
        int distinct = 0;
        @org.jspecify.annotations.Nullable AuditRow before = null;
        for (AuditRow row : rows) {
            int number = row.ordinal().orElse(0);
            int last = before == null ? 0 : before.ordinal().orElse(0);
            if (before != null && number == last) {
                explanations.add(new Explanation(
                        explanations.size() + 1,
                        Optional.of(row.id()),
                        How.DOUBLED,
                        row.amount(),
                        "the " + authority + " number " + number + " appears twice"));
                continue;
            }
            distinct++;
            if (before != null && number > last + 1) {
                gap(before, row);
            }
            before = row;
        }
        AuditRow first = rows.getFirst();
        AuditRow last = rows.getLast();
        int expected = last.ordinal().orElse(0) - first.ordinal().orElse(0) + 1;
        int counted = explanations.isEmpty() ? distinct : rows.size();
        equations.add(new Equation(
                Kind.ORDINAL,
                authority,
                Optional.of(first.date()),
                last.date(),
                Residuals.currency(rows),
                BigDecimal.valueOf(expected),
                BigDecimal.valueOf(counted),
                BigDecimal.ZERO,
                rows.stream().map(AuditRow::id).toList(),
                explanations,
                List.of(last.source())));
    }

    /** One equation for a gap: the missing numbers, the days around them, and their total. */
    private void gap(AuditRow before, AuditRow after) {
        int first = before.ordinal().orElse(0) + 1;
        int next = after.ordinal().orElse(0);
        Optional<BigDecimal> size = Optional.empty();
        if (before.cumulative().isPresent() && after.cumulative().isPresent()) {
            size = Optional.of(after.cumulative()
                            .get()
                            .subtract(before.cumulative().get())
                            .subtract(after.amount()))
                    .filter(sum -> sum.signum() > 0);
        }
        List<Explanation> explanations = new ArrayList<>();
        for (int number = first; number < next; number++) {
            String words = "the " + authority + " number " + number + " is missing between " + before.date() + " and "
                    + after.date();
            if (size.isPresent()) {
                explanations.add(new Explanation(
                        1,
                        Optional.of(authority + "-" + number),
                        How.MISSING,
                        size.get(),
                        words + (next - first > 1 ? "; the sum is that of all missing ones" : "")));
            }
        }
        equations.add(new Equation(
                Kind.ORDINAL,
                authority + " " + first + (next - first > 1 ? "–" + (next - 1) : ""),
                Optional.of(before.date()),
                after.date(),
                Optional.of(after.currency()),
                BigDecimal.valueOf(next - first + 2L),
                BigDecimal.TWO,
                BigDecimal.ZERO,
                List.of(before.id(), after.id()),
                explanations,
                List.of(before.source(), after.source())));
    }

    /** Each stated cumulative sum must be the previous one plus the row; breaks are separate equations. */
    private void cumulative() {
        List<AuditRow> stated =
                rows.stream().filter(row -> row.cumulative().isPresent()).toList();
        for (int i = 1; i < stated.size(); i++) {
            AuditRow before = stated.get(i - 1);
            AuditRow row = stated.get(i);
            BigDecimal difference =
                    row.cumulative().get().subtract(before.cumulative().get());
            BigDecimal residual = difference.subtract(row.amount());
            if (residual.signum() != 0) {
                How how = residual.signum() > 0 ? How.MISSING : How.DOUBLED;
                Optional<String> entry = residual.signum() > 0 ? Optional.empty() : Optional.of(row.id());
                String words = residual.signum() > 0
                        ? "an entry of this size is missing between " + before.date() + " and " + row.date()
                        : row.id() + " is added twice or too large";
                equations.add(new Equation(
                        Kind.SUM,
                        authority + " after " + row.ordinal().orElse(0),
                        Optional.of(before.date()),
                        row.date(),
                        Optional.of(row.currency()),
                        difference,
                        row.amount(),
                        BigDecimal.ZERO,
                        List.of(row.id()),
                        List.of(new Explanation(1, entry, how, residual.abs(), words)),
                        List.of(before.source(), row.source())));
            }
        }
    }

    /** Returns the equation of a total of one authority: the sum of its rows up to the stated count. */
    static Optional<Equation> total(StatedTotal total, List<AuditRow> all) {
        AuthorityCheck check = new AuthorityCheck(total.authority().orElse(""), all);
        List<AuditRow> within = check.rows.stream()
                .filter(row -> total.count().isEmpty()
                        ? !row.date().isAfter(total.date())
                        : row.ordinal().orElse(0) <= total.count().getAsInt())
                .toList();
        if (within.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal predicted = Residuals.sum(within);
        String span = "up to " + total.date();
        return Optional.of(new Equation(
                Kind.SUM,
                within.size() + " " + check.authority,
                Optional.of(within.getFirst().date()),
                total.date(),
                Optional.of(total.currency()),
                total.amount(),
                predicted,
                total.unit(),
                within.stream().map(AuditRow::id).toList(),
                Residuals.explain(within, total.amount().subtract(predicted), total.unit(), List.of(), List.of(), span),
                List.of(total.evidence())));
    }

    /**
     * Returns one equation for each pair of successive balances of one authority: the earlier less the rows between.
     */
    static List<Equation> balances(List<StatedBalance> balances, List<AuditRow> all) {
        List<Equation> equations = new ArrayList<>();
        Map<String, StatedBalance> last = new HashMap<>();
        for (StatedBalance balance : balances) {
            StatedBalance before = last.put(balance.authority(), balance);
            if (before == null) {
                continue;
            }
            List<AuditRow> between = all.stream()
                    .filter(row -> row.isUnder(balance.authority())
                            && row.date().isAfter(before.date())
                            && !row.date().isAfter(balance.date()))
                    .toList();
            BigDecimal predicted = before.left().subtract(Residuals.sum(between));
            BigDecimal rounding = before.unit().max(balance.unit());
            // A balance above the prediction means too many rows: the residual of a total with its sign reversed.
            List<Explanation> explanations = Residuals.explain(
                    between,
                    predicted.subtract(balance.left()),
                    rounding,
                    List.of(),
                    List.of(),
                    "between " + before.date() + " and " + balance.date());
            equations.add(new Equation(
                    Kind.BALANCE,
                    balance.authority(),
                    Optional.of(before.date()),
                    balance.date(),
                    Residuals.currency(all),
                    balance.left(),
                    predicted,
                    rounding,
                    between.stream().map(AuditRow::id).toList(),
                    explanations,
                    List.of(before.evidence(), balance.evidence())));
        }
        return equations;
    }

    /** A row is charged to the year named in its record, else to that of its day. */
    private static boolean isCharged(AuditRow row, Cap cap) {
        if (row.fiscalYear().isPresent()) {
            return row.fiscalYear().getAsInt() == cap.fiscalYear();
        }
        return !row.date().isBefore(cap.opens())
                && row.date().isBefore(cap.opens().plusYears(1));
    }

    /** Returns the equation of a cap: stated is the cap, predicted the amount drawn in its year. */
    static Optional<Equation> cap(Cap cap, List<AuditRow> all, List<AccountingEvent> events) {
        List<AuditRow> charged = all.stream()
                .filter(row -> row.isUnder(cap.authority()) && isCharged(row, cap))
                .toList();
        if (charged.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal over = Residuals.sum(charged).subtract(cap.amount());
        List<Explanation> explanations = new ArrayList<>();
        if (over.signum() > 0) {
            for (AuditRow row : charged) {
                events.stream()
                        .filter(event -> event.concerns(cap.authority(), row.date()))
                        .findFirst()
                        .ifPresent(event -> explanations.add(new Explanation(
                                1, Optional.of(row.id()), How.WRONG_AUTHORITY, row.amount(), event.words())));
            }
        }
        LocalDate opens = cap.opens();
        return Optional.of(new Equation(
                Kind.CAP,
                cap.authority() + " fiscal year " + cap.fiscalYear(),
                Optional.of(opens),
                opens.plusYears(1).minusDays(1),
                Residuals.currency(charged),
                cap.amount(),
                Residuals.sum(charged),
                BigDecimal.ZERO,
                charged.stream().map(AuditRow::id).toList(),
                explanations,
                List.of(cap.basis())));
    }
}
