package dev.tranche.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tranche.bundle.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalCommandTest {

    private static final String FACT =
            "{\"kind\": \"aid\", \"amount\": 2000000000, \"currency\": \"USD\", \"donor\": [\"US\"], \"recipient\":"
                    + " [\"UA\"], \"type\": \"military\", \"stage\": \"announced\", \"quote\": \"the words of gold\"}";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private String gold = "";

    @BeforeEach
    void writeAFeedAndItsGold() throws IOException {
        Path file = Files.writeString(
                folder.resolve("feed.gold.jsonl"),
                "{\"doc\": \"a\", \"facts\": [" + FACT + "]}\n"
                        + "{\"doc\": \"b\", \"facts\": [" + FACT.replace("announced", "blocked") + "]}\n"
                        + "{\"doc\": \"c\", \"facts\": [" + FACT.replace("2000000000", "7") + "]}\n");
        gold = file.toString();
        StringBuilder feed = new StringBuilder();
        for (String id : new String[] {"a", "b", "c", "unasked"}) {
            feed.append("{\"id\": \"")
                    .append(id)
                    .append("\", \"text\": \"The United States announced $2 billion in military aid to Ukraine.\"}\n");
        }
        Files.writeString(folder.resolve("feed.jsonl"), feed);
    }

    @Test
    void scoresTheReportsBesideTheGoldFile() {
        Call call = Call.of("eval", "--format", "json", gold);
        assertThat(call.status()).isZero();
        assertThat(call.out())
                .startsWith("{\"reports\":3,\"gold\":3,\"pred\":3,\"hit\":2,\"strict\":1,\"precision\":0.6667,"
                        + "\"recall\":0.6667,\"f1\":0.6667,\"strict_f1\":0.3333,\"fields\":{\"donor\":1.0,");
    }

    @Test
    void textPrintsCountsRulesAndMissesWithQuotes() {
        Call call = Call.of("eval", "--misses", "--rules", gold);
        assertThat(call.out())
                .contains("precision", "0.6667", "95 % from")
                .containsPattern("stage +1 +2 +0\\.5000")
                .containsPattern("aid\\.\\S+ +3 +2 +0\\.6667 +1 +0\\.3333")
                .contains("missed c  aid 7 USD\n        “the words of gold”")
                .contains("false  c  aid 2000000000 USD")
                .contains("“$2 billion in military aid”")
                .contains("differs b  aid 2000000000 USD")
                .contains("stage announced instead of blocked");
    }

    @Test
    void predictionsOfAFileAreScoredLikeAReading() {
        Path file = folder.resolve("read.jsonl");
        assertThat(Call.of(
                                "read",
                                "--format",
                                "json",
                                "-o",
                                file.toString(),
                                folder.resolve("feed.jsonl").toString())
                        .status())
                .isZero();
        assertThat(Call.of("eval", "--format", "json", "--rules", gold, "--pred", file.toString())
                        .out())
                .isEqualTo(Call.of("eval", "--format", "json", "--rules", gold).out());
        assertThat(Call.of("eval", gold, folder.resolve("feed.jsonl").toString(), "--pred", file.toString())
                        .status())
                .isEqualTo(2);
        assertThat(Call.of("eval", gold, "--pred", "gone.jsonl").status()).isEqualTo(2);
    }

    @Test
    void reportsThatAreNotThereAreMissedAndNamed() throws IOException {
        Path other = Files.writeString(folder.resolve("other.jsonl"), "{\"id\": \"a\", \"text\": \"Nothing.\"}");
        Call call = Call.of("eval", "--format", "json", gold, other.toString());
        assertThat(call.out()).contains("\"gold\":3,\"pred\":0,");
        assertThat(call.err()).contains("2 of 3 reports of the gold files were not among the reports");
    }

    @Test
    void aGoldFileIsKnownByItsContent() throws IOException {
        Path renamed = Files.copy(Path.of(gold), folder.resolve("expected.json"));
        assertThat(Call.of(
                                "eval",
                                renamed.toString(),
                                folder.resolve("feed.jsonl").toString())
                        .status())
                .isZero();
        Call lonely = Call.of("eval", renamed.toString());
        assertThat(lonely.status()).isEqualTo(2);
        assertThat(lonely.err()).contains("no reports lie beside it");
    }

    @Test
    void typesAreFittedToTheSumsWithoutWordsOfTheirOwn() throws IOException {
        Call none = Call.of("eval", "--fit-types", gold);
        assertThat(none.status()).isNotZero();
        assertThat(none.out()).isEmpty();
        assertThat(none.err()).contains("there is nothing to fit");
        StringBuilder feed = new StringBuilder();
        StringBuilder facts = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            String about = i % 3 == 0 ? "Rifles" : i % 3 == 1 ? "Drought relief" : "A visit";
            feed.append("{\"id\": \"d%d\", \"title\": \"%s for Chad\", \"text\":".formatted(i, about))
                    .append(" \"Portugal will give Chad another $2 billion.\"}\n");
            String type = i % 3 == 0 ? "military" : i % 3 == 1 ? "humanitarian" : "unknown";
            facts.append("{\"doc\": \"d%d\", \"facts\": [%s]}\n".formatted(i, FACT.replace("military", type)));
        }
        Files.writeString(folder.resolve("far.jsonl"), feed);
        String far = Files.writeString(folder.resolve("far.gold.jsonl"), facts).toString();
        Call one = Call.of("eval", "--fit-types", "--threads", "1", far);
        Call two = Call.of("eval", "--fit-types", "--threads", "2", far);
        assertThat(one.status()).as(one.err()).isZero();
        assertThat(one.err()).contains("fitted to 40 sums");
        assertThat(one.out())
                .startsWith("# Made by")
                .contains("\nclue,military,financial,humanitarian,mixed,unknown\n")
                .containsPattern("\ntitle\\.humanitarian,-[0-9]+,-[0-9]+,[1-9]");
        assertThat(two.out()).isEqualTo(one.out());
        assertThat(Call.of("eval", "--fit-types", "--misses", far).err()).contains("--misses");
    }

    @Test
    void refusesWhatIsNoGold() throws IOException {
        assertThat(Call.of("eval", folder.resolve("feed.jsonl").toString()).status())
                .isEqualTo(2);
        assertThat(Call.of("eval", "gone.gold.jsonl").status()).isEqualTo(2);
        Files.writeString(folder.resolve("bad.gold.jsonl"), "{\"doc\": \"a\", \"facts\": [{}]}\n");
        Call broken = Call.of("eval", folder.resolve("bad.gold.jsonl").toString());
        assertThat(broken.status()).isEqualTo(2);
        assertThat(broken.err()).contains("bad.gold.jsonl:1: \"amount\" is missing");
    }

    @Test
    void scoresTheSamplesThatShip() {
        Path samples = Path.of(System.getProperty("tranche.root", "."), "corpus/gold/samples.gold.jsonl");
        assumeTrue(Files.exists(samples), "corpus/gold is not in this checkout");
        Call call = Call.of("eval", "--format", "json", samples.toString());
        assertThat(call.status()).isZero();
        JsonValue score = JsonValue.parse("eval", call.out());
        assertThat(score.member("gold").integer().orElseThrow()).isGreaterThan(100);
        assertThat(call.err()).doesNotContain("were not among the reports");
    }
}
