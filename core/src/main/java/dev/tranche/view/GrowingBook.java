package dev.tranche.view;

import dev.tranche.dating.Publication;
import dev.tranche.extract.Extraction;
import dev.tranche.ledger.FoldedBook;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.text.Document;
import dev.tranche.timeline.FigureBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A journal on its way to what is shown of it: takes entries one by one, keeps no text, and shows the whole whenever it
 * is asked. Not safe for several threads; what it shows is immutable.
 */
public final class GrowingBook {

    private final BookSettings settings;
    private final UnaryOperator<String> nameOf;
    private final FoldedBook folded = new FoldedBook();
    private final Map<Long, Light> readings = new HashMap<>();
    private StoryView story = StoryView.of(List.of());
    private List<Long> toldBy = List.of();
    private long head;

    private record Light(String title, int facts, Extraction extraction, List<FigureBook.Noted> figures) {}

    /**
     * Builds a book without entries.
     *
     * @param settings beside which record it is shown
     * @param nameOf the name of a code, for people
     */
    public GrowingBook(BookSettings settings, UnaryOperator<String> nameOf) {
        this.settings = settings;
        this.nameOf = nameOf;
    }

    /** Adds the next entry. */
    public void add(long number, JournalEntry entry) {
        folded.add(number, entry);
        if (entry instanceof JournalEntry.Read read) {
            readings.put(number, light(read.extraction()));
        }
        head = number;
    }

    private static Light light(Extraction full) {
        Document document = full.document();
        Document bare = Document.of(document.id().value(), "", "")
                .with(document.outlet(), document.address(), document.published(), document.language());
        Publication published =
                new Publication(full.published().date(), full.published().basis(), List.of());
        return new Light(
                document.title(),
                full.facts().size(),
                new Extraction(bare, full.version(), published, List.of(), full.story(), List.of()),
                FigureBook.note(full));
    }

    /** Returns the number of the last entry added; 0 before the first. */
    public long head() {
        return head;
    }

    /** Returns everything that the entries added so far come to. */
    public BookView view() {
        List<Told> told = new ArrayList<>();
        Set<Long> counting = new HashSet<>();
        for (FoldedBook.Report report : folded.reports()) {
            Light light = readings.get(report.entry());
            if (light != null) {
                counting.add(report.entry());
                told.add(new Told(
                        report.key(),
                        report.entry(),
                        light.title(),
                        light.facts(),
                        report.withdrawn(),
                        light.extraction(),
                        light.figures()));
            }
        }
        // Readings that a newer one replaced never count again.
        readings.keySet().retainAll(counting);
        return BookView.of(head, folded, told, story(told), settings, nameOf);
    }

    /** A decision rarely changes which reports count; what they tell besides sums is then the same. */
    private StoryView story(List<Told> all) {
        List<Told> counting = all.stream().filter(each -> !each.withdrawn()).toList();
        List<Long> numbers = counting.stream().map(Told::number).toList();
        if (!numbers.equals(toldBy)) {
            story = StoryView.of(counting);
            toldBy = numbers;
        }
        return story;
    }
}
