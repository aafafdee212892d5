package dev.tranche.timeline;

import dev.tranche.dating.StatedDate;
import dev.tranche.timeline.EncounterFold.Told;
import dev.tranche.timeline.Greedy.Group;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The content of the reports of a book besides sums, as reports are added and removed.
 *
 * <p>Only what is affected by added or removed reports is merged again; the result is that of merging all reports from
 * scratch. Not safe for several threads; what it returns is immutable.
 */
public final class StoryFold {

    private static final int MANY = 1_000;

    private final EncounterFold encounters = new EncounterFold();
    private final TieFold ties = new TieFold();
    private final StatementFold statements = new StatementFold();
    private final FigureFold figures = new FigureFold();
    private final AgreementFold agreements = new AgreementFold();
    private final NameFold names = new NameFold();
    private Story story = new Story(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new FigureBook(List.of()),
            new AgreementBook(List.of()),
            List.of());

    /** Builds a story without reports. */
    public StoryFold() {}

    /**
     * The content of the reports; a list is the same object as before if nothing in it has changed.
     *
     * @param events the encounters in order, with their searchable words
     * @param gaps the numbers of series that no report mentions
     * @param claims the statements in the order of reports and words, with their searchable words
     * @param published for each statement, when its first report was published
     * @param figures the figures other than money
     * @param agreements the agreements
     * @param names the names, the most reported first, with their searchable words
     */
    public record Story(
            List<Searched<TimelineEvent>> events,
            List<OrdinalGap> gaps,
            List<Searched<Claim>> claims,
            List<StatedDate> published,
            FigureBook figures,
            AgreementBook agreements,
            List<Searched<NameBook.Entry>> names) {

        /** Copies the lists. */
        public Story {
            events = List.copyOf(events);
            gaps = List.copyOf(gaps);
            claims = List.copyOf(claims);
            published = List.copyOf(published);
            names = List.copyOf(names);
        }
    }

    /**
     * Removes some reports and adds others.
     *
     * @param gone reports added before
     */
    public void take(Collection<Teller> gone, Collection<Teller> come) {
        Next next = new Next(gone, come);
        List<Runnable> parts = List.of(next::events, next::claims, next::figures, next::agreements, next::names);
        // They are independent of one another; a whole book is worth the threads.
        (come.size() < MANY ? parts.stream() : parts.parallelStream()).forEach(Runnable::run);
        story = new Story(next.events, next.gaps, next.claims, next.published, next.counted, next.agreed, next.named);
    }

    /** The content of the reports after some were added and others removed. */
    private final class Next {

        private final Collection<Teller> gone;
        private final Collection<Teller> come;
        private List<Searched<TimelineEvent>> events = story.events();
        private List<OrdinalGap> gaps = story.gaps();
        private List<Searched<Claim>> claims = story.claims();
        private List<StatedDate> published = story.published();
        private FigureBook counted = story.figures();
        private AgreementBook agreed = story.agreements();
        private List<Searched<NameBook.Entry>> named = story.names();

        Next(Collection<Teller> gone, Collection<Teller> come) {
            this.gone = gone;
            this.come = come;
        }

        void events() {
            Set<Group<Told>> touched = encounters.take(gone, come);
            if (!touched.isEmpty()) {
                ties.take(touched);
                List<Searched<TimelineEvent>> shown = ties.shown();
                events = Trips.nested(shown);
                gaps = Timeline.gaps(shown.stream().map(Searched::told).toList());
            }
        }

        void claims() {
            if (statements.take(gone, come)) {
                StatementFold.Shown shown = statements.shown();
                claims = shown.claims();
                published = shown.published();
            }
        }

        void figures() {
            if (figures.take(gone, come)) {
                counted = new FigureBook(figures.shown());
            }
        }

        void agreements() {
            if (agreements.take(gone, come)) {
                agreed = agreements.shown();
            }
        }

        void names() {
            if (names.take(gone, come)) {
                named = names.shown();
            }
        }
    }

    /** Returns the current content of the reports. */
    public Story story() {
        return story;
    }
}
