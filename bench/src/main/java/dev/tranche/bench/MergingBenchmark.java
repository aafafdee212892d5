package dev.tranche.bench;

import dev.tranche.dating.Publication;
import dev.tranche.dating.StatedDate;
import dev.tranche.extract.Extraction;
import dev.tranche.extract.ExtractionVersion;
import dev.tranche.fact.AidType;
import dev.tranche.fact.Fact;
import dev.tranche.fact.RuleId;
import dev.tranche.fact.Stage;
import dev.tranche.fact.Terms;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.ledger.Ledger;
import dev.tranche.ledger.LedgerFold;
import dev.tranche.ledger.MemoryJournal;
import dev.tranche.mention.Bound;
import dev.tranche.mention.StatedAmount;
import dev.tranche.text.Document;
import dev.tranche.text.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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

/**
 * Merging of generated facts into a ledger; divide the time of one size by that of a smaller one to see how it grows.
 *
 * <p>Each commitment is told by about ten reports of different outlets within some days, some of them rounded, some
 * copies of one another; the years grow with the number of facts, as those of a book do.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx6g")
@Warmup(iterations = 1)
@Measurement(iterations = 2)
public class MergingBenchmark {

    private static final List<String> DONORS =
            List.of("US", "DE", "GB", "EU", "FR", "PL", "NL", "CA", "NO", "DK", "SE", "JP");
    private static final List<String> RECIPIENTS = List.of("UA", "UA", "UA", "MD", "IL", "TW", "JO", "EG");

    /** How many facts are merged. */
    @Param({"1000", "10000", "100000", "1000000"})
    public int facts;

    private final MemoryJournal journal = new MemoryJournal();

    /** Generates the readings. */
    @Setup
    public void generate() {
        Random random = new Random(7);
        int commitments = Math.max(1, facts / 10);
        // A thousand commitments a year is more than all trackers together hold.
        int days = Math.max(60, commitments * 365 / 1_000);
        for (int i = 0; i < facts; i++) {
            int commitment = i % commitments;
            journal.append(new JournalEntry.Read(report(i, commitment, days, random)));
        }
    }

    /** Returns a report of a commitment. */
    static Extraction report(int i, int commitment, int days, Random random) {
        Random own = new Random(commitment);
        String donor = DONORS.get(own.nextInt(DONORS.size()));
        String recipient = RECIPIENTS.get(own.nextInt(RECIPIENTS.size()));
        long millions = 25L * (1 + own.nextInt(80));
        LocalDate day =
                LocalDate.of(2014, 1, 1).plusDays(own.nextInt(days) % 365_000).plusDays(random.nextInt(3));
        String sum = "$" + millions + " million";
        String text = donor + " gives " + recipient + " " + sum + " in military aid, reporter " + random.nextInt(1_000)
                + " of desk " + random.nextInt(1_000) + " writes on " + day + " under number " + i + " with word "
                + random.nextInt(1_000_000);
        Document document = Document.of("r" + i, "", text)
                .with(
                        Optional.of("outlet " + random.nextInt(200)),
                        Optional.empty(),
                        Optional.of(day.toString()),
                        Optional.empty());
        int at = text.indexOf(sum);
        Fact fact = new Fact.Aid(
                new Terms(
                        StatedAmount.of(
                                BigDecimal.valueOf(millions * 1_000_000),
                                "USD",
                                random.nextInt(10) == 0 ? Bound.ABOUT : Bound.EXACTLY),
                        List.of(donor),
                        List.of(recipient),
                        AidType.MILITARY,
                        random.nextInt(5) == 0 ? Stage.PLANNED : Stage.ANNOUNCED,
                        Optional.empty()),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                List.of(),
                document.evidence(new Span(at, at + sum.length())),
                new RuleId("bench"));
        return new Extraction(
                document,
                ExtractionVersion.CURRENT,
                new Publication(StatedDate.on(day), Publication.Basis.METADATA, List.of()),
                List.of(fact),
                List.of());
    }

    /** Folds the journal into a ledger. */
    @Benchmark
    public Ledger merge() {
        return LedgerFold.of(journal);
    }
}
