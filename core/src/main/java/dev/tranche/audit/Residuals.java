package dev.tranche.audit;

import dev.tranche.record.AccountingEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds possible explanations of a residual: entries of exactly its size, best first. */
final class Residuals {

    /** The most alternatives that are useful. */
    private static final int MOST_ALTERNATIVES = 6;

    /** The most rows among which pairs are searched. */
    private static final int MOST_PAIRED = 60;

    private final List<AuditRow> rows;
    private final BigDecimal residual;
    private final BigDecimal size;
    private final BigDecimal rounding;
    private final List<Explanation> found = new ArrayList<>();
    private int alternative;

    private Residuals(List<AuditRow> rows, BigDecimal residual, BigDecimal rounding) {
        this.rows = rows;
        this.residual = residual;
        this.size = residual.abs();
        this.rounding = rounding;
    }

    /**
     * Returns possible explanations of a residual of a total.
     *
     * @param rows all rows of the span, including those that totals do not count
     * @param residual stated less predicted
     * @param rounding the most that rounding may account for
     * @param offsets the differences between bases
     * @param events accounting acts
     * @param span the days of the span, as text
     */
    static List<Explanation> explain(
            List<AuditRow> rows,
            BigDecimal residual,
            BigDecimal rounding,
            List<BigDecimal> offsets,
            List<AccountingEvent> events,
            String span) {
        Residuals search = new Residuals(rows, residual, rounding);
        search.doubled();
        if (search.size.compareTo(rounding) <= 0) {
            if (search.found.isEmpty() && residual.signum() != 0) {
                search.add(Optional.empty(), How.ROUNDING, search.size, "within rounding");
            }
            return search.found;
        }
        if (residual.signum() > 0) {
            search.uncounted();
            search.wholes();
            search.missing(span);
            search.bases(offsets);
            return search.limited();
        }
        search.restored(events);
        search.single();
        search.authorities();
        search.bases(offsets);
        search.pairs();
        return search.limited();
    }

    private void add(Optional<String> entry, How how, BigDecimal amount, String words) {
        alternative++;
        found.add(new Explanation(alternative, entry, how, amount, words));
    }

    private List<Explanation> limited() {
        return found.stream()
                .filter(one -> one.alternative() <= MOST_ALTERNATIVES)
                .toList();
    }

    private boolean fits(BigDecimal amount) {
        return amount.subtract(size).abs().compareTo(rounding) <= 0;
    }

    /**
     * Two rows with one id or ordinal are one entry counted twice, whatever the residual; other equal rows only if it
     * fits.
     */
    private void doubled() {
        Map<String, AuditRow> seen = new HashMap<>();
        Map<String, AuditRow> twins = new HashMap<>();
        for (AuditRow row : rows) {
            String name = row.ordinal().isPresent() ? row.authority() + " " + row.ordinal() : row.id();
            if (seen.putIfAbsent(name, row) != null) {
                add(Optional.of(row.id()), How.DOUBLED, row.amount(), row.id() + " appears twice");
                continue;
            }
            AuditRow twin = twins.putIfAbsent(row.amount().toPlainString() + row.authority(), row);
            if (residual.signum() < 0
                    && twin != null
                    && fits(row.amount())
                    && row.date().toEpochDay() - twin.date().toEpochDay() <= 2) {
                add(Optional.of(row.id()), How.DOUBLED, row.amount(), row.id() + " may repeat " + twin.id());
            }
        }
    }

    private void uncounted() {
        for (AuditRow row : rows) {
            if (!row.counted() && fits(row.amount())) {
                String words = row.id() + " is of this size and not counted under its authority";
                add(Optional.of(row.id()), How.WRONG_AUTHORITY, row.amount(), words);
            }
        }
    }

    private void wholes() {
        for (AuditRow row : rows) {
            BigDecimal rest = row.whole().subtract(row.amount());
            if (fits(rest)) {
                String words = "the whole of " + row.id() + " may have been counted instead of its part";
                add(Optional.of(row.id()), How.PART_WITH_WHOLE, rest, words);
            }
        }
    }

