package dev.tranche.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tranche.app.Main;
import dev.tranche.bundle.JsonValue;
import dev.tranche.store.EntryFormat;
import dev.tranche.testkit.Child;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that keep a book in a file. */
class StoreCommandsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private String book = "";

    @BeforeEach
    void fillABook() throws IOException {
        book = folder.resolve("tranche.db").toString();
        write("oslo.txt", """
            title: Two ferries
            date: 2024-05-14
            outlet: Fjord Wire

            Norway announced $20 million in military aid to Moldova. The café in Łódź was full.
            """);
        write("bergen.txt", "date: 2024-05-15\n\nDenmark announced $35 million in military aid to Moldova.\n");
        assertThat(Call.of("add", "--book", book, path("oslo.txt"), path("bergen.txt"))
                        .err())
                .contains("2 readings added to " + book);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private void tamper(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + book);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void addingAgainChangesNothing() {
        assertThat(Call.of("add", "--book", book, path("oslo.txt")).err())
                .contains("0 readings added", "1 report more already in the book, not read again");
        assertThat(Call.of("add", "--again", "--book", book, path("oslo.txt")).err())
                .contains("1 report, 1 sum", "0 readings added")
                .doesNotContain("not read again");
        Call ledger = Call.of("ledger", "--format", "json", "--book", book);
        assertThat(ledger.out().lines()).hasSize(2);
        assertThat(Call.of("ledger", "--format", "json", path("oslo.txt"), path("bergen.txt"))
                        .out())
                .isEqualTo(ledger.out());
        assertThat(Call.of("", java.util.Map.of(), false, "show", "oslo", "--book", book)
                        .out())
                .contains("[$20 million in military aid #0]");
    }

    @Test
    void searchPrintsWordsInTheirPlace() {
        Call text = Call.of("search", "--book", book, "lodz", "CAFE");
        assertThat(text.status()).isZero();
        assertThat(text.out())
                .startsWith("oslo  2024-05-14  Fjord Wire  Two ferries\n    … ")
                .contains("The café in Łódź was full.");
        Call json = Call.of("search", "--book", book, "--format", "json", "moldova");
        assertThat(json.out().lines()).hasSize(2);
        json.out().lines().forEach(line -> {
            JsonValue hit = JsonValue.parse("line", line);
            assertThat(hit.member("quote").text()).contains("Moldova");
            assertThat(hit.member("end").integer().orElseThrow()
                            - hit.member("start").integer().orElseThrow())
                    .isEqualTo(7);
        });
        Call none = Call.of("search", "--book", book, "submarine");
        assertThat(none.status()).isZero();
        assertThat(none.err()).contains("no report has these words");
        assertThat(Call.of("search", "--book", book, "-").status()).isEqualTo(2);
        assertThat(Call.of("search", "--book", book, "--limit", "0", "x").status())
                .isEqualTo(2);
    }

    @Test
    void verifyTellsTheHeadAndNamesWhatWasChanged() throws SQLException {
        Call whole = Call.of("verify", "--book", book);
        assertThat(whole.out()).matches("2 entries are whole; the last hash is [0-9a-f]{64}\\.\n");
        String head = whole.out().replaceAll("(?s).* ([0-9a-f]{64}).*", "$1");
        assertThat(Call.of("verify", "--book", book, "--holds", head).status()).isZero();
        Call other = Call.of("verify", "--book", book, "--holds", "x" + head.substring(1));
        assertThat(other.status()).isEqualTo(1);
        assertThat(other.err()).contains("no entry has the hash");
        tamper("DROP TRIGGER entry_is_not_updated", "UPDATE entry SET payload = replace(payload, '35', '36')");
        Call broken = Call.of("verify", "--book", book);
        assertThat(broken.status()).isEqualTo(1);
        assertThat(broken.out()).isEmpty();
        assertThat(broken.err()).contains("entry 2 was changed").contains("1 entries before it are whole");
    }

    @Test
    void backupsAndImportsKeepTheChain() {
        String head = Call.of("verify", "--book", book).out();
        String copy = path("copy.db");
        assertThat(Call.of("backup", "--book", book, copy).err()).contains("2 entries copied to " + copy);
        assertThat(Call.of("verify", "--book", copy).out()).isEqualTo(head);
        assertThat(Call.of("backup", "--book", book, copy).status()).isEqualTo(1);
        String moved = path("moved.db");
        assertThat(Call.of("import", "--book", moved, copy).err()).contains("2 entries added");
        assertThat(Call.of("import", "--book", moved, copy).err()).contains("0 entries added");
        assertThat(Call.of("verify", "--book", moved).out()).isEqualTo(head);
        assertThat(Call.of("replay", "--book", moved).status()).isZero();
        assertThat(Call.of("search", "--book", moved, "ferries").out()).startsWith("oslo");
    }

    @Test
    void aJournalOfLinesIsImported() throws IOException {
        StringBuilder lines = new StringBuilder();
        try (var store = BookOptions.open(book, dev.tranche.store.Access.READ)) {
            store.entries()
                    .forEach(entry -> lines.append(EntryFormat.write(entry)).append('\n'));
        }
        write("tranche.journal.jsonl", lines.toString());
        Call wrong = Call.of("ledger", "--book", path("tranche.journal.jsonl"));
        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.err())
                .contains("'tranche import " + path("tranche.journal.jsonl") + "' imports it into a book");
        String fresh = path("fresh.db");
        assertThat(Call.of("import", "--book", fresh, path("tranche.journal.jsonl"))
                        .err())
                .contains("2 entries added");
        assertThat(Call.of("ledger", "--book", fresh).out())
                .isEqualTo(Call.of("ledger", "--book", book).out());
        write("broken.jsonl", "{\"format\": \"tranche-report/1\"}\n{}\n");
        assertThat(Call.of("import", "--book", fresh, path("broken.jsonl")).err())
                .contains("line 2");
    }

    @Test
    void whatIsNoBookIsOneSentence() throws IOException {
        Call missing = Call.of("ledger", "--book", path("none.db"));
        assertThat(missing.status()).isEqualTo(2);
        assertThat(missing.err()).contains("there is no such book. 'tranche add PATH' creates one.");
        assertThat(Files.exists(folder.resolve("none.db"))).isFalse();
        Call text = Call.of("add", "--book", path("oslo.txt"), path("bergen.txt"));
        assertThat(text.status()).isEqualTo(1);
        assertThat(text.err()).isEqualTo("tranche: " + path("oslo.txt") + ": this file is not a Tranche book.\n");
        Call server = Call.of("ledger", "--book", "postgresql://me:s3cret@localhost:1/book");
        assertThat(server.status()).isEqualTo(1);
        assertThat(server.err()).contains("postgresql://localhost:1/book: the server cannot be used");
        assertThat(server.err()
                        + Call.of("ledger", "--book", "postgresql://me:s3cret@local host/")
                                .err())
                .doesNotContain("s3cret");
    }

    @Test
    void aFileThatMayNotGrowIsOneSentence() throws Exception {
        assumeTrue(Files.exists(Path.of("/bin/bash")), "there is no bash to set the limit of a file's size");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 1500; i++) {
            lines.append("{\"id\": \"x-" + i + "\", \"text\": \"" + "The ferry sailed on. ".repeat(200) + "\"}\n");
        }
        write("many.jsonl", lines.toString());
        List<String> command = new ArrayList<>(List.of("/bin/bash", "-c", "ulimit -f 3000; exec \"$@\"", "limited"));
        command.addAll(Child.command(List.of(), Main.class, "add", "--book", book, path("many.jsonl")));
        Child.Ended ended = Child.run(folder, command);
        assertThat(ended.status()).as(ended.output()).isEqualTo(1);
        assertThat(ended.output().lines().filter(line -> line.contains("disk is full")))
                .hasSize(1);
        assertThat(ended.output()).contains("Everything added before is kept").doesNotContain("\tat ");
        assertThat(Call.of("verify", "--book", book).status()).isZero();
        assertThat(Call.of("add", "--book", book, path("many.jsonl")).status()).isZero();
    }

    /** Commands without a book must start as quickly as before there were any. */
    @Test
    void commandsWithoutABookLoadNoDatabase() throws Exception {
        for (List<String> args :
                List.of(List.of("version"), List.of("read", path("oslo.txt")), List.of("ledger", path("oslo.txt")))) {
            Path loaded = folder.resolve("loaded.txt");
            Child.Ended ended = Child.run(
                    folder,
                    Child.command(List.of("-Xlog:class+load:file=" + loaded), Main.class, args.toArray(String[]::new)));
            assertThat(ended.status()).as(ended.output()).isZero();
            String names = Files.readString(loaded);
            assertThat(names).contains("dev.tranche.app.Main");
            assertThat(names.lines()
                            .filter(line -> line.contains(" org.sqlite.")
                                    || line.contains(" org.postgresql.")
                                    || line.contains(" org.flywaydb.")))
                    .as(args.toString())
                    .isEmpty();
        }
    }

    /** A book whose tables are current must not pay for Flyway. */
    @Test
    void aCurrentBookLoadsNoFlyway() throws Exception {
        Path loaded = folder.resolve("loaded.txt");
        Child.Ended ended = Child.run(
                folder,
                Child.command(List.of("-Xlog:class+load:file=" + loaded), Main.class, "verify", "--book", book));
        assertThat(ended.status()).as(ended.output()).isZero();
        assertThat(Files.readString(loaded)).contains(" org.sqlite.").doesNotContain(" org.flywaydb.");
    }
}
