package dev.tranche.dating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.lexicon.Lexicon;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The arithmetic of inference against its definition, on random clues. */
class PosteriorTest {

    private static final Posterior.Prior NEWEST = Posterior.Prior.of(LocalDate.of(2026, 1, 1));
    private final Random random = new Random(5);

    private Shape shape() {
        int[] losses = random.ints(OffsetBucket.COUNT, 0, 1500).toArray();
        return new Shape(losses, 1 + random.nextInt(900), "", Shape.WHOLE_LOSS);
    }

    private DaySet days() {
        return DaySet.of(random.ints(1 + random.nextInt(5), 0, DaySet.DAYS)
                .flatMap(start -> IntStream.range(start, start + 1 + random.nextInt(400))));
    }

    /** The distance to the nearest named day by trying all; the earlier one where two are equally near. */
    private static int bucket(int[] named, int day) {
        int best = Integer.MAX_VALUE;
        for (int each : named) {
            int distance = day - each;
            if (Math.abs(distance) < Math.abs(best) || Math.abs(distance) == Math.abs(best) && distance > best) {
                best = distance;
            }
        }
        return OffsetBucket.of(best);
    }

    @Test
    void theLossOfADayIsThatOfItsDistanceUpToTheFloor() {
        for (int round = 0; round < 40; round++) {
            Shape shape = shape();
            DaySet days = days();
            Likelihood likelihood = Likelihood.of(days, shape);
            int[] named = IntStream.range(0, DaySet.DAYS)
                    .filter(day -> days.contains(DaySet.day(day)))
                    .toArray();
            double mass = 0;
            for (int day = 0; day < DaySet.DAYS; day++) {
                mass += Shape.left(shape.losses()[bucket(named, day)]);
            }
            int floor = shape.floor(mass);
            for (int day = 0; day < DaySet.DAYS; day += 97) {
                assertThat(likelihood.loss(day))
                        .as("day %d of %s", day, days)
                        .isEqualTo(Math.min(floor, shape.losses()[bucket(named, day)]));
            }
        }
    }

