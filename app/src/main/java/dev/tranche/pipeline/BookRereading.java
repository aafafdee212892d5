package dev.tranche.pipeline;

import dev.tranche.bundle.ExtractionWriter;
import dev.tranche.extract.Extraction;
import dev.tranche.extract.ExtractionVersion;
import dev.tranche.extract.Extractor;
import dev.tranche.fact.Fact;
import dev.tranche.fact.Refusal;
import dev.tranche.ledger.DecisionBook;
import dev.tranche.ledger.FoldedBook;
import dev.tranche.ledger.Gist;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.ledger.Ledger;
import dev.tranche.ledger.LedgerDiff;
import dev.tranche.standing.Judge;
import dev.tranche.store.Follower;
import dev.tranche.store.Rereading;
import dev.tranche.store.Store;
import dev.tranche.view.LeanReading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Reads every report of a book again and compares the ledger before and after.
 *
 * <p>It holds no text of the book, only what the ledger needs, and the reports of one step.
 */
public final class BookRereading {

    /** The reports, and their characters, of one step, whose readings are stored together. */
    private static final int STEP_REPORTS = 128;

    private static final int STEP_CHARACTERS = 1 << 21;

    private final Store store;
    private final Extractor extractor;
    private final int threads;
    private final Optional<Rereading> kept;
    private final Store.Progress progress;

    private final FoldedBook folded = new FoldedBook();
    private final List<Gist> later = new ArrayList<>();
    private final Set<ExtractionVersion> readers = new HashSet<>();
    private final Map<LedgerDiff.Place, String> refused = new HashMap<>();
    private long failures;

    /**
     * Builds a re-reading.
     *
     * @param threads how many threads read, above 0
     * @param kept receives what is read; empty to only compare
     * @param progress receives how many reports have been read, and how many there are
     */
    public BookRereading(
            Store store, Extractor extractor, int threads, Optional<Rereading> kept, Store.Progress progress) {
        this.store = store;
        this.extractor = extractor;
        this.threads = threads;
        this.kept = kept;
        this.progress = progress;
    }

    /**
     * Reads all reports that this re-reading has not read yet, and compares with the book as it was before its first.
     */
    public Reread run() {
        takeBook();
        ExtractionVersion version = kept.map(Rereading::version)
                .orElseGet(() -> Rereading.next(store.address(), List.copyOf(readers), extractor.version()));
        Ledger before = Judge.judge(folded.ledger());
        Map<String, ExtractionVersion> readersBefore = readersOfReports();
        Set<String> vainBefore = vain();
        List<Long> numbers = countingReadings();
        long differing = later.size();
        later.forEach(gist -> folded.add(0, gist));
        later.clear();
        differing += readAgain(numbers, version);
        Ledger after = Judge.judge(folded.ledger());
        LedgerDiff diff =
                LedgerDiff.between(before, after, new LedgerDiff.Readers(readersBefore, readersOfReports(), refused));
        List<String> vain =
                vain().stream().filter(id -> !vainBefore.contains(id)).toList();
        return new Reread(version, numbers.size(), differing, failures, diff, vain);
    }

    /** Takes the book as it was before the re-reading began, and separately what an earlier run of it has stored. */
    private void takeBook() {
        Optional<ExtractionVersion> own = kept.map(Rereading::version);
        store.follow(0, new Follower() {
            @Override
            public void take(long number, LeanReading reading) {
                readers.add(reading.gist().version());
                if (own.equals(Optional.of(reading.gist().version()))) {
                    later.add(reading.gist());
                } else {
                    folded.add(number, reading.gist());
                }
            }

            @Override
            public void take(long number, JournalEntry entry) {
                folded.add(number, entry);
            }
        });
    }

    /** Returns the entries of the readings that count, also of earlier versions of reports, in order. */
    private List<Long> countingReadings() {
        return folded.reports().stream()
                .flatMap(report -> Stream.concat(
                        Stream.of(report.entry()), report.history().stream().map(FoldedBook.Version::entry)))
                .sorted()
                .toList();
    }

