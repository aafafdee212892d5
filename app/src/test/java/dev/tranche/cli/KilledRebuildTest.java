package dev.tranche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.app.Main;
import dev.tranche.store.Access;
import dev.tranche.store.BookAddress;
import dev.tranche.store.Store;
import dev.tranche.testkit.Child;
import dev.tranche.testkit.Slow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is killed while it reads a book again. */
@Slow
class KilledRebuildTest {

    private static final int REPORTS = 800;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static long head(Path book) {
        try (Store store = Store.open(new BookAddress.InFile(book), Access.READ, InstantSource.system())) {
            return store.head();
        }
    }

    /** Returns when a program has added something to a book, or has ended. */
    private static void awaitMore(Process child, Path book, long before) throws InterruptedException {
        try (Store store = Store.open(new BookAddress.InFile(book), Access.READ, InstantSource.system())) {
            while (store.head() == before && !child.waitFor(5, TimeUnit.MILLISECONDS)) {
                // The program goes on meanwhile.
            }
        }
    }

    @Test
    void theNextRunGoesOnAndTellsTheWholeDifference() throws IOException, InterruptedException {
        Path own = Files.createDirectories(folder.resolve("own"));
        Files.writeString(
                own.resolve("bodies.csv"),
                "id,name,kind,acts_for,aliases\nno-river,Riverbank Council,government,NO,Riverbankers\n");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < REPORTS; i++) {
            lines.append("{\"id\": \"r" + i + "\", \"title\": \"Ferry " + i + "\", \"text\": \""
                    + (i % 2 == 0 ? "The Riverbank Council" : "Norway") + " announced $" + (i + 1)
                    + " million in aid to Moldova. " + "The ferry sailed on. ".repeat(20) + "\"}\n");
        }
        Path reports = Files.writeString(folder.resolve("reports.jsonl"), lines);
        Path book = folder.resolve("one.db");
        assertThat(Call.of("add", "--book", book.toString(), reports.toString()).status())
                .isZero();
        String whole = Call.of(
                        "rebuild", "--dry-run", "--details", "--lexicon", own.toString(), "--book", book.toString())
                .out();
        assertThat(whole).contains(REPORTS / 2 + " now say something different", "Riverbank Council");
        List<String> command =
                Child.command(List.of(), Main.class, "rebuild", "--lexicon", own.toString(), "--book", book.toString());
        int kills = 0;
        while (head(book) < REPORTS + REPORTS / 2 && kills < 3) {
            long before = head(book);
            Process child = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("killed").toFile())
                    .start();
            awaitMore(child, book, before);
            child.toHandle().destroyForcibly();
            child.waitFor();
            kills++;
        }
        assertThat(head(book)).as("kept by runs that were killed").isGreaterThan(REPORTS);
        Call last = Call.of("rebuild", "--details", "--lexicon", own.toString(), "--book", book.toString());
        assertThat(last.err()).contains("continuing the re-reading that was interrupted");
        assertThat(last.out()).isEqualTo(whole);
        assertThat(head(book)).isEqualTo(REPORTS + REPORTS / 2);
        assertThat(Call.of("verify", "--book", book.toString()).status()).isZero();
    }
}
