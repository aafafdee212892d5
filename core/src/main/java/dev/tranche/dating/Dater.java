package dev.tranche.dating;

import dev.tranche.dating.Publication.Basis;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.problem.Problem;
import dev.tranche.problem.ProblemCode;
import dev.tranche.problem.Problems;
import dev.tranche.text.Document;
import dev.tranche.text.MarkedDay;
import dev.tranche.text.Tokenizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Finds when a report was published, and when the events it reports happened.
 *
 * <p>A stated day counts; otherwise every clue in the words makes some days likelier than others, and the narrowest interval
 * that contains 97 % of the likelihood is returned. A clue that contradicts the likeliest day is kept with the others
 * but marked as not used, and reported as a conflict. Immutable and safe to share between threads.
 */
public final class Dater {

    private static final int SHOWN = 40;
    private static final int LONGEST_ADDRESS = 2000;

    private final Inference inference;
    private final NamedDays named;

    private Dater(Lexicon lexicon) {
        this.named = NamedDays.of(lexicon);
        this.inference = Inference.of(lexicon);
    }

    /** Builds a dater over a lexicon's offices, events, wars and fitted shapes, and the record's packages. */
    public static Dater of(Lexicon lexicon) {
        return new Dater(lexicon);
    }

    /**
     * Returns the date that the metadata states, by its publication time in any common form, else by its markup, else
     * by a day in the path of its address; empty when it states none or none is readable.
     */
    public Optional<Publication> stated(Document document, Problems problems) {
        if (document.published().isPresent()) {
            String written = document.published().get();
            Optional<LocalDate> day = day(MarkedText.day(document).orElse(written));
            if (day.isPresent()) {
                return Optional.of(new Publication(StatedDate.on(day.get()), Basis.METADATA, List.of()));
            }
            String shown = written.length() > SHOWN ? written.substring(0, SHOWN) + "…" : written;
            problems.add(Problem.of(
                    ProblemCode.BAD_DATE, "The stated publication date \"" + shown + "\" is not a date; ignored."));
        }
        Optional<Publication> marked = document.markup().day().map(Dater::marked);
        if (marked.isPresent()) {
            return marked;
        }
        return document.address()
                .filter(address -> address.length() <= LONGEST_ADDRESS)
                .flatMap(Dater::day)
                .map(day -> new Publication(
                        StatedDate.on(day),
                        Basis.METADATA,
                        List.of(new Clue("address.path", Optional.empty(), StatedDate.on(day), true))));
    }

    private static Publication marked(MarkedDay marked) {
        StatedDate day = StatedDate.on(marked.day());
        return new Publication(day, Basis.MARKUP, List.of(new Clue(marked.rule(), Optional.empty(), day, true)));
    }

    /** Returns the first calendar date named in the words, if it lies within the known period. */
    private static Optional<LocalDate> day(String written) {
        for (DateExpression date : DateReader.find(Tokenizer.split(written), new Problems())) {
            if (date.symbol() instanceof Symbol.Absolute(StatedDate days) && days.isOneDay()) {
                return days.from();
            }
        }
        return Optional.empty();
    }

    /** Returns when a report was published: as its metadata states, else as its words indicate. Never throws. */
    public Publication date(MarkedText text, Problems problems) {
        return dates(text, stated(text.document(), problems), problems).publication();
    }

    /**
     * Returns the narrowest intervals that contain the day of publication with the given probabilities, inferred from
     * the words alone.
     *
     * @param percents the probabilities, in per cent
     * @return one interval per probability, unknown where the clues set no end; none for a text without a clue
     */
    public List<StatedDate> intervals(MarkedText text, List<Integer> percents) {
        return inference.intervals(DatedText.of(text, named, new Problems()), percents);
    }

    /** Returns the kind of report that a text is classified as: "official", "article" or "brief". */
    public String kind(MarkedText text) {
        return inference.kind(text).slug();
    }

    /**
     * Returns when a report was published and a resolver for the dates in it.
     *
     * @param stated the result of {@link #stated}
     */
    public Dates dates(MarkedText text, Optional<Publication> stated, Problems problems) {
        DatedText dated = DatedText.of(text, named, problems);
        return new Dates(dated, stated.orElseGet(() -> inference.infer(dated, problems)));
    }
}
