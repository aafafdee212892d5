package dev.tranche.view;

import dev.tranche.audit.Audit;
import dev.tranche.audit.AuditRow;
import dev.tranche.audit.BookAudit;
import dev.tranche.audit.Equation;
import dev.tranche.ledger.Ledger;
import dev.tranche.ledger.SourceClass;
import dev.tranche.ledger.TotalClaim;
import dev.tranche.record.OfficialRecord;
import dev.tranche.record.RecordRow;
import dev.tranche.record.StatedTotal;
import dev.tranche.resolve.Claim;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Announced running totals compared with the sum of a ledger's own rows. Immutable. */
public final class TotalsView {

    private final Ledger ledger;
    private final OfficialRecord record;
    private final List<Equation> equations;
    private final List<TotalSeries> choices;

    private TotalsView(Ledger ledger, OfficialRecord record, List<Equation> equations) {
        this.ledger = ledger;
        this.record = record;
        this.equations = equations.stream()
                .filter(equation -> equation.kind() == Equation.Kind.TOTAL)
                .toList();
        List<TotalSeries> all = new ArrayList<>(ofRecord());
        all.addAll(ofReports());
        all.sort(Comparator.comparingInt((TotalSeries one) -> -one.points())
                .thenComparing(TotalSeries::source)
                .thenComparing(one -> one.since().orElse(""))
                .thenComparing(TotalSeries::donor)
                .thenComparing(TotalSeries::recipient)
                .thenComparing(TotalSeries::currency));
        this.choices = List.copyOf(all);
    }

    /**
     * Builds the view.
     *
     * @param record whose totals and rows are one source; may be empty
     * @param equations the audit, for the steps between totals
     */
    public static TotalsView of(Ledger ledger, OfficialRecord record, List<Equation> equations) {
        return new TotalsView(ledger, record, equations);
    }

    /** Returns every series, longest first. */
    public List<TotalSeries> choices() {
        return choices;
    }

    /**
     * A row on the curve of the ledger's own sum.
     *
     * @param date its day
     * @param sum the sum including it
     * @param amount what it adds
     * @param entry its id
     */
    public record Step(LocalDate date, BigDecimal sum, BigDecimal amount, String entry) {}

    private List<TotalSeries> ofRecord() {
        Optional<RecordRow> first = record.rows().stream().findFirst();
        if (first.isEmpty() || first.get().recipients().isEmpty()) {
            return List.of();
        }
        Map<TotalSeries, Integer> counts = new LinkedHashMap<>();
        for (StatedTotal total : record.totals()) {
            if (total.authority().isEmpty() && total.since().isPresent()) {
                counts.merge(
                        new TotalSeries(
                                first.get().donor(),
                                first.get().recipients().getFirst(),
                                total.currency(),
                                total.since(),
                                SourceClass.RECORD,
                                0),
                        1,
                        Integer::sum);
            }
        }
        return counted(counts);
    }

    private List<TotalSeries> ofReports() {
        Map<TotalSeries, Integer> counts = new LinkedHashMap<>();
        for (TotalClaim total : ledger.totals()) {
            if (isPlain(total)) {
                counts.merge(series(total), 1, Integer::sum);
            }
        }
        return counted(counts);
    }

    private static boolean isPlain(TotalClaim total) {
        return total.donors().size() == 1
                && total.recipients().size() == 1
                && total.authority().isEmpty()
                && day(total).isPresent();
    }

    private static TotalSeries series(TotalClaim total) {
        return new TotalSeries(
                total.donors().getFirst(),
                total.recipients().getFirst(),
                total.amount().currency(),
                total.since(),
                SourceClass.REPORT,
                0);
    }

    private static Optional<LocalDate> day(TotalClaim total) {
        return total.date().from().or(total.date()::to);
    }

    private static List<TotalSeries> counted(Map<TotalSeries, Integer> counts) {
        List<TotalSeries> counted = new ArrayList<>();
        counts.forEach((one, points) -> counted.add(
                new TotalSeries(one.donor(), one.recipient(), one.currency(), one.since(), one.source(), points)));
        return counted;
    }

