package dev.tranche.bench;

import dev.tranche.ledger.JournalEntry;
import dev.tranche.ledger.Ledger;
import dev.tranche.ledger.LedgerFold;
import dev.tranche.ledger.MemoryJournal;
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

/**
 * Merging of generated facts into a ledger; divide the time of one size by that of a smaller one to see how it grows.
 *
 * <p>Each commitment is mentioned in about ten reports of different outlets within some days, some of them rounded,
 * some copies of one another; the years grow with the number of facts, as those of a book do.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx6g")
@Warmup(iterations = 1)
@Measurement(iterations = 2)
public class MergingBenchmark {

    /** How many facts are merged. */
    @Param({"1000", "10000", "100000", "1000000"})
    public int facts;

    private final MemoryJournal journal = new MemoryJournal();

    /** Generates the readings. */
    @Setup
    public void generate() {
        int commitments = Math.max(1, facts / 10);
        // A thousand commitments a year is more than all trackers together list.
        int days = Math.max(60, commitments * 365 / 1_000);
        GeneratedReports reports = new GeneratedReports(commitments, days, 80, 7);
        for (int i = 0; i < facts; i++) {
            journal.append(new JournalEntry.Read(reports.next(i)));
        }
    }

    /** Folds the journal into a ledger. */
    @Benchmark
    public Ledger merge() {
        return LedgerFold.of(journal);
    }
}
