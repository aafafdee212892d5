package dev.tranche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.bundle.JsonValue;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.ledger.LedgerFold;
import dev.tranche.mention.Bound;
import dev.tranche.mention.StatedAmount;
import dev.tranche.review.Action;
import dev.tranche.review.CellChange;
import dev.tranche.review.CellValue;
import dev.tranche.review.ClaimMark;
import dev.tranche.review.Decision;
import dev.tranche.store.Access;
import dev.tranche.store.BookAddress;
import dev.tranche.store.Store;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that show what people decided. */
class DecisionCommandsTest {

    private static final String ID = "NO-MD-2024-vhwgzr9gvg";
    private static final Instant NOW = Instant.parse("2024-06-01T09:00:00.250Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private String book = "";

    @BeforeEach
    void decide() throws IOException {
        book = folder.resolve("tranche.db").toString();
        Path report = Files.writeString(folder.resolve("oslo.txt"), """
            title: Two ferries
            date: 2024-05-14
            outlet: Fjord Wire

            Norway announced $20 million in military aid to Moldova.
            """);
        assertThat(Call.of("add", "--book", book, report.toString()).status()).isZero();
        try (Store store = Store.open(BookAddress.parse(book), Access.WRITE, InstantSource.system())) {
            List<ClaimMark> marks =
                    ClaimMark.of(LedgerFold.of(store).find(ID).orElseThrow().claims());
            StatedAmount amount = StatedAmount.of(new BigDecimal("21000000"), "USD", Bound.EXACTLY);
            store.appendAll(List.of(
                    decided(
                            0,
                            new Action.Correct(
                                    marks,
                                    List.of(
                                            new CellChange("20000000 USD", new CellValue.Amount(amount)),
                                            new CellChange("", new CellValue.Under(Optional.of("PDA")))))),
                    decided(1, new Action.Withdraw("bergen")),
                    decided(2, new Action.Undo("20240601T090001250Z-anna"))));
        }
    }

    private static JournalEntry decided(int second, Action action) {
        return new JournalEntry.Decided(
                new Decision(NOW.plusSeconds(second), "anna", "so says\nthe \u001b[31mministry", action));
    }

    @Test
    void decisionsArePrintedWithAuthorTimeReasonAndEntries() {
        Call text = Call.of("decisions", "--book", book);
        assertThat(text.status()).isZero();
        assertThat(text.out())
                .startsWith("anna, 2024-06-01T09:00:00.250Z  20240601T090000250Z-anna\n"
                        + "  Corrects amount from 20,000,000 USD to 21,000,000 USD; authority from none to PDA:"
                        + " the entry of “$20 million in military aid” (oslo).\n"
                        + "  Because: so says the \ufffd[31mministry\n"
                        + "  Entries: " + ID + "\n")
                .contains("  Withdraws the report bergen.\n", "  Undone by 20240601T090002250Z-anna\n")
                .endsWith("3 decisions, 1 of them undone.\n");
    }

    /** A book of the same reports takes over what was decided about another one, once. */
    @Test
    void decisionsAreAppliedToAnotherBook() throws IOException {
        String other = folder.resolve("other.db").toString();
        String report = folder.resolve("oslo.txt").toString();
        assertThat(Call.of("add", "--book", other, report).status()).isZero();
        String lines = Call.of("decisions", "--lines", "--book", book).out();
        String file = Files.writeString(folder.resolve("made.jsonl"), lines).toString();
        assertThat(Call.of("decisions", "--apply", file, "--book", other).err()).contains("3 of 3 decisions added");
        assertThat(Call.of("decisions", "--book", other).out())
                .isEqualTo(Call.of("decisions", "--book", book).out());
        assertThat(Call.of("decisions", "--apply", file, "--book", other).err()).contains("0 of 3 decisions added");
        String empty = folder.resolve("empty.db").toString();
        Path elsewhere = Files.writeString(folder.resolve("else.txt"), "Nothing happened in Bergen.");
        assertThat(Call.of("add", "--book", empty, elsewhere.toString()).status())
                .isZero();
        assertThat(Call.of("decisions", "--apply", file, "--book", empty).err()).contains("1 concern nothing in this");
        Path wrong = Files.writeString(folder.resolve("wrong.jsonl"), lines + "{}\n");
        Call refused = Call.of("decisions", "--apply", wrong.toString(), "--book", empty);
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("wrong.jsonl, line 4");
    }

    /** Whatever the pages can decide is decided from a script as well, and carried to another book. */
    @Test
    void decisionsAreMadeFromLinesAndCarriedToAnotherBook() throws IOException {
        List<String> reports = new ArrayList<>();
        for (String name : List.of("Ada Berg", "Ada Bergqvist")) {
            reports.add(Files.writeString(
                            folder.resolve(name.replace(" ", "") + ".txt"),
                            "date: 2024-05-15\n\nMinister " + name
                                    + " of Norway met Minister Cai Holm of Denmark in Oslo."
                                    + " The minister said that 40 ferries are late."
                                    + " Norway and Denmark signed a ferry agreement on Tuesday.\n")
                    .toString());
        }
        for (String report : reports) {
            assertThat(Call.of("add", "--book", book, report).status()).isZero();
        }
        String words = "Minister Ada Berg of Norway met Minister Cai Holm";
        String content =
                "{\"doc\": \"AdaBerg\", \"kind\": \"encounter\", \"start\": 0, \"end\": " + words.length() + "}";
        String text = Files.readString(folder.resolve("AdaBerg.txt")).split("\n\n")[1];
        int start = text.indexOf("Norway and Denmark signed");
        String agreement = "{\"doc\": \"AdaBerg\", \"kind\": \"agreement\", \"start\": " + start + ", \"end\": "
                + text.strip().length() + "}";
        String made = """
            {"action": "accept", "entry": "%s", "reason": "checked"}
            {"action": "set-content", "content": %s, "facts": {"place": "Narvik"}, "reason": "so says the ministry"}
            {"action": "reject-content", "contents": [%s], "reason": "they never met"}
            {"action": "set-content", "content": %s, "facts": {"stage": "refused"}, "reason": "not signed"}
            {"action": "merge-names", "names": [{"kind": "person", "id": "ada-berg"}, {"kind": "person", "id": "ada-bergqvist"}], "reason": "one minister"}
            """.formatted(ID, content, content, agreement);
        Call call = Call.withInput(made, "decisions", "--make", "-", "--author", "bo", "--book", book);
        assertThat(call.err()).isEmpty();
        assertThat(call.out().lines())
                .extracting(line ->
                        JsonValue.parse("line", line).member("action").text().orElseThrow())
                .containsExactly("accept", "set-content", "reject-content", "set-content", "merge-names");
        String other = folder.resolve("other.db").toString();
        reports.add(folder.resolve("oslo.txt").toString());
        for (String report : reports) {
            assertThat(Call.of("add", "--book", other, report).status()).isZero();
        }
        Path file = Files.writeString(
                folder.resolve("made.jsonl"),
                Call.of("decisions", "--lines", "--book", book).out());
        assertThat(Call.of("decisions", "--apply", file.toString(), "--book", other)
                        .err())
                .contains("8 of 8 decisions added");
        assertThat(Call.of("decisions", "--book", other).out())
                .isEqualTo(Call.of("decisions", "--book", book).out())
                .contains("bo, ", "Merges the names ", "Corrects the agreement “agreement, NO+DK, signed” to");
    }

    @Test
    void aLineThatIsNotADecisionIsNamed() {
        Call wrong = Call.withInput(
                "\n{\"action\": \"reject\", \"entry\": \"none\", \"why\": \"x\"}\n",
                "decisions",
                "--make",
                "-",
                "--book",
                book);
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err())
                .contains("standard input, line 2: entry", "standard input, line 2: reason: is missing.");
        assertThat(Call.withInput("[]", "decisions", "--make", "-", "--book", book)
                        .err())
                .contains("standard input, line 1: a decision is a JSON object.");
        assertThat(Call.of("decisions", "--author", "bo", "--book", book).status())
                .isEqualTo(2);
    }

