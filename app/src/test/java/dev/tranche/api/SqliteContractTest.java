package dev.tranche.api;

import dev.tranche.store.BookAddress;
import dev.tranche.testkit.Slow;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The interface over a book in a file. */
@Slow
class SqliteContractTest extends ContractTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Override
    BookAddress book() {
        return new BookAddress.InFile(folder.resolve("book.db"));
    }
}
