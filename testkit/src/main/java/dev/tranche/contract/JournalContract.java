package dev.tranche.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.extract.Extraction;
import dev.tranche.extract.Extractor;
import dev.tranche.ledger.Journal;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.ledger.Ledger;
import dev.tranche.ledger.LedgerFold;
import dev.tranche.ledger.MemoryJournal;
import dev.tranche.text.Document;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every journal must do, wherever it keeps its entries. */
public interface JournalContract {

    /** Opens the journal under test: empty at the first call, with all that was added at every further call. */
    Journal open();

    /** Completes what was added, so that {@link #open} finds it. */
    void close(Journal journal);

    /** Returns a report of some sums, with letters, signs and an emoji that a store may break. */
    static JournalEntry.Read report(String id, int millions) {
        Document document = Document.of(
                        id,
                        "US to send Ukraine $" + millions + " million in military aid",
                        "The Pentagon announced $" + millions
                                + " million in military aid for Ukraine \u2013 \u201cmore to come\u201d"
                                + " \ud83d\ude80.\n"
                                + "Łódź\t\u0000end.")
                .with(Optional.of("Quayside \"Wire\""), Optional.empty(), Optional.of("2023-03-03"), Optional.of("en"));
        Extraction extraction = Extractor.standard().extract(document);
        return new JournalEntry.Read(extraction);
    }

    /** Entries come back as they were added, in order. */
    @Test
    default void entriesComeBackInOrder() {
        List<JournalEntry> added =
                List.of(report("b", 400), new JournalEntry.Withdrawn("c", "a hoax,\n\"twice\""), report("a", 250));
        Journal journal = open();
        added.forEach(entry -> assertThat(journal.append(entry)).isTrue());
        assertThat(journal.entries()).isEqualTo(added);
        close(journal);
        Journal again = open();
        assertThat(again.entries()).isEqualTo(added);
        close(again);
    }

    /** An entry that is there already changes nothing, in the same run and in a later one. */
    @Test
    default void repetitionChangesNothing() {
        Journal journal = open();
        assertThat(journal.append(report("a", 400))).isTrue();
        assertThat(journal.append(report("a", 400))).isFalse();
        close(journal);
        Journal again = open();
        assertThat(again.append(report("a", 400))).isFalse();
        assertThat(again.entries()).hasSize(1);
        close(again);
    }

    /** The ledger of a journal read again is the ledger of the entries. */
    @Test
    default void replayGivesTheSameLedger() {
        Journal memory = new MemoryJournal();
        Journal journal = open();
        for (int i = 0; i < 20; i++) {
            JournalEntry entry = report("r" + i, 100 + 25 * (i % 5));
            memory.append(entry);
            journal.append(entry);
        }
        close(journal);
        Journal again = open();
        Ledger replayed = LedgerFold.of(again);
        assertThat(replayed).isEqualTo(LedgerFold.of(memory));
        assertThat(replayed.entries()).isNotEmpty();
        close(again);
    }

    /** What a withdrawn report says counts no more. */
    @Test
    default void withdrawnReportsCountNoMore() {
        Journal journal = open();
        journal.append(report("a", 400));
        journal.append(new JournalEntry.Withdrawn("a", "a hoax"));
        assertThat(LedgerFold.of(journal).entries()).isEmpty();
        close(journal);
    }
}
