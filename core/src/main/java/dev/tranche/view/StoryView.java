package dev.tranche.view;

import dev.tranche.dating.StatedDate;
import dev.tranche.extract.Extraction;
import dev.tranche.timeline.ClaimBook;
import dev.tranche.timeline.FigureBook;
import dev.tranche.timeline.NameBook;
import dev.tranche.timeline.Timeline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the reports of a book tell besides sums, derived once; the same as long as the same reports count. Immutable.
 *
 * @param timeline the encounters
 * @param claims the statements
 * @param statements the statements, ready to be filtered
 * @param figures the figures other than money
 * @param names the names
 */
record StoryView(
        TimelineIndex timeline, ClaimBook claims, StatementIndex statements, FigureBook figures, NameIndex names) {

    /** Derives it from the readings that count, in the order of their keys. */
    static StoryView of(List<Told> readings) {
        List<Extraction> told = readings.stream().map(Told::extraction).toList();
        Map<String, StatedDate> published = new HashMap<>();
        told.forEach(each -> published.putIfAbsent(
                each.document().id().value(), each.published().date()));
        ClaimBook claims = ClaimBook.of(told);
        return new StoryView(
                TimelineIndex.of(Timeline.of(told)),
                claims,
                StatementIndex.of(claims, report -> published.getOrDefault(report, StatedDate.UNKNOWN)),
                FigureBook.ofNoted(readings.stream().map(Told::figures).toList()),
                NameIndex.of(NameBook.of(told)));
    }
}
