package dev.tranche.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.store.Access;
import dev.tranche.store.BookAddress;
import dev.tranche.store.Store;
import dev.tranche.testkit.Slow;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody moves a book away under a server, or puts another in its place. */
@Slow
class ReplacedBookTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static HttpResponse<String> upload(LiveServer server) {
        return server.send("POST", "/reports?name=x", "A ferry sailed.", "Content-Type", "text/plain");
    }

    @Test
    void aBookThatIsGoneIsNotMadeAgain() throws IOException {
        try (LiveServer server = LiveServer.ofSamples(folder)) {
            assertThat(upload(server).statusCode()).isEqualTo(201);
            Path file = folder.resolve("samples.db");
            Files.move(file, folder.resolve("away.db"));
            HttpResponse<String> refused = upload(server);
            assertThat(refused.statusCode()).isEqualTo(500);
            assertThat(refused.body()).contains("no longer where it was").doesNotContain("samples.db");
            assertThat(file).doesNotExist();
            assertThat(server.get("/ledger").statusCode()).isEqualTo(200);
            Files.move(folder.resolve("away.db"), file);
            assertThat(upload(server).statusCode()).isEqualTo(201);
        }
    }

    @Test
    void anotherBookInItsPlaceIsNeitherShownNorChanged() throws IOException {
        BookAddress.InFile other = new BookAddress.InFile(folder.resolve("other.db"));
        try (LiveServer first = LiveServer.over(LiveServer.fill(other))) {
            assertThat(upload(first).statusCode()).isEqualTo(201);
        }
        long before = head(other);
        try (LiveServer server = LiveServer.ofSamples(folder)) {
            for (String ending : new String[] {"-wal", "-shm"}) {
                Files.deleteIfExists(folder.resolve("samples.db" + ending));
            }
            Files.move(other.path(), folder.resolve("samples.db"), StandardCopyOption.REPLACE_EXISTING);
            assertThat(upload(server).statusCode()).isEqualTo(503);
            for (String path : new String[] {"/ledger", "/search?q=ferry", "/reports", "/book"}) {
                HttpResponse<String> answer = server.get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(503);
                assertThat(answer.body()).contains("must be restarted");
            }
            assertThat(server.log()).contains("this is not the book that the server shows");
        }
        assertThat(head(new BookAddress.InFile(folder.resolve("samples.db")))).isEqualTo(before);
    }

    private static long head(BookAddress book) {
        try (Store store = Store.open(book, Access.READ, InstantSource.system())) {
            return store.head();
        }
    }
}