    /** Returns the ledger's own sum after each of its rows, starting from the base of a series. */
    public List<Step> line(TotalSeries of) {
        Optional<LocalDate> base = of.since().map(TotalsView::firstDay);
        List<Step> line = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (AuditRow row : rows(of)) {
            if (row.counted() && (base.isEmpty() || !row.date().isBefore(base.get()))) {
                sum = sum.add(row.amount());
                line.add(new Step(row.date(), sum, row.amount(), row.id()));
            }
        }
        return line;
    }

    private List<AuditRow> rows(TotalSeries of) {
        List<AuditRow> rows = of.source() == SourceClass.RECORD
                ? Audit.rowsOf(record, of.donor(), of.recipient())
                : BookAudit.leaves(ledger, of.donor(), of.recipient(), of.currency());
        return rows.stream()
                .sorted(Comparator.comparing(AuditRow::date).thenComparing(AuditRow::id))
                .toList();
    }

    private static LocalDate firstDay(String since) {
        return switch (since.length()) {
            case 4 -> LocalDate.parse(since + "-01-01");
            case 7 -> LocalDate.parse(since + "-01");
            default -> LocalDate.parse(since);
        };
    }

    /** Returns the totals of a series by date. */
    public List<TotalPoint> points(TotalSeries of) {
        List<Step> line = line(of);
        List<TotalPoint> points = new ArrayList<>();
        if (of.source() == SourceClass.RECORD) {
            for (StatedTotal total : record.totals()) {
                if (total.authority().isEmpty()
                        && total.currency().equals(of.currency())
                        && total.since().equals(of.since())) {
                    points.add(point(total, line));
                }
            }
        } else {
            Map<String, Equation> steps = stepsByWords();
            for (TotalClaim total : ledger.totals()) {
                if (isPlain(total) && series(total).equals(uncounted(of))) {
                    points.add(point(total, line, steps));
                }
            }
        }
        points.sort(Comparator.comparing(TotalPoint::date).thenComparing(TotalPoint::stated));
        return points;
    }

    private static TotalSeries uncounted(TotalSeries of) {
        return new TotalSeries(of.donor(), of.recipient(), of.currency(), of.since(), of.source(), 0);
    }

    private TotalPoint point(StatedTotal total, List<Step> line) {
        Optional<Equation> step = equations.stream()
                .filter(equation -> equation.to().equals(total.date())
                        && equation.stated().compareTo(total.amount()) == 0
                        && equation.subject().equals("since " + total.since().orElse("?"))
                        && equation.evidence().contains(total.evidence()))
                .findFirst();
        return new TotalPoint(
                total.date(),
                total.amount(),
                total.bound(),
                own(line, total.date()),
                step,
                List.of(),
                Optional.empty());
    }

    private static TotalPoint point(TotalClaim total, List<Step> line, Map<String, Equation> steps) {
        LocalDate day = day(total).orElseThrow();
        Claim first = total.claims().getFirst();
        return new TotalPoint(
                day,
                total.amount().value(),
                total.amount().bound(),
                own(line, day),
                Optional.ofNullable(steps.get(words(first))),
                total.claims().stream().map(Claim::report).distinct().sorted().toList(),
                Optional.of(first.fact().evidence().quote()));
    }

    /** The audit names a total by its claims and their words; the last words are those of the later total. */
    private Map<String, Equation> stepsByWords() {
        Map<String, Equation> steps = new HashMap<>();
        for (Equation equation : equations) {
            if (!equation.evidence().isEmpty()) {
                String words = equation.evidence().getLast();
                steps.putIfAbsent(words, equation);
                steps.putIfAbsent(words.split("\"; ", 2)[0] + (words.contains("\"; ") ? "\"" : ""), equation);
                if (equation.subject().endsWith("stated by reports")) {
                    steps.putIfAbsent(equation.evidence().getFirst(), equation);
                }
            }
        }
        return steps;
    }

    private static String words(Claim claim) {
        return claim.id() + " \"" + claim.fact().evidence().quote() + "\"";
    }

    private static BigDecimal own(List<Step> line, LocalDate day) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Step step : line) {
            if (step.date().isAfter(day)) {
                break;
            }
            sum = step.sum();
        }
        return sum;
    }
}
