package dev.tranche.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tranche.bundle.BundleException;
import dev.tranche.contract.JournalContract;
import dev.tranche.ledger.Journal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal in a file keeps the contract of journals and survives a program that was stopped while writing. */
class JournalFileTest implements JournalContract {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path file() {
        return folder.resolve("book.jsonl");
    }

    @Override
    public Journal open() {
        return JournalFile.open(file());
    }

    @Override
    public void close(Journal journal) {
        ((JournalFile) journal).close();
    }

    @Test
    void anEntryBrokenOffIsCutAway() throws IOException {
        Journal journal = open();
        journal.append(JournalContract.report("a", 400));
        close(journal);
        long whole = Files.size(file());
        Journal more = open();
        more.append(JournalContract.report("b", 250));
        close(more);
        byte[] bytes = Files.readAllBytes(file());
        for (int cut : new int[] {(int) whole + 1, (int) whole + 300, bytes.length - 1}) {
            Files.write(file(), java.util.Arrays.copyOf(bytes, cut));
            Journal again = open();
            assertThat(again.entries()).hasSize(1);
            again.append(JournalContract.report("b", 250));
            close(again);
            assertThat(Files.readAllBytes(file())).isEqualTo(bytes);
        }
    }

    @Test
    void aLineOfAnotherFormatIsNamed() throws IOException {
        Journal journal = open();
        journal.append(JournalContract.report("a", 400));
        close(journal);
        Files.writeString(file(), "{\"x\": 1}\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        assertThatThrownBy(this::open).isInstanceOf(BundleException.class).hasMessageContaining("book.jsonl, line 3");
    }
}
