package dev.tranche.resolve;

import dev.tranche.dating.StatedDate;
import dev.tranche.fact.Fact;
import dev.tranche.text.Span;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One sum of assistance that one report tells, as the books see it.
 *
 * @param report key of the report, unique within a book
 * @param index place of the fact in the report's list
 * @param fact the fact
 * @param outlet who published the report; the report's key where not stated
 * @param origin number that claims of copies of one text share, see {@link Origins}
 * @param said the days on which it is said to have been announced; the publication days where nothing is said
 * @param published the days on which the report was published
 * @param prominent does it stand in the headline?
 * @param recordDated was the report's day found by an official record? Then it proves nothing about that record
 */
public record Claim(
        String report,
        int index,
        Fact fact,
        String outlet,
        long origin,
        StatedDate said,
        StatedDate published,
        boolean prominent,
        boolean recordDated) {

    /** A date wider than so many days does not tell packages apart. */
    private static final int FEW = 2;

    /** A day in the words is that of the news when it lies so many days at most before the publication. */
    private static final int NEWS = 3;

    /** What is told within so many days may be news. */
    private static final int WEEK = 7;

    /** The order of claims that does not depend on the order of reports: by report, then by place. */
    public static final Comparator<Claim> ORDER =
            Comparator.comparing(Claim::report).thenComparingInt(Claim::index);

    /** What a person added has this place or a later one, so that it follows what was read. */
    public static final int FIRST_ADDED = 1_000_000;

    /**
     * What claims of one report have in common.
     *
     * @param key key of the report
     * @param outlet who published it
     * @param origin number of its text's origin
     * @param published when it was published
     * @param headline length of its headline
     * @param recordDated was its day found by an official record?
     */
    public record Source(
            String key,
            Optional<String> outlet,
            long origin,
            StatedDate published,
            int headline,
            boolean recordDated) {}

    /** Builds the claim of a fact of a report. */
    public static Claim of(Source source, int index, Fact fact) {
        Span span = fact.evidence().span();
        boolean headline = span.start() < source.headline();
        return new Claim(
                source.key(),
                index,
                index < FIRST_ADDED ? LocalDollars.read(fact, source.outlet()) : fact,
                source.outlet().orElse(source.key()),
                source.origin(),
                said(fact.date(), source.published(), headline),
                source.published(),
                headline,
                source.recordDated());
    }

    /** Did a person add it? */
    public boolean isAdded() {
        return index >= FIRST_ADDED;
    }

    /**
     * A headline tells the news of its day, whatever dates stand below it; a wide date that may be that of the news says
     * less than the day of the report.
     */
    private static StatedDate said(StatedDate told, StatedDate published, boolean headline) {
        boolean dated = width(published) <= FEW;
        if (dated && width(told) <= FEW && isDayOf(told, published)) {
            return told;
        }
        // "In aid for next year": the span for which it is given, not the day on which it was announced.
        boolean ahead = dated
                && width(told) > WEEK
                && told.from().filter(day -> day.isAfter(published.to().get())).isPresent();
        if (told.isUnknown() || ahead || (dated && (headline || (width(told) > WEEK && mayBeNews(told, published))))) {
            return published;
        }
        return told;
    }

    /** News of a day comes out on that day or the next ones, by the clocks of two places even the day before. */
    private static boolean isDayOf(StatedDate told, StatedDate published) {
        long before = published.from().orElseThrow().toEpochDay()
                - told.from().orElseThrow().toEpochDay();
        return before >= -1 && before <= NEWS;
    }

    private static boolean mayBeNews(StatedDate told, StatedDate published) {
        LocalDate day = published.from().orElseThrow();
        boolean begins = told.from().isEmpty() || !told.from().get().isAfter(day.plusDays(WEEK));
        boolean ends = told.to().isEmpty() || !told.to().get().isBefore(day.minusDays(WEEK));
        return begins && ends;
    }

    private static long width(StatedDate date) {
        return date.from().isPresent() && date.to().isPresent()
                ? date.to().get().toEpochDay() - date.from().get().toEpochDay()
                : Long.MAX_VALUE;
    }

    /** Returns the name of the claim: report and place. */
    public String id() {
        return report + "#" + index;
    }

    /** Returns the claim that this sum is a part of, by its name. */
    public Optional<String> parent() {
        OptionalInt parent = fact.partOf();
        return parent.isPresent() ? Optional.of(report + "#" + parent.getAsInt()) : Optional.empty();
    }

    /** Returns the first day on which it may have been announced; empty when nothing is known. */
    public Optional<LocalDate> firstDay() {
        return said.from().or(said::to);
    }

    /** Are the days known to within a few? Others say too little to tell packages apart. */
    public boolean isDated() {
        return width(said) <= FEW;
    }
}
