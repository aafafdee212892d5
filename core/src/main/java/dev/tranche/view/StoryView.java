package dev.tranche.view;

import dev.tranche.timeline.AgreementBook;
import dev.tranche.timeline.ClaimBook;
import dev.tranche.timeline.FigureBook;
import dev.tranche.timeline.Searched;
import dev.tranche.timeline.StoryFold;

/**
 * The content of the reports of a book besides sums, ready to be filtered; the same as long as the same reports count.
 * Immutable.
 *
 * @param timeline the encounters
 * @param claims the statements
 * @param statements the statements, ready to be filtered
 * @param figures the figures other than money
 * @param agreements the agreements
 * @param names the names
 */
record StoryView(
        TimelineIndex timeline,
        ClaimBook claims,
        StatementIndex statements,
        FigureBook figures,
        AgreementBook agreements,
        NameIndex names) {

    /** Builds the view of a merged story. */
    static StoryView of(StoryFold.Story story) {
        ClaimBook claims = new ClaimBook(Lists.mapped(story.claims(), Searched::told));
        return new StoryView(
                TimelineIndex.of(story.events(), story.gaps()),
                claims,
                StatementIndex.of(story.claims(), story.published()),
                story.figures(),
                story.agreements(),
                NameIndex.of(story.names()));
    }
}
