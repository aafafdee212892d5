package dev.tranche.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.audit.Equation;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Contradiction;
import dev.tranche.ledger.DecisionBook;
import dev.tranche.testkit.Slow;
import dev.tranche.timeline.FigureBook;
import dev.tranche.timeline.TimelineEvent;
import dev.tranche.view.ReportLine;
import dev.tranche.view.StatementLine;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two hundred thousand entries leave in every format while few of them are held: they come from a stream that has no list. */
class LongBookTest {

    private static final int ENTRIES = 200_000;

    /** More than this would be a format that gathers everything; the heap of the tests has 1 GiB. */
    private static final long MOST_HELD = 400L << 20;

    /** Counts bytes and, now and then, what is held. */
    private static final class Counting extends OutputStream {
        private long bytes;
        private long written;
        private long held;

        @Override
        public void write(int one) {
            count(1);
        }

        @Override
        public void write(byte[] all, int start, int length) {
            count(length);
        }

        private void count(int more) {
            bytes += more;
            if (bytes - written > 16 << 20) {
                written = bytes;
                Runtime machine = Runtime.getRuntime();
                held = Math.max(held, machine.totalMemory() - machine.freeMemory());
            }
        }
    }

    @Test
    @Slow
    void everyFormatStreams() throws IOException {
        Exported book = new Repeated(SampleBook.whole());
        for (Format format : Format.all()) {
            Counting out = new Counting();
            StreamParts.write(format, book, out);
            System.gc();
            assertThat(out.bytes).as(format.slug()).isGreaterThan(1_000);
            assertThat(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory())
                    .as(format.slug())
                    .isLessThan(MOST_HELD);
        }
    }

    /** The entries of a book over and over, under names of their own. */
    private record Repeated(Exported book) implements Exported {

        @Override
        public Stream<Commitment> entries() {
            List<Commitment> all = book.entries().toList();
            return IntStream.range(0, ENTRIES).mapToObj(place -> all.get(place % all.size()));
        }

        @Override
        public Cover cover() {
            return book.cover();
        }

        @Override
        public Stream<TimelineEvent> encounters() {
            return book.encounters();
        }

        @Override
        public Stream<StatementLine> statements() {
            return book.statements();
        }

        @Override
        public Stream<FigureBook.Counted> figures() {
            return book.figures();
        }

        @Override
        public Stream<Equation> audit() {
            return book.audit();
        }

        @Override
        public Stream<Contradiction> contradictions() {
            return book.contradictions();
        }

        @Override
        public Stream<DecisionBook.Ruling> decisions() {
            return book.decisions();
        }

        @Override
        public Stream<ReportLine> reports() {
            return book.reports();
        }

        @Override
        public Optional<ReportLine> report(String name) {
            return book.report(name);
        }

        @Override
        public String nameOf(String code) {
            return book.nameOf(code);
        }

        @Override
        public boolean isState(String code) {
            return book.isState(code);
        }

        @Override
        public String shortName(String id) {
            return book.shortName(id);
        }

        @Override
        public Map<String, String> codes() {
            return book.codes();
        }
    }
}
