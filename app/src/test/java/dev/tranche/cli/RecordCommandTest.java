package dev.tranche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.testkit.Repository;
import dev.tranche.testkit.Slow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Official lists of a book: added, listed, used by the audit, removed. */
@Slow
class RecordCommandTest {

    private static final String GRANTS = """
        day,donor,recipient,amount,currency,programme,no,link
        2022-05-03,Norway,Moldova,120000000,NOK,GRANT,1,https://ministry.example/1
        2022-07-04,Norway,Moldova,80500000,NOK,GRANT,3,https://ministry.example/3
        """;

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

    private Call record(String action, String... more) {
        List<String> args = new ArrayList<>(List.of("record", action, "--book", book));
        args.addAll(List.of(more));
        return Call.of(args.toArray(String[]::new));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void aListIsAddedUsedAndRemoved() throws IOException {
        Call before = Call.of("audit", "--book", book);
        Call added = record("add", file("grants.csv", GRANTS));
        assertThat(added.status()).as(added.err()).isZero();
        assertThat(added.err()).contains("grants: 2 rows added.");
        assertThat(record("list").out()).isEqualTo("grants: 2 rows, 2022-05-03 to 2022-07-04\n");
        String caps = """
            # table: caps
            # set donor: NO
            # set recipient: MD
            # set authority: GRANT
            fiscal_year,amount,basis
            2022,150000000,budget
            """;
        assertThat(record("add", file("limits.csv", caps)).status()).isZero();
        assertThat(Call.of("audit", "--book", book).out()).contains("GRANT").isNotEqualTo(before.out());
        assertThat(Call.of("audit", "--book", book, "--record", "official").out())
                .isEqualTo(before.out());
        Call sums = Call.of("sums", "--book", book, "--record", "own", "--by", "donor", "--format", "json");
        assertThat(sums.out()).contains("\"donor\":\"NO\"", "200500000");
        Call explained = Call.of("explain", "--book", book, "--record", "own", "GRANTS-GRANT-1");
        assertThat(explained.out()).contains("https://ministry.example/1");
        assertThat(record("remove", "grants", "limits").status()).isZero();
        assertThat(record("list").out()).contains("no official lists of its own");
        assertThat(Call.of("audit", "--book", book).out()).isEqualTo(before.out());
    }

    @Test
    void rowsThatTheRecordHasAlreadyCountOnce() throws IOException {
        String audit = Call.of("audit", "--book", book).out();
        Call added = record(
                "add",
                file("drawdowns.csv", "tranche,announced_on,amount_usd_m\n1,2021-08-27,60\n2,2021-12-23,200\n"),
                "--donor",
                "United States",
                "--recipient",
                "Ukraine",
                "--authority",
                "PDA");
        assertThat(added.err()).contains("2 rows added. 2 are already in the record and count once.");
        assertThat(Call.of("audit", "--book", book).out()).isEqualTo(audit);
    }

    @Test
    void whatCannotBeTakenChangesNothing() throws IOException {
        Call wrong = record("add", file("broken.csv", "day,donor,recipient,amount,currency\nsoon,NO,MD,x,NOK\n"));
        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.err())
                .contains("broken.csv, line 2, column 1 (day): 'soon' is not a date")
                .contains("broken.csv, line 2, column 4 (amount): 'x' is not an amount")
                .contains("Nothing of broken.csv was added.");
        assertThat(record("list").out()).contains("no official lists");
        assertThat(record("add", folder.resolve("none.csv").toString()).status())
                .isEqualTo(2);
        assertThat(record("add", "--name", "../escape", file("grants.csv", GRANTS))
                        .err())
                .contains("--name");
        assertThat(record("remove", "../book").status()).isEqualTo(2);
        assertThat(Call.of("record").status()).isEqualTo(2);
        Files.createDirectories(folder.resolve("book.db.record"));
        file("book.db.record/odd.csv", "date,amount\n2031-01-01,5\n");
        Call audit = Call.of("audit", "--book", book);
        assertThat(audit.status()).isEqualTo(1);
        assertThat(audit.err()).contains("odd.csv, line 2", "tranche record remove NAME");
    }
}
