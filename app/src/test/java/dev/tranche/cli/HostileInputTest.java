package dev.tranche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names, words and tables that others wrote, and what commands do with them. */
class HostileInputTest {

    private static final String TEXT =
            "Norway gave $5 million in military aid to Ukraine on 3 May 2023, it was announced."
                    + " \\\"We will stay,\\\" President Volodymyr Zelensky said in Kyiv.";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private String book(String... ids) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String id : ids) {
            lines.append("{\"id\": \"" + id + "\", \"outlet\": \"" + id + "\", \"text\": \"" + TEXT + "\"}\n");
        }
        Path file = Files.writeString(folder.resolve("reports.jsonl"), lines);
        String book = folder.resolve("book.db").toString();
        assertThat(Call.of("add", "--book", book, file.toString()).status()).isZero();
        return book;
    }

    @Test
    void noCellOfATableRunsInASpreadsheet() throws IOException {
        String book = book(
                "=cmd|' /C calc'!A0",
                "+1+1",
                "-2+3",
                "@SUM(1)",
                "\\tx",
                "\\rx",
                "\\nx",
                "\uFF1D1",
                "plain",
                "-5",
                "=1");
        for (List<String> command :
                List.of(List.of("ledger"), List.of("timeline"), List.of("statements"), List.of("contradictions"))) {
            String[] args = {command.getFirst(), "--format", "csv", "--book", book};
            Call call = Call.of(args);
            assertThat(call.status()).isZero();
            for (String line : call.out().split("\r\n")) {
                for (String cell : line.split(",")) {
                    String bare = cell.startsWith("\"") ? cell.substring(1) : cell;
                    boolean isNumber = bare.matches("-[0-9]+(\\.[0-9]+)?\"?");
                    assertThat(isNumber || !bare.matches("(?s)[=+@\t\r\n\uFF1D-].*"))
                            .as(command + ": " + cell)
                            .isTrue();
                }
            }
        }
        assertThat(Call.of("audit", "--format", "csv").out()).contains(",-1500000000");
    }

    @Test
    void noWordFromOutsideSteersTheTerminal() throws IOException {
        String id = "esc\\u001b]0;pwn\\u0007\\u009b2J\\u202e";
        String book = book(id, "other");
        String typed = "esc\u001b]0;pwn\u0007\u009b2J\u202e";
        for (String[] command : List.of(
                new String[] {"ledger", "--book", book},
                new String[] {"statements", "--book", book},
                new String[] {"timeline", "--book", book},
                new String[] {"contradictions", "--book", book},
                new String[] {"search", "--book", book, "military"},
                new String[] {"explain", "--book", book, "NO-UA-5000000USD-2023-05-03"},
                new String[] {"show", "--book", book, typed},
                new String[] {"show", "--book", book, typed + "x"},
                new String[] {"read", typed},
                new String[] {"read", folder.resolve("reports.jsonl").toString(), "--problems"})) {
            Call call = Call.of(command);
            assertThat(call.out() + call.err()).as(command[0]).doesNotContain("\u001b", "\u0007", "\u009b", "\u202e");
        }
    }

    @Test
    void aWrongRowOfTheLexiconIsRefusedBeforeAnythingIsRead() throws IOException {
        Path text = Files.writeString(folder.resolve("one.txt"), "Norway gave $5 million to Ukraine.");
        Map<String, String> wrong = Map.of(
                "states.csv", "code,name,aliases,adjectives,demonyms,capitals\nlower,Foo,,,,\n",
                "currencies.csv", "code,name,symbols,words,minor_units\nFOO,Foo,F$,foo,many\n",
                "office_holders.csv", """
                id,name,country,office,kind,from,to,spellings,surnames
                foo,Foo Bar,US,President,head_of_state,2009-99-20,,,Bar
                """,
                "events.csv", "id,name,names,kind,from,to,place,country,parties\ne,Foo,Foo Day,holiday,soon,,,,\n",
                "authorities.csv", "code,giver,type,phrases\nFOO,US,nonsense,foo fund\n",
                "donors.csv", "code,gives,union,embargoed\nNO,perhaps,,\n",
                "equipment.csv", "id,name,class,aliases,unit,origin\n,,air defence,,,\n");
        for (Map.Entry<String, String> table : wrong.entrySet()) {
            Path own = Files.createDirectories(folder.resolve("own-" + table.getKey()));
            Files.writeString(own.resolve(table.getKey()), table.getValue());
            Call call = Call.of("read", "--lexicon", own.toString(), text.toString());
            assertThat(call.status()).as(table.getKey()).isEqualTo(2);
            assertThat(call.err())
                    .contains(table.getKey() + ", line 2: the column ")
                    .contains("it takes ");
            assertThat(call.out()).isEmpty();
        }
        Path own = Files.createDirectories(folder.resolve("own"));
        Files.writeString(own.resolve("states.csv"), "code,name,aliases,adjectives,demonyms,capitals\nQX,Quux,,,,\n");
        assertThat(Call.of("read", "--lexicon", own.toString(), text.toString()).status())
                .isZero();
    }

    @Test
    void damageInTheSearchIsToldAndRebuilt() throws IOException {
        String book = book("one", "two");
        assertThat(Call.of("verify", "--book", book).status()).isZero();
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + book);
                var statement = connection.createStatement()) {
            statement.execute("UPDATE report SET id = 'three' WHERE entry = 2");
        } catch (java.sql.SQLException broken) {
            throw new AssertionError(broken);
        }
        Call found = Call.of("verify", "--book", book);
        assertThat(found.status()).isEqualTo(1);
        assertThat(found.err()).contains("all 2 entries are intact").contains("'tranche rebuild --tables'");
        assertThat(Call.of("rebuild", "--book", book).status()).isZero();
        assertThat(Call.of("verify", "--book", book).status()).isZero();
        assertThat(Call.of("rebuild", "--book", folder.resolve("none.db").toString())
                        .status())
                .isEqualTo(2);
        assertThat(folder.resolve("none.db")).doesNotExist();
    }

    @Test
    void addressesOfDatabasesAreReadOrRefusedWithoutAWordOfThem() {
        for (String address : List.of(
                "postgresql://me:s3cret@my_db:15432/tranche",
                "postgresql://me:s3cret@h1,h2:15432/tranche",
                "postgresql://me:s3cret@127.0.0.1:notaport/x",
                "postgresql://me:s3cret@host:99999/x",
                "postgresql://me:s3/cret@c/x",
                "postgresql://me:s3@cret@c/x/y",
                "postgresql://me:s3cret@host/x?host=/socket",
                "postgresql:me:s3cret",
                "POSTGRESQL://me:s3cret@my_db/x")) {
            Call call = Call.of("ledger", "--book", address);
            assertThat(call.status()).as(address).isEqualTo(2);
            assertThat(call.err()).as(address).doesNotContain("s3", "cret", "jdbc:", "localhost");
            assertThat(call.err().lines().count()).as(call.err()).isLessThan(4);
        }
    }
}
