package dev.tranche.view;

import dev.tranche.dating.Publication;
import dev.tranche.ledger.DecisionBook;
import dev.tranche.ledger.FoldedBook;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.ledger.Ledger;
import dev.tranche.timeline.StoryFold;
import dev.tranche.timeline.StoryRulings;
import dev.tranche.timeline.Teller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A journal being turned into its view: takes entries one by one, keeps no text, and shows the whole whenever it
 * is asked. Not safe for several threads; what it shows is immutable and safe for several.
 */
public final class GrowingBook {

    private static final int MANY = 1_000;

    private final BookSettings settings;
    private final UnaryOperator<String> nameOf;
    private FoldedBook folded = new FoldedBook();
    private final Map<Long, Light> readings = new HashMap<>();

    /** Numbers of readings that newer ones of the same texts replaced; they never count again. */
    private final List<Long> outdated = new ArrayList<>();

    private final StoryFold story = new StoryFold();
    private StoryRulings rulings = StoryRulings.NONE;
    private final ReportShelf.Filling filling = new ReportShelf.Filling();
    private ReportShelf shelf = filling.shelf();
    private StoryView shown = StoryView.of(story.story());
    private Optional<Pending> pending = Optional.empty();
    private Optional<RuntimeException> broken = Optional.empty();
    private long head;
    private boolean isLast;

    /** The content of a report under its key and with what is decided about it, not yet decoded. */
    private record Telling(String key, Later<Teller> told, StoryRulings rulings) {

        Teller teller() {
            return rulings.apply(told.get().keyed(key));
        }
    }

    /** What is still to be merged for the view begun last. */
    private record Pending(List<Telling> silent, List<Telling> telling, CompletableFuture<StoryView> story) {}

    /** The displayed part of a reading that counts. */
    private record Light(
            String title,
            int facts,
            Optional<String> outlet,
            Optional<String> address,
            Publication published,
            Later<Teller> told) {

        static Light of(LeanReading reading) {
            return new Light(
                    reading.title(),
                    reading.gist().facts().size(),
                    reading.gist().outlet(),
                    reading.address(),
                    reading.published(),
                    reading.told());
        }
    }

    /**
     * Builds a book without entries.
     *
     * @param settings the record with which it is shown
     * @param nameOf gives the display name of a code
     */
    public GrowingBook(BookSettings settings, UnaryOperator<String> nameOf) {
        this.settings = settings;
        this.nameOf = nameOf;
    }

    /** Adds the next entry. */
    public void add(long number, JournalEntry entry) {
        if (entry instanceof JournalEntry.Read read) {
            add(number, LeanReading.of(read.extraction()));
            return;
        }
        refuseMore();
        folded.add(number, entry);
        head = number;
    }

    private void refuseMore() {
        if (isLast) {
            throw new IllegalStateException("nothing is added to a book after its last view");
        }
    }

    /** Adds the next entry, a reading. */
    public void add(long number, LeanReading reading) {
        refuseMore();
        readings.put(number, Light.of(reading));
        folded.add(number, reading.gist()).ifPresent(outdated::add);
        head = number;
    }

    /** Returns the number of the last entry added; 0 before the first. */
    public long head() {
        return head;
    }

    /**
     * Returns everything derived from the entries, for a book to which nothing more will be added: what further entries
     * would be compared with is released before the rest is derived, as the two together take the most memory.
     */
    public BookView last() {
        isLast = true;
        BookView view = begin();
        complete();
        return view;
    }

    /** Returns everything derived from the entries added so far. */
    public BookView view() {
        BookView view = begin();
        complete();
        return view;
    }

    /**
     * Returns everything derived from the entries added so far, as soon as its ledger is ready. A caller that asks the
     * view for content besides sums waits until {@link #complete}, and then sees all of it.
     */
    public BookView begin() {
        complete();
        BookView.Readings shown = read();
        Ledger own = folded.ledger();
        DecisionBook decisions = folded.decisions();
        if (isLast) {
            folded = new FoldedBook();
            readings.clear();
        }
        return BookView.of(head, own, decisions, shown, settings, nameOf);
    }

    private BookView.Readings read() {
        FoldedBook.Change change = folded.takeChanges();
        StoryRulings before = rulings;
        rulings = told();
        List<ReportShelf.Shelved> offShelf = new ArrayList<>();
        List<ReportShelf.Shelved> onShelf = new ArrayList<>();
        List<Telling> silent = new ArrayList<>();
        List<Telling> telling = new ArrayList<>();
        for (FoldedBook.Report report : change.gone()) {
            light(report).ifPresent(light -> {
                offShelf.add(shelved(report, light));
                if (!report.withdrawn()) {
                    silent.add(new Telling(report.key(), light.told(), before));
                }
            });
        }
        for (FoldedBook.Report report : change.come()) {
            light(report).ifPresent(light -> {
                onShelf.add(shelved(report, light));
                if (!report.withdrawn()) {
                    telling.add(new Telling(report.key(), light.told(), rulings));
                }
            });
        }
        for (FoldedBook.Report report : ruledAnew(before, change)) {
            light(report).ifPresent(light -> {
                silent.add(new Telling(report.key(), light.told(), before));
                telling.add(new Telling(report.key(), light.told(), rulings));
            });
        }
        if (!offShelf.isEmpty() || !onShelf.isEmpty()) {
            filling.take(offShelf, onShelf);
            shelf = filling.shelf();
        }
        outdated.forEach(readings::remove);
        outdated.clear();
        Pending next = new Pending(silent, telling, new CompletableFuture<>());
        pending = Optional.of(next);
        return new BookView.Readings(shelf, rulings, next.story(), Optional.empty());
    }