    private Map<String, ExtractionVersion> readersOfReports() {
        Map<String, ExtractionVersion> versions = new HashMap<>();
        folded.reports().stream()
                .filter(report -> !report.claims().isEmpty())
                .forEach(report -> versions.put(report.key(), report.reader()));
        return versions;
    }

    private Set<String> vain() {
        Set<String> ids = new LinkedHashSet<>();
        folded.decisions().rulings().stream()
                .filter(DecisionBook.Ruling::dangling)
                .forEach(ruling -> ids.add(ruling.decision().id()));
        return ids;
    }

    private long readAgain(List<Long> numbers, ExtractionVersion version) {
        long start = kept.map(Rereading::through).orElse(0L);
        long differing = 0;
        ExecutorService workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("reread-", 1).daemon().factory());
        try {
            List<Extraction> step = new ArrayList<>();
            int characters = 0;
            for (int i = 0; i < numbers.size(); i++) {
                long number = numbers.get(i);
                if (number <= start) {
                    continue;
                }
                Extraction earlier = reading(number);
                step.add(earlier);
                characters += earlier.document().text().length();
                if (step.size() == STEP_REPORTS || characters > STEP_CHARACTERS || i == numbers.size() - 1) {
                    differing += take(number, compared(step, version, workers));
                    progress.done(i + 1L, numbers.size());
                    step.clear();
                    characters = 0;
                }
            }
        } finally {
            workers.shutdownNow();
        }
        return differing;
    }

    private Extraction reading(long number) {
        return store.find(number)
                .map(Store.Numbered::entry)
                .filter(JournalEntry.Read.class::isInstance)
                .map(JournalEntry.Read.class::cast)
                .map(JournalEntry.Read::extraction)
                .orElseThrow(() -> new IllegalStateException("entry " + number + " does not hold a reading"));
    }

    private int take(long last, List<Extraction> differing) {
        kept.ifPresent(rereading -> rereading.keep(last, differing));
        differing.forEach(reading -> folded.add(0, Gist.of(reading)));
        return differing.size();
    }

    /** Returns the new readings that say something else, in order. */
    private List<Extraction> compared(List<Extraction> earlier, ExtractionVersion version, ExecutorService workers) {
        List<Callable<Optional<Extraction>>> tasks = new ArrayList<>();
        earlier.forEach(each -> tasks.add(() -> compared(each, version)));
        List<Extraction> differing = new ArrayList<>();
        try {
            List<Future<Optional<Extraction>>> done = workers.invokeAll(tasks);
            for (int i = 0; i < done.size(); i++) {
                Optional<Extraction> reading = outcome(done.get(i));
                if (reading.isPresent()) {
                    noteRefused(earlier.get(i), reading.get());
                    differing.add(reading.get());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the re-reading was interrupted", stopped);
        }
        return differing;
    }

    /** A bug that one report meets must not keep the others from being read. */
    private Optional<Extraction> outcome(Future<Optional<Extraction>> done) throws InterruptedException {
        try {
            return done.get();
        } catch (ExecutionException bug) {
            if (bug.getCause() instanceof Error error) {
                throw error;
            }
            failures++;
            return Optional.empty();
        }
    }

    private Optional<Extraction> compared(Extraction earlier, ExtractionVersion version) {
        Extraction again = extractor.again(earlier, version);
        boolean same = ExtractionWriter.line(earlier).equals(ExtractionWriter.line(again.by(earlier.version())));
        return same ? Optional.empty() : Optional.of(again);
    }

    private void noteRefused(Extraction earlier, Extraction again) {
        Set<LedgerDiff.Place> told = new HashSet<>();
        for (Fact fact : earlier.facts()) {
            told.add(LedgerDiff.Place.of(fact.evidence()));
        }
        for (Refusal refusal : again.refused()) {
            LedgerDiff.Place place = LedgerDiff.Place.of(refusal.evidence());
            if (told.contains(place)) {
                refused.put(place, refusal.reason().slug());
            }
        }
    }
}
