package dev.tranche.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tranche.bundle.BundleException;
import dev.tranche.contract.JournalContract;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.review.Action;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The line of a decision: one form, both ways, and a clear word about every other. */
class DecisionFormatTest {

    private static final String HEAD = "{\"format\":\"tranche-decision/2\",\"at\":\"2024-05-06T07:00:00.001Z\","
            + "\"author\":\"anna\",\"reason\":\"why\",";

    @Test
    void everyDecisionComesBackFromItsOneForm() {
        List<JournalEntry> decisions = JournalContract.decisions();
        assertThat(decisions).hasSize(23);
        for (JournalEntry decision : decisions) {
            String line = EntryFormat.write(decision);
            assertThat(line).doesNotContain("\n").doesNotContain("\u0000");
            assertThat(EntryFormat.read("here", line)).isEqualTo(decision);
            assertThat(EntryFormat.write(EntryFormat.read("here", line))).isEqualTo(line);
        }
    }

    /** A journal from elsewhere may say anything: sums of days near the end of all time would fail in every fold. */
    @ParameterizedTest
    @ValueSource(strings = {"-999999999-01-01", "0000-12-31", "+10000-01-01", "+999999999-12-31"})
    void daysNearTheEndOfAllTimeAreRefused(String day) {
        int dated = 0;
        for (JournalEntry decision : JournalContract.decisions()) {
            String line = EntryFormat.write(decision);
            String moved = line.replaceAll("\"from\":\"[0-9-]+\"", "\"from\":\"" + day + "\",\"to\":null")
                    .replaceAll("\"to\":null,\"to\":(\"[0-9-]+\"|null)", "\"to\":null");
            if (!moved.equals(line)) {
                dated++;
                assertThatThrownBy(() -> EntryFormat.read("here", moved))
                        .as(moved)
                        .isInstanceOf(BundleException.class)
                        .hasMessageContaining("not valid");
            }
        }
        assertThat(dated).isPositive();
    }

    /** Hashes are computed over this form: it never changes. */
    @Test
    void theFormIsFixed() {
        assertThat(EntryFormat.write(JournalContract.decided(0, new Action.Undo("20240506T070001001Z-bo"))))
                .isEqualTo("{\"format\":\"tranche-decision/2\",\"at\":\"2024-05-06T07:00:00.001Z\","
                        + "\"author\":\"anna.k\",\"reason\":\"why\\u0000 \ud83d\ude80\",\"action\":\"undo\","
                        + "\"decision\":\"20240506T070001001Z-bo\"}");
        assertThat(EntryFormat.write(JournalContract.decisions().get(6)))
                .endsWith("\"action\":\"add\",\"mark\":{\"report\":\"c~0123abcd\",\"start\":7,\"end\":9,"
                        + "\"quote\":\"x\\ud800\"},\"fact\":{\"amount\":1234567.5,\"amount_max\":2000000000,"
                        + "\"currency\":\"USD\",\"bound\":\"at_least\",\"donor\":[\"NL\",\"DK\"],\"recipient\":[],"
                        + "\"type\":\"military\",\"stage\":\"planned\",\"authority\":\"PDA\",\"ordinal\":2,"
                        + "\"date\":{\"from\":null,\"to\":null}}}");
        assertThat(EntryFormat.write(JournalContract.decisions().getLast()))
                .contains("\"action\":\"together\",\"parts\":[{\"action\":\"accept\",\"marks\":[{")
                .endsWith(",{\"action\":\"reject\",\"marks\":[{\"report\":\"c~0123abcd\",\"start\":7,\"end\":9,"
                        + "\"quote\":\"x\\ud800\"}]}]}");
    }

