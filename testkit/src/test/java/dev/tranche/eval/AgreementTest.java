package dev.tranche.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tranche.bundle.ExtractionWriter;
import dev.tranche.bundle.JsonValue;
import dev.tranche.extract.Extraction;
import dev.tranche.extract.Extractor;
import dev.tranche.source.Incoming;
import dev.tranche.source.ReportReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scorer agrees, number for number, with the scorer that was published beside the gold files. */
class AgreementTest {

    private static final Path GOLD =
            Path.of(System.getProperty("tranche.root", ".")).resolve("../shared/gold");
    private static final Path SCORER = GOLD.resolve("score.py");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeAll
    static void findTheOtherScorer() throws IOException, InterruptedException {
        assumeTrue(
                Files.exists(SCORER), "../shared/gold/score.py is missing, so there is no other scorer to agree with");
        boolean python;
        try {
            python = new ProcessBuilder("python3", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            python = false;
        }
        assumeTrue(python, "python3 is missing, so the other scorer cannot run");
    }

    @Test
    void onWhatTheReaderReads() throws IOException, InterruptedException {
        Path predictions = folder.resolve("read.jsonl");
        StringBuilder lines = new StringBuilder();
        Extractor extractor = Extractor.standard();
        for (String name : List.of("dev_feed", "dev_long")) {
            byte[] feed = Files.readAllBytes(GOLD.resolve(name + ".jsonl"));
            for (Incoming incoming : ReportReader.readAll(name, feed)) {
                Extraction extraction = extractor.extract(((Incoming.Report) incoming).document());
                lines.append(ExtractionWriter.line(extraction)).append('\n');
            }
        }
        Files.writeString(predictions, lines);
        compare(List.of(GOLD.resolve("dev_feed.gold.jsonl"), GOLD.resolve("dev_long.gold.jsonl")), predictions);
    }

    @Test
    void onFactsDamagedAtRandom() throws IOException, InterruptedException {
        long seed = Long.getLong("seed", 20_240_514);
        Random random = new Random(seed);
        for (int round = 0; round < 25; round++) {
            Path gold = folder.resolve("gold" + round + ".jsonl");
            Path read = folder.resolve("read" + round + ".jsonl");
            StringBuilder goldLines = new StringBuilder();
            StringBuilder readLines = new StringBuilder();
            for (int report = 0; report < 12; report++) {
                List<Map<String, String>> facts = facts(random);
                goldLines.append(line(report, facts));
                if (random.nextInt(8) > 0) {
                    readLines.append(line(report, damaged(facts, random)));
                }
            }
            readLines.append(line(99, facts(random)));
            Files.writeString(gold, goldLines);
            Files.writeString(read, readLines);
            compare(List.of(gold), read);
        }
    }

    private static List<Map<String, String>> facts(Random random) {
        List<Map<String, String>> facts = new ArrayList<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            Map<String, String> fact = new LinkedHashMap<>();
            fact.put("kind", pick(random, "\"aid\"", "\"aid\"", "\"total\""));
            // Few amounts, and neighbours at the edge of what counts as the same.
            fact.put("amount", pick(random, "200000000", "201000000", "199000000", "1000", "995", "1005.025", "3e8"));
            fact.put("currency", pick(random, "\"USD\"", "\"USD\"", "\"EUR\"", "null"));
            fact.put("donor", pick(random, "[\"US\"]", "[\"US\", \"GB\"]", "[\"GB\", \"US\"]", "[]", "null"));
            fact.put("recipient", pick(random, "[\"UA\"]", "[\"MD\", \"UA\"]", "[]"));
            fact.put("type", pick(random, "\"military\"", "\"mixed\"", "null"));
            fact.put("stage", pick(random, "\"announced\"", "\"blocked\""));
            fact.put("authority", pick(random, "null", "\"PDA\"", "\"FMF\""));
            fact.put("bound", pick(random, "\"exactly\"", "null", "\"about\"", "\"\""));
            fact.put("since", pick(random, "null", "\"2022-02-24\"", "\"2022-02\"", "\"2021\""));
            facts.add(fact);
        }
        return facts;
    }

