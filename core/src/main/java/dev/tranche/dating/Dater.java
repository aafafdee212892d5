package dev.tranche.dating;

import dev.tranche.dating.Publication.Basis;
import dev.tranche.dating.Reason.Strength;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.problem.Problem;
import dev.tranche.problem.ProblemCode;
import dev.tranche.problem.Problems;
import dev.tranche.text.Document;
import dev.tranche.text.Evidence;
import dev.tranche.text.MarkedDay;
import dev.tranche.text.Tokenizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds when a report was published, and when what it tells happened.
 *
 * <p>The day of publication is a set of possible days. Every clue allows some of them; the clues are taken in order of
 * their strength, and one that would leave no day is kept with the others but not used, and reported as a conflict.
 * Immutable and safe to share between threads.
 */
public final class Dater {

    private static final int SHOWN = 40;
    private static final int LONGEST_ADDRESS = 2000;
    private static final int MOST_CLUES = 40;

    private final Lexicon lexicon;
    private final PackageCalendar packages;
    private final WarClues.Starts starts;

    private Dater(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.packages = PackageCalendar.of(lexicon);
        this.starts = WarClues.Starts.of(lexicon);
    }

    /** Builds a dater over a lexicon's offices and events and the record's packages. */
    public static Dater of(Lexicon lexicon) {
        return new Dater(lexicon);
    }

    /**
     * Returns the date that the metadata states, by its publication time in any usual form, else by its markup, else by
     * a day in the path of its address; empty when it states none or none that can be read.
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
                    ProblemCode.BAD_DATE, "The stated publication date \"" + shown + "\" is no date; ignored."));
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

    /** Returns the first day of the calendar that the words name, where it lies in the time that is known. */
    private static Optional<LocalDate> day(String written) {
        for (DateExpression date : DateReader.find(Tokenizer.split(written), new Problems())) {
            if (date.symbol() instanceof Symbol.Absolute(StatedDate days) && days.isOneDay()) {
                return days.from().filter(DaySet.ALL::contains);
            }
        }
        return Optional.empty();
    }

    /** Returns when a report was published: as its metadata states, else as its words tell. Never throws. */
    public Publication date(MarkedText text, Problems problems) {
        return dates(text, stated(text.document(), problems), problems).publication();
    }

    /**
     * Returns when a report was published and a resolver for the dates in it.
     *
     * @param stated what {@link #stated} gave
     */
    public Dates dates(MarkedText text, Optional<Publication> stated, Problems problems) {
        DatedText dated = DatedText.of(text, problems);
        return new Dates(dated, stated.orElseGet(() -> infer(dated, problems)));
    }

    private Publication infer(DatedText dated, Problems problems) {
        List<Reason> reasons = new ArrayList<>(CalendarClues.read(dated));
        reasons.addAll(WarClues.read(starts, dated));
        reasons.addAll(EventClues.read(lexicon, dated));
        reasons.addAll(SumClues.read(packages, dated));
        reasons.addAll(OfficeClues.read(lexicon, dated.text()));
        reasons.addAll(OpeningClues.read(dated));
        if (reasons.stream().noneMatch(reason -> reason.strength().compareTo(Strength.CERTAIN) <= 0)) {
            reasons.addAll(WeekdayClues.read(dated));
        }
        reasons.sort(Comparator.comparing(Reason::strength));
        return weigh(dated.text().document(), reasons, problems);
    }

    /** Intersects the clues in order; of many that change nothing only the first are listed. */
    static Publication weigh(Document document, List<Reason> reasons, Problems problems) {
        DaySet days = DaySet.ALL;
        Basis basis = Basis.INFERRED;
        List<Clue> clues = new ArrayList<>();
        for (Reason reason : reasons) {
            DaySet left = days.and(reason.days());
            boolean narrows = left.size() < days.size();
            if (left.isEmpty()) {
                conflict(reason, days, problems);
            } else {
                days = left;
            }
            basis = reason.strength() == Strength.STATED && !left.isEmpty() ? Basis.STATED : basis;
            if (narrows || clues.size() < MOST_CLUES) {
                Optional<Evidence> evidence = reason.span().map(document::evidence);
                clues.add(new Clue(reason.rule(), evidence, reason.days().hull(), !left.isEmpty()));
            }
        }
        StatedDate date = days.hull();
        return date.isUnknown()
                ? new Publication(StatedDate.UNKNOWN, Basis.UNKNOWN, clues)
                : new Publication(date, basis, clues);
    }

    private static void conflict(Reason reason, DaySet days, Problems problems) {
        String message = "The clue " + reason.rule() + " allows "
                + reason.days().hull().edtf() + ", which contradicts what stronger clues allow ("
                + days.hull().edtf() + "); it is not used.";
        problems.add(
                reason.span().isPresent()
                        ? Problem.at(
                                ProblemCode.CONFLICT, message, reason.span().get())
                        : Problem.of(ProblemCode.CONFLICT, message));
    }
}