    @Test
    void theOrderOfCluesChangesNothing() {
        for (int round = 0; round < 20; round++) {
            List<Likelihood> clues = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                clues.add(Likelihood.of(days(), shape()));
            }
            Posterior one = Posterior.of(clues, NEWEST);
            Collections.shuffle(clues, random);
            Posterior other = Posterior.of(clues, NEWEST);
            assertThat(other.mode()).isEqualTo(one.mode());
            for (int percent : new int[] {50, 80, 97}) {
                assertThat(other.interval(percent)).isEqualTo(one.interval(percent));
            }
        }
    }

    @Test
    void aGreaterShareNeedsNoShorterInterval() {
        for (int round = 0; round < 20; round++) {
            Posterior posterior = Posterior.of(List.of(Likelihood.of(days(), shape())), NEWEST);
            long last = 0;
            for (int percent : new int[] {50, 80, 90, 97}) {
                StatedDate interval = posterior.interval(percent);
                if (interval.isClosed()) {
                    long width = interval.to().orElseThrow().toEpochDay()
                            - interval.from().orElseThrow().toEpochDay();
                    assertThat(width).isGreaterThanOrEqualTo(last);
                    last = width;
                }
            }
        }
    }

    /** A clue to weekdays has so many steps that they are added up day by day; one that takes nothing changes nothing. */
    @Test
    void manyStepsAddUpAsFewDo() {
        int[] even = new int[OffsetBucket.COUNT];
        even[OffsetBucket.INSIDE - 1] = 1;
        Shape nothing = new Shape(even, 100, "", 0);
        DaySet mondays = DaySet.on(Set.of(DayOfWeek.MONDAY));
        for (int round = 0; round < 20; round++) {
            List<Likelihood> few = List.of(Likelihood.of(days(), shape()), Likelihood.of(days(), shape()));
            List<Likelihood> many = new ArrayList<>(few);
            many.add(new Likelihood(Losses.of(mondays, nothing), 0));
            Posterior one = Posterior.of(few, NEWEST);
            Posterior other = Posterior.of(many, NEWEST);
            assertThat(other.mode()).isEqualTo(one.mode());
            for (int percent : new int[] {50, 80, 97}) {
                assertThat(other.interval(percent)).isEqualTo(one.interval(percent));
                assertThat(other.length(percent)).isEqualTo(one.length(percent));
            }
        }
    }

    @Test
    void oneOfTwoLikeCluesOfAKinCountsInFull() {
        int[] losses = new int[OffsetBucket.COUNT];
        Arrays.fill(losses, 800);
        losses[OffsetBucket.INSIDE] = 0;
        Losses same = Losses.of(days(), new Shape(losses, 300, "dates", 25));
        assertThat(Likelihood.together(List.of(same, same)).stream().map(Likelihood::share))
                .containsExactly(Shape.WHOLE_LOSS, 25);
    }

    @Test
    void oneWrongClueLosesAgainstThree() {
        int[] losses = new int[OffsetBucket.COUNT];
        Arrays.fill(losses, 1500);
        losses[OffsetBucket.INSIDE] = 0;
        Shape sure = new Shape(losses, 300, "", Shape.WHOLE_LOSS);
        DaySet spring = DaySet.between(LocalDate.of(2019, 4, 1), LocalDate.of(2019, 4, 30));
        DaySet later = DaySet.between(LocalDate.of(2033, 1, 1), LocalDate.of(2033, 1, 31));
        List<Likelihood> clues = List.of(
                Likelihood.of(later, sure),
                Likelihood.of(spring, sure),
                Likelihood.of(spring, sure),
                Likelihood.of(spring, sure));
        StatedDate interval = Posterior.of(clues, NEWEST).interval(97);
        assertThat(interval.from()).hasValueSatisfying(day -> assertThat(day).isAfter(LocalDate.of(2019, 3, 1)));
        assertThat(interval.to()).hasValueSatisfying(day -> assertThat(day).isBefore(LocalDate.of(2019, 6, 1)));
    }

    @Test
    void ofOneKinTheSurestCountsInFull() {
        int[] losses = new int[OffsetBucket.COUNT];
        Arrays.fill(losses, 800);
        losses[OffsetBucket.INSIDE] = 0;
        Shape kin = new Shape(losses, 300, "dates", 25);
        Shape other = new Shape(losses, 300, "", Shape.WHOLE_LOSS);
        DaySet day = DaySet.between(LocalDate.of(2019, 4, 1), LocalDate.of(2019, 4, 1));
        DaySet year = DaySet.between(LocalDate.of(2012, 1, 1), LocalDate.of(2012, 12, 31));
        int inside = DaySet.index(LocalDate.of(2012, 5, 5));
        List<Likelihood> together =
                Likelihood.together(List.of(Losses.of(year, kin), Losses.of(day, kin), Losses.of(year, other)));
        int alone = Likelihood.of(year, other).tenthsOfBits(inside);
        assertThat(alone).isPositive();
        assertThat(together.get(0).tenthsOfBits(inside)).isEqualTo((int) StrictMath.rint(alone / 4.0));
        assertThat(together.get(2).tenthsOfBits(inside)).isEqualTo(alone);
        int own = DaySet.index(LocalDate.of(2019, 4, 1));
        assertThat(together.get(1).tenthsOfBits(own))
                .isEqualTo(Likelihood.of(day, other).tenthsOfBits(own));
    }

    @Test
    void aFitOfTermsIsLikeliestInsideAndMisleadsAtLeastAsOftenAsStated() {
        DaySet term = DaySet.between(LocalDate.of(2011, 1, 1), LocalDate.of(2014, 12, 31));
        double[] prior = new double[OffsetBucket.COUNT];
        Arrays.fill(prior, 0.01);
        ShapeFit fit = new ShapeFit(prior, 40);
        for (int i = 0; i < 60; i++) {
            LocalDate day = LocalDate.of(2014, 11, 20).plusDays(i);
            fit.add(ShapeFit.Case.of(term, day, LocalDate.of(2014, 1, 1), LocalDate.of(2015, 12, 31)));
        }
        fit.fit(true);
        double[] rates = fit.rates();
        for (int bucket = 0; bucket < rates.length; bucket++) {
            assertThat(rates[bucket]).isLessThanOrEqualTo(rates[OffsetBucket.INSIDE]);
        }
        assertThat(fit.usual()).isPositive();
    }

    @Test
    void noClueDrawsNoInterval() {
        assertThat(Posterior.of(List.of(), NEWEST).interval(97)).isEqualTo(StatedDate.UNKNOWN);
    }

    @Test
    void theShippedTableHoldsAShapeForEveryKindOfReport() {
        Shapes shapes = Shapes.of(Lexicon.standard());
        for (String rule : List.of("stated", "past.day.lead", "office", "event.past.summit", "war.day", "unheard.of")) {
            for (ReportKind kind : ReportKind.values()) {
                assertThat(shapes.shape(rule, kind).losses()).hasSize(OffsetBucket.COUNT);
            }
        }
    }
}
