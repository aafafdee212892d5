package dev.tranche.dating;

import dev.tranche.lexicon.LexiconFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The shape of one kind of clue, fitted to reports whose day is known.
 *
 * <p>Each report states the bucket its day fell into, out of the days on which it could have fallen. The rates are
 * those that make all reports together likeliest (found by repeated scaling), with some reports added according to the
 * prior; then rates that grow with the distance are levelled.
 */
final class ShapeFit {

    private static final int ROUNDS = 25;

    /** The least number of reports the prior counts as. */
    private static final double PRIOR_REPORTS = 20;

    /** With fewer reports, a kind of clue keeps its prior share of misleading ones. */
    private static final int SURE = 50;

    private static final double LEAST_RATE = 1e-9;

    /** A clue is misleading if it makes the true day this much less likely than no clue would. */
    private static final double LEAST_SHARE = 0.125;

    private static final int WHOLE = 10_000;

    /** One clue of a report: the bucket of its day, and the number of possible days in each bucket. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Case(int bucket, int[] possible, int[] all) {

        /**
         * Builds a case.
         *
         * @param first the first day on which the report could have been written
         * @param last the last such day
         */
        static Case of(DaySet anchor, LocalDate day, LocalDate first, LocalDate last) {
            int[] all = new int[OffsetBucket.COUNT];
            int[] possible = new int[OffsetBucket.COUNT];
            int from = DaySet.index(first);
            int to = DaySet.index(last);
            int own = DaySet.index(day);
            int bucket = OffsetBucket.INSIDE;
            int[] stretches = anchor.stretches();
            int next = 0;
            for (int at = 0; at < DaySet.DAYS; at++) {
                while (next < stretches.length && stretches[next + 1] < at) {
                    next += 2;
                }
                int before = next < stretches.length ? Math.max(0, stretches[next] - at) : Integer.MAX_VALUE;
                int after = next >= 2 ? at - stretches[next - 1] : Integer.MAX_VALUE;
                int each = OffsetBucket.of(before == 0 ? 0 : after <= before ? after : -before);
                all[each]++;
                possible[each] += at >= from && at <= to ? 1 : 0;
                bucket = at == own ? each : bucket;
            }
            return new Case(bucket, possible, all);
        }
    }

    private final double[] rates;
    private final List<Case> cases = new ArrayList<>();
    private final int unseen;
    private final double priorReports;

    /**
     * Takes over the rates of a wider kind of clue.
     *
     * @param unseen the number of reports among which one wrong clue of the kind is assumed while none was seen: the
     *     surer the kind, the more reports the prior counts for
     */
    ShapeFit(double[] prior, int unseen) {
        this.unseen = unseen;
        this.priorReports = unseen > SURE ? unseen : PRIOR_REPORTS;
        this.rates = prior.clone();
    }

    /** Returns the rates of a row of priors. */
    static double[] prior(LexiconFile.Row row) {
        double[] rates = new double[OffsetBucket.COUNT];
        for (int bucket = 0; bucket < rates.length; bucket++) {
            String side = bucket < OffsetBucket.INSIDE ? "before" : "after";
            double share = Double.parseDouble(row.field(side + "_share"));
            double scale = Double.parseDouble(row.field(side + "_days"));
            double power = Double.parseDouble(row.field("power"));
            rates[bucket] = bucket == OffsetBucket.INSIDE
                    ? 1
                    : share / StrictMath.pow(1 + OffsetBucket.middle(bucket) / scale, power);
        }
        return rates;
    }

    void add(Case each) {
        cases.add(each);
    }

    int cases() {
        return cases.size();
    }

    double[] rates() {
        return rates.clone();
    }

    void fit(boolean window) {
        double[] prior = rates.clone();
        double[] sizes = sizes();
        double priorMass = sum(prior, sizes);
        for (int round = 0; round < ROUNDS; round++) {
            double[] seen = new double[rates.length];
            double[] expected = new double[rates.length];
            for (Case each : cases) {
                int[] days = window ? each.possible() : each.all();
                double mass = 0;
                for (int bucket = 0; bucket < rates.length; bucket++) {
                    mass += rates[bucket] * days[bucket];
                }
                seen[each.bucket()]++;
                for (int bucket = 0; bucket < rates.length; bucket++) {
                    expected[bucket] += days[bucket] / mass;
                }
            }
            for (int bucket = 0; bucket < rates.length; bucket++) {
                double seenBefore = priorReports * prior[bucket] * sizes[bucket] / priorMass;
                double expectedBefore = priorReports * sizes[bucket] / priorMass;
                double days = expected[bucket] + expectedBefore;
                rates[bucket] = days <= 0 ? prior[bucket] : Math.max(LEAST_RATE, (seen[bucket] + seenBefore) / days);
            }
        }
        level(sizes, window);
    }

    /**
     * Fits the rates at which things are named, relative to all that could have been.
     *
     * @param exposed for each bucket, the number of reports that could have named something that far away
     */
    void fit(double[] exposed) {
        double[] prior = rates.clone();
        double mass = sum(prior, exposed);
        double[] seen = new double[rates.length];
        for (Case each : cases) {
            seen[each.bucket()]++;
        }
        double scale = Math.max(1, cases.size()) / mass;
        for (int bucket = 0; bucket < rates.length; bucket++) {
            double before = priorReports * prior[bucket] * exposed[bucket] / mass;
            double weight = cases.size() + priorReports;
            rates[bucket] = exposed[bucket] < 1
                    ? scale * prior[bucket]
                    : (seen[bucket] + before) / exposed[bucket] * cases.size() / weight;
            rates[bucket] = Math.max(LEAST_RATE * scale, rates[bucket]);
        }
        level(sizes(), true);
    }

    /** @param inside whether no day is likelier than those named: true for a term or an event, not for a date ahead */
    private void level(double[] sizes, boolean inside) {
        level(OffsetBucket.INSIDE + (inside ? 0 : 1), rates.length, sizes, 1);
        level(0, OffsetBucket.INSIDE + (inside ? 1 : 0), sizes, -1);
    }

    /** The days of each bucket: on average of all reports, or around one day in the middle of all. */
    private double[] sizes() {
        double[] sizes = new double[OffsetBucket.COUNT];
        if (cases.isEmpty()) {
            int middle = DaySet.DAYS / 2;
            for (int day = 0; day < DaySet.DAYS; day++) {
                sizes[OffsetBucket.of(day - middle)]++;
            }
            return sizes;
        }
        for (Case each : cases) {
            for (int bucket = 0; bucket < sizes.length; bucket++) {
                sizes[bucket] += (double) each.all()[bucket] / cases.size();
            }
        }
        return sizes;
    }

    private static double sum(double[] rates, double[] sizes) {
        double sum = 0;
        for (int i = 0; i < rates.length; i++) {
            sum += rates[i] * sizes[i];
        }
        return sum;
    }

    /** Levels rates that grow with the distance from the named days: neighbours are merged until none does. */
    private void level(int start, int end, double[] sizes, int step) {
        int count = end - start;
        double[] value = new double[count];
        double[] size = new double[count];
        int[] length = new int[count];
        int top = 0;
        for (int i = 0; i < count; i++) {
            int bucket = step > 0 ? start + i : end - 1 - i;
            value[top] = rates[bucket];
            size[top] = Math.max(LEAST_RATE, sizes[bucket]);
            length[top++] = 1;
            while (top > 1 && value[top - 1] > value[top - 2]) {
                double both = size[top - 1] + size[top - 2];
                value[top - 2] = (value[top - 1] * size[top - 1] + value[top - 2] * size[top - 2]) / both;
                size[top - 2] = both;
                length[top - 2] += length[--top];
            }
        }
        int at = 0;
        for (int block = 0; block < top; block++) {
            for (int i = 0; i < length[block]; i++, at++) {
                rates[step > 0 ? start + at : end - 1 - at] = value[block];
            }
        }
    }

    /**
     * Returns the shape; the share of wrong clues is that of misleading ones, with some
     * reports added in which they mislead as often as usual.
     *
     * @param usual the share of misleading clues of the wider kind
     * @param prior the row of priors of the kind
     */
    Shape shape(double usual, LexiconFile.Row prior) {
        double most = Arrays.stream(rates).max().orElse(1);
        int[] losses = new int[rates.length];
        for (int i = 0; i < losses.length; i++) {
            double loss = StrictMath.log(most / rates[i]) / StrictMath.log(2) * Shape.BIT;
            losses[i] = (int) Math.min(Shape.MOST_LOSS, StrictMath.rint(loss));
        }
        double wrong = (misleading() + usual * unseen) / (cases.size() + unseen) * WHOLE;
        int least = Integer.parseInt(prior.field("least"));
        return new Shape(
                losses,
                (int) Math.max(least, StrictMath.rint(wrong)),
                prior.field("kin"),
                Integer.parseInt(prior.field("again")));
    }

    /** Returns the share of misleading clues to assume for a kind of which none was seen to mislead. */
    double usual() {
        return (misleading() + 1.0) / (cases.size() + unseen);
    }

    private int misleading() {
        int misleading = 0;
        for (Case each : cases) {
            double mass = 0;
            for (int bucket = 0; bucket < rates.length; bucket++) {
                mass += rates[bucket] * each.all()[bucket];
            }
            misleading += rates[each.bucket()] / mass < LEAST_SHARE / DaySet.DAYS ? 1 : 0;
        }
        return misleading;
    }
}
