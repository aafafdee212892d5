package dev.tranche.view;

import dev.tranche.dating.Publication;
import dev.tranche.extract.Extraction;
import dev.tranche.ledger.FoldedBook;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.resolve.Claim;
import dev.tranche.text.Document;
import dev.tranche.timeline.FigureBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A journal on its way to what is shown of it: takes entries one by one, keeps no text, and shows the whole whenever it
 * is asked. Not safe for several threads; what it shows is immutable.
 */
public final class GrowingBook {

    private final BookSettings settings;
    private final UnaryOperator<String> nameOf;
    private final FoldedBook folded = new FoldedBook();
    private final Map<Long, Light> readings = new HashMap<>();
    private ReportShelf shelf = ReportShelf.of(List.of());
    private StoryView story = StoryView.of(List.of());
    private List<Shelved> shelved = List.of();
    private long head;

    /** Length of the first words that name a report without a headline, in characters. */
    private static final int MOST_CALLED = 100;

    private record Light(String title, int facts, Extraction extraction, List<FigureBook.Noted> figures) {}

    private record Shelved(String key, long entry, boolean withdrawn) {}

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

    /** A report without a headline is called by its first words. */
    private static String called(Document document) {
        String title = document.title().strip();
        if (!title.isEmpty()) {
            return title;
        }
        String first = document.text().strip().lines().findFirst().orElse("").strip();
        if (first.length() <= MOST_CALLED) {
            return first;
        }
        int end = first.lastIndexOf(' ', MOST_CALLED);
        return first.substring(0, end > 0 ? end : MOST_CALLED) + " …";
    }

    private static Light light(Extraction full) {
        Document document = full.document();
        Document bare = Document.of(document.id().value(), "", "")
                .with(document.outlet(), document.address(), document.published(), document.language());
        Publication published =
                new Publication(full.published().date(), full.published().basis(), List.of());
        return new Light(
                called(document),
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
        Map<String, List<Claim>> claims = new HashMap<>();
        List<Shelved> now = new ArrayList<>();
        for (FoldedBook.Report report : folded.reports()) {
            claims.put(report.key(), report.claims());
            Light light = readings.get(report.entry());
            if (light != null) {
                now.add(new Shelved(report.key(), report.entry(), report.withdrawn()));
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
        // A decision rarely changes which reports count; what is derived from them alone is then the same.
        if (!now.equals(shelved)) {
            shelf = ReportShelf.of(told);
            story = StoryView.of(told.stream().filter(each -> !each.withdrawn()).toList());
            shelved = now;
            // Readings that a newer one replaced never count again.
            readings.keySet().retainAll(now.stream().map(Shelved::entry).collect(Collectors.toSet()));
        }
        return BookView.of(head, folded, new BookView.Readings(shelf, story, claims), settings, nameOf);
    }
}
