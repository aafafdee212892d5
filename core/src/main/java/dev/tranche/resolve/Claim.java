package dev.tranche.resolve;

import dev.tranche.dating.StatedDate;
import dev.tranche.extract.Extraction;
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
 * @param origin number of the text that the report is a copy of, see {@link Origins}
 * @param said the days on which it is said to have been announced; the publication days where nothing is said
 * @param published the days on which the report was published
 * @param prominent does it stand in the headline?
 */
public record Claim(
        String report,
        int index,
        Fact fact,
        String outlet,
        int origin,
        StatedDate said,
        StatedDate published,
        boolean prominent) {

    /** A date wider than so many days does not tell packages apart. */
    private static final int FEW = 2;

    /** What is told within so many days may be news. */
    private static final int WEEK = 7;

    /** The order of claims that does not depend on the order of reports: by report, then by place. */
    public static final Comparator<Claim> ORDER =
            Comparator.comparing(Claim::report).thenComparingInt(Claim::index);

    /** Builds the claim of one fact of an extraction. */
    public static Claim of(String report, Extraction extraction, int index, int origin) {
        Fact fact = extraction.facts().get(index);
        Span span = fact.evidence().span();
        StatedDate published = extraction.published().date();
        boolean headline = span.end() <= extraction.document().title().length();
        return new Claim(
                report,
                index,
                fact,
                extraction.document().outlet().orElse(report),
                origin,
                said(fact.date(), published, headline),
                published,
                headline);
    }

    /**
     * A headline tells the news of its day, whatever dates stand below it; a wide date that may be that of the news says
     * less than the day of the report.
     */
    private static StatedDate said(StatedDate told, StatedDate published, boolean headline) {
        boolean dated = width(published) <= FEW;
        if (told.isUnknown() || (dated && (headline || (width(told) > WEEK && mayBeNews(told, published))))) {
            return published;
        }
        return told;
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
