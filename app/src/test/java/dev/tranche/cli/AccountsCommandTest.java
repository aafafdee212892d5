package dev.tranche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.account.Client;
import dev.tranche.account.Door;
import dev.tranche.account.DoorSettings;
import dev.tranche.account.SignIn;
import dev.tranche.store.Access;
import dev.tranche.store.BookAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that manage accounts. */
class AccountsCommandTest {

    private static final String PASSWORD = "ferry on the fjord";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private String book = "";

    @BeforeEach
    void nameABook() {
        book = folder.resolve("tranche.db").toString();
    }

    private Call accounts(String input, String... words) {
        Call call = Call.of(input, Map.of("TRANCHE_BOOK", "nowhere/at/all"), false, words);
        assertThat(call.out() + call.err()).doesNotContain(PASSWORD, "argon2id");
        return call;
    }

    private Call add(String name, String... more) {
        List<String> words = new ArrayList<>(List.of("accounts", "add", name, "--book", book));
        words.addAll(List.of(more));
        return accounts(PASSWORD + "\n", words.toArray(String[]::new));
    }

    private SignIn signIn(String name, String password) {
        try (Door door = Door.open(
                new BookAddress.InFile(Path.of(book)),
                Access.WRITE,
                DoorSettings.USUAL,
                InstantSource.system(),
                new SecureRandom())) {
            return door.signIn(name, password, new Client("192.0.2.1", ""));
        }
    }

    @Test
    void theFirstAccountIsAnAdminAndOthersReadOnly() {
        Call first = add("anna");
        assertThat(first.status()).isZero();
        assertThat(first.err())
                .isEqualTo("tranche: account anna (admin) added to " + book
                        + ". It is the first: from now on everybody signs in.\n");
        assertThat(add("bert").err()).isEqualTo("tranche: account bert (viewer) added to " + book + ".\n");
        assertThat(add("carla", "--role", "reviewer").err()).contains("carla (reviewer) added");
        assertThat(add("bert").status()).isEqualTo(2);
        assertThat(add("bert").err()).contains("there is an account bert already.");
        assertThat(signIn("anna", PASSWORD)).isInstanceOf(SignIn.Accepted.class);
        Call list = accounts("", "accounts", "list", "--book", book);
        assertThat(list.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).matches("anna   admin     made \\S+Z  last signed in \\S+Z"),
                        line -> assertThat(line).matches("bert   viewer    made \\S+Z  never signed in"),
                        line -> assertThat(line).matches("carla  reviewer  made \\S+Z  never signed in"));
        assertThat(accounts("", "accounts", "--book", book, "list").out()).isEqualTo(list.out());
    }

    @Test
    void aFirstAccountThatIsNoAdminIsRefusedBeforeThePasswordIsAskedFor() {
        Call call = accounts("", "accounts", "add", "anna", "--role", "viewer", "--book", book);
        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err()).contains("the first account must be an admin. Leave --role out, or say --role admin.");
        assertThat(accounts("", "accounts", "list", "--book", book).err())
                .contains("there are no accounts: anyone who can reach the server may do everything.");
    }

    @Test
    void wrongWordsAreExplained() {
        assertThat(accounts("", "accounts").err()).contains("The actions are add, list, role, disable");
        assertThat(accounts("", "accounts", "lits").err()).contains("Did you mean 'list'?");
        assertThat(accounts(PASSWORD, "accounts", "add", "Anna Berg", "--book", book)
                        .err())
                .contains("'Anna Berg' is not a valid account name: a name has 1 to 40 lower-case letters");
        assertThat(add("anna", "--role", "admn").err()).contains("Did you mean 'admin'?");
        assertThat(accounts("", "accounts", "list", "--book", book).err())
                .contains("there is no such book. 'tranche accounts add NAME' creates one");
        assertThat(accounts("", "accounts", "add", "anna", "--book", book).err())
                .contains("there is no password on standard input");
        assertThat(accounts("short\n", "accounts", "add", "anna", "--book", book)
                        .err())
                .contains("the password needs at least 12 characters");
        assertThat(accounts("x".repeat(100_000), "accounts", "add", "anna", "--book", book)
                        .err())
                .contains("the password on standard input is too long");
    }

    @Test
    void accountsAreDisabledEnabledAndGivenPasswords() {
        add("anna");
        add("bert");
        assertThat(accounts("", "accounts", "disable", "anna", "--book", book).err())
                .contains("anna is the last admin; make another account an admin first.");
        assertThat(accounts("", "accounts", "disable", "bert", "--book", book).err())
                .isEqualTo("tranche: bert is disabled and signed out everywhere.\n");
        assertThat(signIn("bert", PASSWORD)).isEqualTo(new SignIn.Refused());
        assertThat(accounts("", "accounts", "list", "--book", book).out()).contains("viewer, disabled");
        assertThat(accounts("", "accounts", "enable", "bert", "--book", book).status())
                .isZero();
        assertThat(accounts("lamp under an oak\r\nmore\n", "accounts", "password", "bert", "--book", book)
                        .err())
                .contains("bert has the new password");
        assertThat(signIn("bert", PASSWORD)).isEqualTo(new SignIn.Refused());
        assertThat(signIn("bert", "lamp under an oak")).isInstanceOf(SignIn.Accepted.class);
        assertThat(accounts("", "accounts", "role", "bert", "admin", "--book", book)
                        .err())
                .isEqualTo("tranche: bert is admin.\n");
        assertThat(accounts("", "accounts", "disable", "anna", "--book", book).status())
                .isZero();
        Call unknown = accounts("", "accounts", "password", "dora", "--book", book);
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("there is no account dora. 'tranche accounts list' shows all.");
    }

    @Test
    void signInsAreListed() {
        add("anna");
        assertThat(accounts("", "accounts", "logins", "--book", book).err()).contains("nobody has signed in");
        signIn("anna", PASSWORD);
        signIn("\u001b[31mmallory", PASSWORD);
        assertThat(accounts("", "accounts", "logins", "--book", book).out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).matches("\\S+Z  \ufffd\\[31mmallory  unknown-name  192\\.0\\.2\\.1"),
                        line -> assertThat(line).matches("\\S+Z  anna          signed-in     192\\.0\\.2\\.1"));
        assertThat(accounts("", "accounts", "logins", "--limit", "1", "--book", book)
                        .out()
                        .lines())
                .hasSize(1);
        assertThat(accounts("", "accounts", "logins", "--limit", "0", "--book", book)
                        .status())
                .isEqualTo(2);
    }

    @Test
    void aBackupHoldsNoHash() throws Exception {
        add("anna");
        String copy = folder.resolve("copy.db").toString();
        assertThat(Files.readString(Path.of(book), StandardCharsets.ISO_8859_1)).contains("$argon2id$");
        assertThat(Call.of("backup", "--book", book, copy).status()).isZero();
        assertThat(Files.readString(Path.of(copy), StandardCharsets.ISO_8859_1)).doesNotContain("argon2id$v");
        assertThat(accounts("", "accounts", "list", "--book", copy).err()).contains("there are no accounts");
    }
}
