package dev.tranche.resolve;

import dev.tranche.dating.StatedDate;
import dev.tranche.fact.Fact;
import dev.tranche.text.Span;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One sum of assistance stated by one report, as the books see it.
 *
 * @param report key of the report, unique within a book
 * @param index place of the fact in the report's list
 * @param fact the fact
 * @param outlet who published the report; the report's key where not stated
 * @param origin number shared by claims from copies of one text, see {@link Origins}
 * @param said the days on which it is said to have been announced; the publication days if not stated
 * @param published the days on which the report was published
 * @param prominent is it in the headline?
 * @param recordDated was the report's day inferred from an official record? If so, it is not evidence about that record
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

    /** A date wider than this many days does not distinguish packages. */
    private static final int FEW = 2;

    /** A day in the text is that of the news if it is at most this many days before publication. */
    private static final int NEWS = 3;

    /** What happened within this many days may be news. */
    private static final int WEEK = 7;

    /** An order of claims independent of the order of reports: by report, then by place. */
    public static final Comparator<Claim> ORDER =
            Comparator.comparing(Claim::report).thenComparingInt(Claim::index);

    /** Claims added by a person have this index or a later one, so that they follow those read. */
    public static final int FIRST_ADDED = 1_000_000;

    /**
     * What claims of one report have in common.
     *
     * @param key key of the report
     * @param outlet who published it
     * @param origin number of its text's origin
     * @param published its day of publication
     * @param headline length of its headline
     * @param recordDated was its day inferred from an official record?
     */
    public record Source(
            String key,
            Optional<String> outlet,
            long origin,
            StatedDate published,
            int headline,
            boolean recordDated) {}

    /** Builds the claim for a fact of a report. */
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

    /** Was it added by a person? */
    public boolean isAdded() {
        return index >= FIRST_ADDED;
    }

    /**
     * A headline reports the news of its day, whatever dates appear below it; a wide date that may be that of the news
     * says less than the day of the report.
     */
    private static StatedDate said(StatedDate told, StatedDate published, boolean headline) {
        boolean dated = width(published) <= FEW;
        if (dated && width(told) <= FEW && isDayOf(told, published)) {
            return told;
        }
        // "In aid for next year": the period for which it is given, not the day on which it was announced.
        boolean ahead = dated
                && width(told) > WEEK
                && told.from().filter(day -> day.isAfter(published.to().get())).isPresent();
        if (told.isUnknown() || ahead || (dated && (headline || (width(told) > WEEK && mayBeNews(told, published))))) {
            return published;
        }
        return told;
    }

    /** News of a day is published on that day or the next ones; across time zones even the day before. */
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

    /** Returns the id of the claim: report and index. */
    public String id() {
        return report + "#" + index;
    }

    /** Returns the claim that this sum is a part of, by its id. */
    public Optional<String> parent() {
        OptionalInt parent = fact.partOf();
        return parent.isPresent() ? Optional.of(report + "#" + parent.getAsInt()) : Optional.empty();
    }

    /** Returns the first day on which it may have been announced; empty if unknown. */
    public Optional<LocalDate> firstDay() {
        return said.from().or(said::to);
    }

    /** Are the days known to within a few? Otherwise they cannot distinguish packages. */
    public boolean isDated() {
        return width(said) <= FEW;
    }
}