    private StoryRulings told() {
        return StoryRulings.of(
                folded.active(),
                name -> folded.named(name).stream().map(FoldedBook.Report::key).toList());
    }

    /** Returns the reports that are as they were, but about whose content people decided something else. */
    private List<FoldedBook.Report> ruledAnew(StoryRulings before, FoldedBook.Change change) {
        Set<String> moved = new HashSet<>();
        Stream.concat(change.gone().stream(), change.come().stream()).forEach(report -> moved.add(report.key()));
        Map<String, FoldedBook.Report> found = new TreeMap<>();
        rulings.changed(before).forEach(key -> folded.report(key).ifPresent(report -> found.put(report.key(), report)));
        if (rulings.renames(before)) {
            for (FoldedBook.Report report : folded.reports()) {
                if (light(report)
                        .filter(light -> rulings.renames(before, light.told().get()))
                        .isPresent()) {
                    found.put(report.key(), report);
                }
            }
        }
        return found.values().stream()
                .filter(report -> !report.withdrawn() && !moved.contains(report.key()))
                .toList();
    }

    /**
     * Returns the ledger of a whole journal, to which only the entries were added on which the ledger depends (see
     * {@link dev.tranche.ledger.Ties}); the book cannot be used afterwards.
     *
     * @param last the number of the last entry of the journal
     * @param whole the same with all entries; a caller that asks for more than the ledger waits for it, and its failure
     *     is thrown there
     */
    public BookView ledgerOf(long last, CompletableFuture<BookView> whole) {
        FoldedBook.Change change = folded.takeChanges();
        filling.take(List.of(), shelved(change.come()));
        head = last;
        BookView.Readings readings =
                new BookView.Readings(filling.shelf(), told(), new CompletableFuture<>(), Optional.of(whole));
        return BookView.of(last, folded.ledger(), folded.decisions(), readings, settings, nameOf);
    }

    private List<ReportShelf.Shelved> shelved(List<FoldedBook.Report> reports) {
        return reports.stream()
                .flatMap(report -> light(report).map(light -> shelved(report, light)).stream())
                .toList();
    }

    /** Merges the content besides sums of the reports in the view begun last; does nothing if that is done. */
    public void complete() {
        if (broken.isPresent()) {
            throw broken.get();
        }
        if (pending.isEmpty()) {
            return;
        }
        Pending next = pending.get();
        pending = Optional.empty();
        try {
            merge(next);
            next.story().complete(shown);
        } catch (RuntimeException | Error failed) {
            // What is partly merged must never be shown, not even by the next view.
            broken = Optional.of(
                    new IllegalStateException("the content of the reports was not merged completely", failed));
            next.story().completeExceptionally(failed);
            throw failed;
        }
    }

    private void merge(Pending next) {
        List<Teller> silent = tellers(next.silent());
        List<Teller> telling = tellers(next.telling());
        // A decision rarely changes which reports count; their content besides sums is then the same.
        leaveOutSame(silent, telling);
        if (!silent.isEmpty() || !telling.isEmpty()) {
            story.take(silent, telling);
            shown = StoryView.of(story.story());
        }
    }

    private static List<Teller> tellers(List<Telling> of) {
        // Decoding a whole book is worth the threads.
        Stream<Telling> all = of.size() < MANY ? of.stream() : of.parallelStream();
        return new ArrayList<>(all.map(Telling::teller).toList());
    }

    private Optional<Light> light(FoldedBook.Report report) {
        return Optional.ofNullable(readings.get(report.entry()));
    }

    /** Leaves out what is removed and added as the same object under the same key. */
    private static void leaveOutSame(List<Teller> gone, List<Teller> come) {
        Map<String, Teller> going = new HashMap<>();
        gone.forEach(teller -> going.put(teller.key(), teller));
        Set<String> same = new HashSet<>();
        for (Teller teller : come) {
            Teller before = going.get(teller.key());
            if (before != null && before.isOf(teller)) {
                same.add(teller.key());
            }
        }
        gone.removeIf(teller -> same.contains(teller.key()));
        come.removeIf(teller -> same.contains(teller.key()));
    }

    private static ReportShelf.Shelved shelved(FoldedBook.Report report, Light light) {
        ReportLine line = new ReportLine(
                report.key(),
                report.id(),
                report.entry(),
                report.first(),
                light.outlet(),
                light.title(),
                light.address(),
                light.published(),
                light.facts(),
                report.withdrawn(),
                report.feeds());
        return new ReportShelf.Shelved(line, report.claims());
    }
}