    @Test
    void decisionsAreLinesForPrograms() {
        Call json = Call.of("decisions", "--format", "json", "--book", book);
        List<JsonValue> lines =
                json.out().lines().map(line -> JsonValue.parse("line", line)).toList();
        assertThat(lines).hasSize(3);
        JsonValue first = lines.getFirst();
        assertThat(first.member("id").text()).contains("20240601T090000250Z-anna");
        assertThat(first.member("action").text()).contains("correct");
        assertThat(first.member("entries").texts()).containsExactly(ID);
        assertThat(first.member("docs").texts()).containsExactly("oslo");
        JsonValue cell = first.member("cells").list().get(1);
        assertThat(cell.member("field").text()).contains("authority");
        assertThat(cell.member("before").isNull()).isTrue();
        assertThat(cell.member("after").text()).contains("PDA");
        assertThat(lines.get(1).member("undone_by").text()).contains("20240601T090002250Z-anna");
        assertThat(lines.get(2).member("undoes").text()).contains("20240601T090001250Z-anna");
    }

    @Test
    void explainSaysWhoSetACell() {
        Call text = Call.of("explain", ID, "--book", book);
        assertThat(text.out())
                .contains("21", "A person set the cell amount  20240601T090000250Z-anna", "Because: so says");
        JsonValue json = JsonValue.parse(
                "line",
                Call.of("explain", ID, "--format", "json", "--book", book).out());
        assertThat(json.member("amount").number()).contains(new BigDecimal("21000000"));
        assertThat(json.member("reviewed").text()).contains("corrected");
        assertThat(json.member("flags").texts()).contains("corrected");
        assertThat(json.member("set_by").member("amount").text()).contains("20240601T090000250Z-anna");
        assertThat(json.member("decisions").list()).hasSize(1);
    }

    @Test
    void aBookWithoutDecisionsSaysSo() throws IOException {
        String other = folder.resolve("other.db").toString();
        Path report = Files.writeString(folder.resolve("x.txt"), "Nothing happened.\n");
        assertThat(Call.of("add", "--book", other, report.toString()).status()).isZero();
        assertThat(Call.of("decisions", "--book", other).out()).isEqualTo("0 decisions.\n");
        assertThat(Call.of("decisions", "--book", folder.resolve("none.db").toString())
                        .status())
                .isEqualTo(2);
    }
}