    private void missing(String span) {
        add(Optional.empty(), How.MISSING, size, "an entry of this size is missing " + span);
    }

    private void bases(List<BigDecimal> offsets) {
        for (BigDecimal offset : offsets) {
            if (fits(offset)) {
                add(Optional.empty(), How.WRONG_BASE, offset, "the two totals may have different bases");
                return;
            }
        }
    }

    /** Rows affected by an accounting act: all of them, else the fewest days of them that fit. */
    private void restored(List<AccountingEvent> events) {
        Map<String, List<AuditRow>> concerned = new TreeMap<>();
        for (AuditRow row : rows) {
            for (AccountingEvent event : events) {
                if (row.counted()
                        && row.authority().isPresent()
                        && event.concerns(row.authority().get(), row.date())) {
                    concerned
                            .computeIfAbsent(row.authority().get(), key -> new ArrayList<>())
                            .add(row);
                }
            }
        }
        concerned.forEach((authority, list) -> {
            if (fits(sum(list))) {
                String words = words(events, list.getFirst());
                together(list, "under " + authority + ": " + words);
            } else if (list.size() > 1 && sum(list).compareTo(size) > 0) {
                String words = "a part of the " + list.size() + " packages under " + authority + ": "
                        + words(events, list.getFirst());
                add(Optional.of(authority), How.WRONG_AUTHORITY, size, words);
            }
        });
    }

    private static String words(List<AccountingEvent> events, AuditRow row) {
        return events.stream()
                .filter(event -> event.concerns(row.authority().orElse(""), row.date()))
                .map(AccountingEvent::words)
                .findFirst()
                .orElse("");
    }

    private void together(List<AuditRow> list, String words) {
        alternative++;
        for (AuditRow row : list) {
            found.add(new Explanation(alternative, Optional.of(row.id()), How.WRONG_AUTHORITY, row.amount(), words));
        }
    }

    private void single() {
        for (AuditRow row : rows) {
            if (row.counted() && fits(row.amount())) {
                String words = row.id() + " is of this size; the total may not count it under its authority";
                add(Optional.of(row.id()), How.WRONG_AUTHORITY, row.amount(), words);
            }
        }
    }

    private void authorities() {
        Map<String, List<AuditRow>> lists = new TreeMap<>();
        for (AuditRow row : rows) {
            if (row.counted() && row.authority().isPresent()) {
                lists.computeIfAbsent(row.authority().get(), key -> new ArrayList<>())
                        .add(row);
            }
        }
        lists.forEach((authority, list) -> {
            boolean said = found.stream()
                    .anyMatch(one ->
                            one.entry().equals(Optional.of(list.getFirst().id())));
            if (list.size() > 1 && !said && fits(sum(list))) {
                together(list, "the total seems to leave out all packages under " + authority);
            }
        });
    }

    /** Returns the currency of rows of one currency; empty without rows. */
    static Optional<String> currency(List<AuditRow> rows) {
        return rows.stream().map(AuditRow::currency).findFirst();
    }

    /** Pairs are many and prove little: tried only if nothing smaller explains it. */
    private void pairs() {
        if (rows.size() > MOST_PAIRED || found.stream().anyMatch(one -> one.how() != How.WRONG_AUTHORITY)) {
            return;
        }
        BigDecimal exact = rounding.movePointLeft(1);
        for (int i = 0; i < rows.size(); i++) {
            for (int j = i + 1; j < rows.size(); j++) {
                AuditRow one = rows.get(i);
                AuditRow two = rows.get(j);
                BigDecimal sum = one.amount().add(two.amount());
                boolean near = sum.subtract(size).abs().compareTo(exact) <= 0;
                if (near && one.counted() && two.counted() && alternative < MOST_ALTERNATIVES) {
                    together(List.of(one, two), "together of this size; the total may not count them");
                }
            }
        }
    }

    static BigDecimal sum(List<AuditRow> rows) {
        return rows.stream().map(AuditRow::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
