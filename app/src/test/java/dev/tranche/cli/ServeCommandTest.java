package dev.tranche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.testkit.Repository;
import dev.tranche.testkit.Slow;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code serve} refuses before it serves. */
@Slow
class ServeCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private String book;

    @BeforeEach
    void makeBook() {
        book = folder.resolve("book.db").toString();
        Call add = Call.of(
                "add",
                "--book",
                book,
                Repository.corpus("samples")
                        .resolve("01-harbour-wire-himars.txt")
                        .toString());
        assertThat(add.status()).isZero();
    }

    private Call serve(String... more) {
        String[] args = new String[more.length + 3];
        args[0] = "serve";
        args[1] = "--book";
        args[2] = book;
        System.arraycopy(more, 0, args, 3, more.length);
        return Call.of(args);
    }

    @Test
    void whatOtherMachinesReachNeedsAccounts() {
        for (String[] wrong : new String[][] {
            {"--host", "0.0.0.0"},
            {"--host", "192.0.2.1"},
            {"--host", "::"},
            {"--behind-proxy"}
        }) {
            Call refused = serve(wrong);
            assertThat(refused.status()).isEqualTo(2);
            assertThat(refused.err()).contains("no accounts", "tranche accounts add NAME --role admin");
        }
    }

    @Test
    void aBookThatIsMissingAndWrongOptionsAreRefused() throws IOException {
        assertThat(Call.of("serve", "--book", folder.resolve("none.db").toString())
                        .status())
                .isEqualTo(2);
        Path text = Files.writeString(folder.resolve("text.db"), "no book");
        Call noBook = Call.of("serve", "--book", text.toString());
        assertThat(noBook.status()).isEqualTo(1);
        assertThat(noBook.err()).contains("not a Tranche book");
        assertThat(serve("--port", "70000").err()).contains("not between 0 and 65535");
        assertThat(serve("--author", "Anna Schmidt").err()).contains("--author");
        assertThat(serve("--prot", "1").err()).contains("Did you mean '--port'?");
    }

    @Test
    void aPortThatIsTakenIsToldInASentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Call refused = serve("--port", String.valueOf(taken.getLocalPort()));
            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.err()).contains("another program is using it", "--port N");
        }
    }
}
