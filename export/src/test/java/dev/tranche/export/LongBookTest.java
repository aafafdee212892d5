package dev.tranche.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.audit.Equation;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Contradiction;
import dev.tranche.ledger.DecisionBook;
import dev.tranche.testkit.Slow;
import dev.tranche.timeline.FigureBook;
import dev.tranche.timeline.NameBook;
import dev.tranche.timeline.TimelineEvent;
import dev.tranche.view.ReportLine;
import dev.tranche.view.StatementLine;
import dev.tranche.view.Task;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Two hundred thousand entries leave in every format within the heap of the tests, 1 GiB. They come from a stream, never
 * as a list.
 */
class LongBookTest {

    private static final int ENTRIES = 200_000;

    /** Counts bytes. */
    private static final class Counting extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] all, int start, int length) {
            bytes += length;
        }
    }

    @Test
    @Slow
    void everyFormatStreams() throws IOException {
        Exported book = new Repeated(SampleBook.whole());
        for (Format format : Format.all()) {
            Counting out = new Counting();
            StreamParts.write(format, book, out);
            assertThat(out.bytes).as(format.slug()).isGreaterThan(1_000);
        }
    }

    /** The entries of a book over and over, under names of their own. */
    private record Repeated(Exported book) implements Exported {

        @Override
        public Stream<Commitment> entries() {
            // Without the report of endless words, which is another test.
            List<Commitment> all = book.entries()
                    .filter(entry -> entry.claims().stream()
                            .noneMatch(claim -> claim.outlet().contains("Post")))
                    .toList();
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
        public Stream<NameBook.Entry> names() {
            return book.names();
        }

        @Override
        public Stream<Beside.Shown> shown() {
            return book.shown();
        }

        @Override
        public Stream<Task> tasks() {
            return book.tasks();
        }

        @Override
        public int entriesOf(String report) {
            return book.entriesOf(report);
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
