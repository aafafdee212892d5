package dev.tranche.timeline;

import dev.tranche.dating.StatedDate;
import dev.tranche.timeline.EncounterFold.Told;
import dev.tranche.timeline.Greedy.Group;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What the reports of a book tell besides sums, while reports come and go.
 *
 * <p>Only what a report that comes or goes touches is merged again; the result is that of merging all reports from
 * nothing. Not safe for several threads; what it returns is immutable.
 */
public final class StoryFold {

    private static final int MANY = 1_000;

    private final EncounterFold encounters = new EncounterFold();
    private final TieFold ties = new TieFold();
    private final StatementFold statements = new StatementFold();
    private final FigureFold figures = new FigureFold();
    private final NameFold names = new NameFold();
    private Story story = new Story(List.of(), List.of(), List.of(), List.of(), new FigureBook(List.of()), List.of());

    /** Builds the story of no reports. */
    public StoryFold() {}

    /**
     * What reports tell; a list is the same object as before as long as nothing in it has changed.
     *
     * @param events the encounters in order, with the words by which they are found
     * @param gaps the numbers of counted rows that no report tells
     * @param claims the statements in the order of reports and words, with the words by which they are found
     * @param published of each statement, when its first report was published
     * @param figures the figures other than money
     * @param names the names, the most told first, with the words by which they are found
     */
    public record Story(
            List<Searched<TimelineEvent>> events,
            List<OrdinalGap> gaps,
            List<Searched<Claim>> claims,
            List<StatedDate> published,
            FigureBook figures,
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
     * @param gone reports that came in before
     */
    public void take(Collection<Teller> gone, Collection<Teller> come) {
        Next next = new Next(gone, come);
        List<Runnable> parts = List.of(next::events, next::claims, next::figures, next::names);
        // The four know nothing of each other; a whole book is worth the threads.
        (come.size() < MANY ? parts.stream() : parts.parallelStream()).forEach(Runnable::run);
        story = new Story(next.events, next.gaps, next.claims, next.published, next.counted, next.named);
    }

    /** What the reports say after some were added and others removed. */
    private final class Next {

        private final Collection<Teller> gone;
        private final Collection<Teller> come;
        private List<Searched<TimelineEvent>> events = story.events();
        private List<OrdinalGap> gaps = story.gaps();
        private List<Searched<Claim>> claims = story.claims();
        private List<StatedDate> published = story.published();
        private FigureBook counted = story.figures();
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

        void names() {
            if (names.take(gone, come)) {
                named = names.shown();
            }
        }
    }

    /** Returns what the reports tell now. */
    public Story story() {
        return story;
    }
}
