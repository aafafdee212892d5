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
import java.time.DateTimeException;
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
    private static final int MOST_CLUES = 40;

    private final Lexicon lexicon;
    private final PackageCalendar packages;

    private Dater(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.packages = PackageCalendar.of(lexicon);
    }

    /** Builds a dater over a lexicon's offices and events and the record's packages. */
    public static Dater of(Lexicon lexicon) {
        return new Dater(lexicon);
    }

    /** Returns the date that the metadata states, empty when it states none or none that can be read. */
    public Optional<Publication> stated(Document document, Problems problems) {
        if (document.published().isEmpty()) {
            return Optional.empty();
        }
        String written = document.published().get();
        try {
            LocalDate day = LocalDate.parse(MarkedText.day(document).orElse(written));
            return Optional.of(new Publication(StatedDate.on(day), Basis.METADATA, List.of()));
        } catch (DateTimeException noDate) {
            String shown = written.length() > SHOWN ? written.substring(0, SHOWN) + "…" : written;
            problems.add(Problem.of(
                    ProblemCode.BAD_DATE, "The stated publication date \"" + shown + "\" is no ISO date; ignored."));
            return Optional.empty();
        }
    }

    /** Returns when a report was published: as its metadata states, else as its words tell. Never throws. */
    public Publication date(MarkedText text, Problems problems) {
        return dates(text, problems).publication();
    }

    /** Returns when a report was published and a resolver for the dates in it. */
    public Dates dates(MarkedText text, Problems problems) {
        Optional<Publication> stated = stated(text.document(), problems);
        DatedText dated = DatedText.of(text, problems);
        return new Dates(dated, stated.orElseGet(() -> infer(dated, problems)));
    }

    private Publication infer(DatedText dated, Problems problems) {
        List<Reason> reasons = new ArrayList<>(CalendarClues.read(dated));
        reasons.addAll(WarClues.read(lexicon, dated.text()));
        reasons.addAll(EventClues.read(lexicon, dated));
        reasons.addAll(SumClues.read(packages, dated));
        reasons.addAll(OfficeClues.read(lexicon, dated.text()));
        reasons.addAll(WeekdayClues.read(dated));
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
        String message = "The clue " + reason.rule() + " allows " + reason.days().hull().edtf()
                + ", which contradicts what stronger clues allow (" + days.hull().edtf() + "); it is not used.";
        problems.add(reason.span().isPresent()
                ? Problem.at(ProblemCode.CONFLICT, message, reason.span().get())
                : Problem.of(ProblemCode.CONFLICT, message));
    }
}