    @Test
    void theOlderFormStaysReadable() {
        String old = "{\"format\":\"tranche-decision/1\",\"withdrawn\":\"a\",\"reason\":\"a hoax\"}";
        JournalEntry entry = EntryFormat.read("here", old);
        assertThat(entry).isEqualTo(new JournalEntry.Withdrawn("a", "a hoax"));
        assertThat(EntryFormat.write(entry)).isEqualTo(old);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"action\":\"undo\"}",
                "\"action\":\"undo\",\"decision\":7}",
                "\"action\":\"undo\",\"decision\":\"yesterday\"}",
                "\"action\":\"withdraw\",\"report\":\" \"}",
                "\"action\":\"reject\",\"marks\":[]}",
                "\"action\":\"reject\",\"marks\":{}}",
                "\"action\":\"reject\",\"marks\":[1]}",
                "\"action\":\"reject\",\"marks\":[{\"report\":\"a\",\"start\":0,\"end\":9,\"quote\":\"x\"}]}",
                "\"action\":\"reject\",\"marks\":[{\"report\":\"a\",\"start\":-1,\"end\":0,\"quote\":\"x\"}]}",
                "\"action\":\"reject\",\"marks\":[{\"report\":\"a\",\"start\":0.5,\"end\":1,\"quote\":\"x\"}]}",
                "\"action\":\"reject\",\"marks\":[{\"report\":\"a\",\"start\":0,\"end\":99999999999,\"quote\":\"x\"}]}",
                "\"action\":\"merge\",\"entries\":[[{\"report\":\"a\",\"start\":0,\"end\":1,\"quote\":\"x\"}]]}",
                "\"action\":\"merge\",\"entries\":[7,8]}",
                "\"action\":\"together\",\"parts\":[]}",
                "\"action\":\"together\",\"parts\":[{\"action\":\"withdraw\",\"report\":\"a\"}]}",
                "\"action\":\"together\",\"parts\":[{\"action\":\"undo\",\"decision\":"
                        + "\"20240506T070001001Z-bo\"}]}",
                "\"action\":\"correct\",\"marks\":[{\"report\":\"a\",\"start\":0,\"end\":1,\"quote\":\"x\"}],"
                        + "\"changes\":[{\"field\":\"amount\",\"before\":\"\",\"after\":{\"amount\":-1,"
                        + "\"currency\":\"USD\",\"bound\":\"exactly\"}}]}",
                "\"action\":\"correct\",\"marks\":[{\"report\":\"a\",\"start\":0,\"end\":1,\"quote\":\"x\"}],"
                        + "\"changes\":[{\"field\":\"date\",\"before\":\"\",\"after\":{\"from\":\"2024-02-30\"}}]}",
                "\"action\":\"correct\",\"marks\":[{\"report\":\"a\",\"start\":0,\"end\":1,\"quote\":\"x\"}],"
                        + "\"changes\":[{\"field\":\"donor\",\"before\":\"\",\"after\":[\"<b>\"]}]}",
                "\"action\":\"accept\",\"marks\":[{\"report\":\"a\",\"start\":0,\"end\":1,\"quote\":\"x\"}],"
                        + "\"seen\":[]}"
            })
    void brokenDecisionsAreNamed(String rest) {
        assertThatThrownBy(() -> EntryFormat.read("book, entry 3", HEAD + rest))
                .isInstanceOf(BundleException.class)
                .hasMessageStartingWith("book, entry 3: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"format\":\"tranche-decision/2\"}",
                "{\"format\":\"tranche-decision/2\",\"at\":\"now\",\"author\":\"anna\",\"reason\":\"w\",\"action\":\"undo\"}",
                "{\"format\":\"tranche-decision/2\",\"at\":\"2024-05-06T07:00:00Z\",\"author\":\"Anna K\","
                        + "\"reason\":\"w\",\"action\":\"withdraw\",\"report\":\"a\"}",
                "{\"format\":\"tranche-decision/2\",\"at\":\"2024-05-06T07:00:00.0000001Z\",\"author\":\"anna\","
                        + "\"reason\":\"w\",\"action\":\"withdraw\",\"report\":\"a\"}",
                "{\"format\":\"tranche-decision/2\",\"at\":\"2024-05-06T07:00:00Z\",\"author\":\"anna\","
                        + "\"reason\":\" \",\"action\":\"withdraw\",\"report\":\"a\"}"
            })
    void decisionsWithoutTimeAuthorOrReasonAreNamed(String line) {
        assertThatThrownBy(() -> EntryFormat.read("book, entry 3", line))
                .isInstanceOf(BundleException.class)
                .hasMessageStartingWith("book, entry 3: ");
    }

    @Test
    void whatALaterVersionWroteIsSaidToBeThat() {
        assertThatThrownBy(() -> EntryFormat.read("here", HEAD + "\"action\":\"rename\"}"))
                .hasMessageContaining("'rename'")
                .hasMessageContaining("later version");
        assertThatThrownBy(() -> EntryFormat.read("here", "{\"format\":\"tranche-decision/3\"}"))
                .hasMessageContaining("not an entry of a journal that this version knows");
        assertThat(EntryFormat.read("here", HEAD + "\"action\":\"restore\",\"report\":\"a\",\"mood\":[1]}"))
                .isInstanceOf(JournalEntry.Decided.class);
    }
}
