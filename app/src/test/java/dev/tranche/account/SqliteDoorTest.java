package dev.tranche.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.store.Access;
import dev.tranche.store.BookAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The door of a book in a file. */
class SqliteDoorTest extends VisitsContract {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Override
    BookAddress book() {
        return new BookAddress.InFile(folder.resolve("tranche.db"));
    }

    @Test
    void noSecretStandsInTheFile() throws Exception {
        String secret;
        String session;
        try (Door door = Door.open(book(), Access.WRITE, SETTINGS, InstantSource.system(), new SecureRandom())) {
            SignIn in = door.signIn("anna", ANNAS, new Client("192.0.2.1", "a browser"));
            session = ((SignIn.Accepted) in).session();
            TokenAdded added = door.addToken(((SignIn.Accepted) in).caller(), "x", Role.VIEWER, Optional.empty());
            secret = ((TokenAdded.Done) added).secret();
        }
        int files = 0;
        try (var all = Files.list(folder)) {
            for (Path file : all.toList()) {
                files++;
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .doesNotContain(session, secret, secret.substring(8), ANNAS);
            }
        }
        assertThat(files).isPositive();
    }

    @Test
    void aBookThatIsOnlyReadKeepsItsDoor() {
        try (Door door = Door.open(book(), Access.READ, SETTINGS, InstantSource.system(), new SecureRandom())) {
            assertThat(door.hasAccounts()).isTrue();
            assertThat(door.accounts()).hasSize(2);
        }
    }
}
