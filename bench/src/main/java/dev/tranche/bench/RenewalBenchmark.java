package dev.tranche.bench;

import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.FoldedBook;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.ledger.Ledger;
import dev.tranche.review.Action;
import dev.tranche.review.ClaimMark;
import dev.tranche.review.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long a server waits for the ledger of a large book after one decision, one report or a hundred reports. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx6g")
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class RenewalBenchmark {

    private static final int FEWEST_DAYS = 60;

    /** How many facts the book holds. */
    @Param({"100000", "1000000"})
    public int facts;

    private final FoldedBook book = new FoldedBook();
    private final Random random = new Random(7);
    private Instant now = Instant.parse("2024-05-06T07:00:00Z");
    private GeneratedReports reports = new GeneratedReports(1, FEWEST_DAYS, 1, 7);
    private int rounds;

    /** Fills the book and folds it once. */
    @Setup
    public void fill() {
        int days = Math.max(FEWEST_DAYS, commitments() * 365 / 1_000);
        reports = new GeneratedReports(commitments(), days, 80, 7);
        for (int i = 0; i < facts; i++) {
            book.add(new JournalEntry.Read(reports.next(i)));
        }
        rounds = facts / commitments() + 1;
        book.ledger();
    }

    private int commitments() {
        return Math.max(1, facts / 10);
    }

    /** Numbers that differ by the commitments are about the same one. */
    private void addReport(int commitment) {
        int number = rounds++ * commitments() + commitment;
        book.add(new JournalEntry.Read(reports.next(number)));
    }

    private Commitment anyEntry() {
        List<Commitment> entries = book.ledger().entries();
        return entries.get(random.nextInt(entries.size()));
    }

    private Ledger decide(Action action) {
        now = now.plusMillis(1);
        book.add(new JournalEntry.Decided(new Decision(now, "anna", "to measure", action)));
        return book.ledger();
    }

    /** Accepts an entry. */
    @Benchmark
    public Ledger accept() {
        Commitment entry = anyEntry();
        return decide(new Action.Accept(ClaimMark.of(entry.claims()), entry.cells()));
    }

    /** Merges two entries. */
    @Benchmark
    public Ledger merge() {
        return decide(new Action.Merge(List.of(
                ClaimMark.of(anyEntry().claims()), ClaimMark.of(anyEntry().claims()))));
    }

    /** Rejects a claim. */
    @Benchmark
    public Ledger reject() {
        return decide(new Action.Reject(List.of(ClaimMark.of(anyEntry().claims().getFirst()))));
    }

    /** Takes a report in. */
    @Benchmark
    public Ledger oneReport() {
        addReport(random.nextInt(commitments()));
        return book.ledger();
    }

    /** Adds a hundred reports. */
    @Benchmark
    public Ledger hundredReports() {
        for (int i = 0; i < 100; i++) {
            addReport(random.nextInt(commitments()));
        }
        return book.ledger();
    }
}