    private static List<Map<String, String>> damaged(List<Map<String, String>> facts, Random random) {
        List<Map<String, String>> damaged = new ArrayList<>();
        for (Map<String, String> fact : facts) {
            int copies = random.nextInt(10) == 0 ? 2 : random.nextInt(6) == 0 ? 0 : 1;
            for (int copy = 0; copy < copies; copy++) {
                Map<String, String> changed = new LinkedHashMap<>(fact);
                for (Map<String, String> other : facts(random)) {
                    String key = List.copyOf(changed.keySet()).get(random.nextInt(changed.size()));
                    changed.put(key, other.getOrDefault(key, "null"));
                }
                if (random.nextInt(5) == 0
                        && !changed.getOrDefault("amount", "null").equals("null")) {
                    changed.remove("bound");
                }
                damaged.add(random.nextInt(damaged.size() + 1), changed);
            }
        }
        return damaged;
    }

    private static String line(int report, List<Map<String, String>> facts) {
        StringJoiner list = new StringJoiner(", ", "{\"doc\": \"r" + report + "\", \"facts\": [", "]}\n");
        for (Map<String, String> fact : facts) {
            StringJoiner members = new StringJoiner(", ", "{", "}");
            fact.forEach((key, value) -> members.add("\"" + key + "\": " + value));
            list.add(members.toString());
        }
        return list.toString();
    }

    private static String pick(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    private void compare(List<Path> goldFiles, Path predictions) throws IOException, InterruptedException {
        Map<String, List<ComparedFact>> gold = new LinkedHashMap<>();
        for (Path file : goldFiles) {
            gold.putAll(FactFile.parse(file.toString(), Files.readString(file)));
        }
        assertThat(gold).isNotEmpty();
        Score score = Score.of(gold, FactFile.parse(predictions.toString(), Files.readString(predictions)));
        JsonValue other = published(goldFiles, predictions);
        assertThat(integer(other, "reports")).isEqualTo(score.reports().size());
        assertThat(integer(other, "gold")).isEqualTo(score.counts().gold());
        assertThat(integer(other, "pred")).isEqualTo(score.counts().read());
        assertThat(integer(other, "hit")).isEqualTo(score.counts().matched());
        assertThat(integer(other, "strict")).isEqualTo(score.counts().strict());
        assertThat(number(other, "precision"))
                .isEqualTo(score.counts().precision().rounded());
        assertThat(number(other, "recall")).isEqualTo(score.counts().recall().rounded());
        assertThat(number(other, "f1")).isEqualTo(score.counts().f1().rounded());
        assertThat(number(other, "strict_f1"))
                .isEqualTo(score.counts().strictF1().rounded());
        for (ScoredField field : ScoredField.values()) {
            Ratio ratio =
                    Optional.ofNullable(score.fields().get(field)).orElseThrow().ratio();
            assertThat(other.member("fields").member(field.slug()).number())
                    .as(field.slug())
                    .isEqualTo(ratio.isDefined() ? Optional.of(ratio.rounded()) : Optional.empty());
        }
    }

    private JsonValue published(List<Path> goldFiles, Path predictions) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3", SCORER.toString()));
        goldFiles.forEach(file -> command.add(file.toString()));
        command.addAll(List.of("--pred", predictions.toString(), "--json"));
        Path out = folder.resolve("score.json");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("score.py ends").isTrue();
        assertThat(process.exitValue()).isZero();
        return JsonValue.parse("score.py", Files.readString(out, StandardCharsets.UTF_8));
    }

    private static int integer(JsonValue object, String key) {
        return object.member(key).integer().orElseThrow();
    }

    private static BigDecimal number(JsonValue object, String key) {
        return object.member(key).number().orElseThrow();
    }
}
