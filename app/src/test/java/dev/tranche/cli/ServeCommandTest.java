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

/** What {@code serve} refuses before it serves, and the accounts that it asks for. */
@Slow
class ServeCommandTest {

    private static final String PASSWORD = "correct horse battery\n";

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

    private Call accounts(String input, String... more) {
        String[] args = new String[more.length + 3];
        args[0] = "accounts";
        System.arraycopy(more, 0, args, 1, more.length);
        args[more.length + 1] = "--book";
        args[more.length + 2] = book;
        return Call.withInput(input, args);
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
        assertThat(noBook.err()).contains("no book of Tranche");
        assertThat(serve("--port", "70000").err()).contains("not between 0 and 65535");
        assertThat(serve("--author", "Anna Schmidt").err()).contains("--author");
        assertThat(serve("--prot", "1").err()).contains("Did you mean '--port'?");
    }

    @Test
    void aPortThatIsTakenIsToldInASentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Call refused = serve("--port", String.valueOf(taken.getLocalPort()));
            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.err()).contains("another program has it", "--port N");
        }
    }

    @Test
    void accountsAreAddedListedAndDisabled() {
        Call first = accounts(PASSWORD, "add", "anna", "--role", "admin");
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.err()).contains("From now on the server asks everybody to sign in.");
        assertThat(accounts(PASSWORD, "add", "vera", "--role", "viewer").err()).doesNotContain("From now on");
        assertThat(accounts("", "list").out()).contains("anna  admin  enabled", "vera  viewer  enabled");
        assertThat(accounts("", "disable", "vera").status()).isZero();
        assertThat(accounts("", "list").out()).contains("vera  viewer  disabled");
        assertThat(accounts("", "enable", "vera").status()).isZero();
        assertThat(accounts("", "role", "vera", "reviewer").status()).isZero();
        assertThat(accounts("another long password\n", "password", "vera").status())
                .isZero();
        assertThat(accounts("", "list").out()).contains("vera  reviewer  enabled");
    }

    @Test
    void wrongAccountsAreRefused() {
        accounts(PASSWORD, "add", "anna", "--role", "admin");
        assertThat(accounts("", "disable", "anna").err()).contains("last admin");
        assertThat(accounts("", "role", "anna", "viewer").err()).contains("last admin");
        assertThat(accounts(PASSWORD, "add", "anna", "--role", "viewer").err()).contains("already");
        assertThat(accounts("short\n", "add", "bo", "--role", "viewer").err()).contains("12 to 1000 characters");
        assertThat(accounts("aaaaaaaaaaaaaaaa\n", "add", "bo", "--role", "viewer")
                        .err())
                .contains("guessed at once");
        assertThat(accounts("", "add", "bo", "--role", "viewer").err()).contains("standard input is empty");
        assertThat(accounts(PASSWORD, "add", "Bo Berg", "--role", "viewer").err())
                .contains("small letters");
        assertThat(accounts(PASSWORD, "add", "bo", "--role", "king").err()).contains("viewer, reviewer, admin");
        assertThat(accounts("", "disable", "nobody").err()).contains("no account nobody");
        assertThat(Call.of("accounts", "--book", book).status()).isEqualTo(2);
    }
}
