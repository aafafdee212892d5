package dev.tranche.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.record.OfficialRecord;
import dev.tranche.store.BookAddress;
import dev.tranche.store.StoreException;
import dev.tranche.view.BookSettings;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A book that cannot be read, or is asked while its server ends, says so. */
class BooksTest {

    @TempDir
    private Path folder;

    private Books begun() {
        return Books.begin(
                BookAddress.parse(folder.resolve("none.db").toString()),
                new BookSettings(OfficialRecord.EMPTY, false),
                Lexicon.standard()::nameOf,
                new ServerLog(
                        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                        InstantSource.system()));
    }

    /** The server closes the book again when its start failed; why it failed must not be lost over that. */
    @Test
    void closesOnceMoreAfterItCouldNotBeRead() {
        Books books = begun();

        assertThatThrownBy(books::await).isInstanceOf(StoreException.class).hasMessageContaining("none.db");

        books.close();
        books.close();
    }

    @Test
    void saysThatTheServerIsEnding() {
        Books books = begun();
        books.close();

        assertThatThrownBy(books::refreshed)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the server is ending");
        assertThatThrownBy(books::watch)
                .isInstanceOfSatisfying(
                        StoreException.class,
                        failed -> assertThat(failed.reason()).isEqualTo(StoreException.Reason.UNREACHABLE));
        assertThatThrownBy(() -> books.soon(() -> "")).isInstanceOf(StoreException.class);
    }
}
