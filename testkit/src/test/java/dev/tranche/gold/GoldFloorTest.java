package dev.tranche.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tranche.eval.ComparedFact;
import dev.tranche.eval.FactFile;
import dev.tranche.eval.Ratio;
import dev.tranche.eval.Score;
import dev.tranche.extract.Extractor;
import dev.tranche.source.Incoming;
import dev.tranche.source.ReportReader;
import dev.tranche.testkit.Golden;
import dev.tranche.testkit.Repository;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * No gold file is read worse than {@code corpus/gold/floor.properties} says. {@code -Dgolden=update} raises the floors
 * to what is reached now and lowers none.
 */
class GoldFloorTest {
    private static final Path FLOORS = Repository.corpus("gold").resolve("floor.properties");
    private static final Pattern FLOOR = Pattern.compile("([a-z_0-9]+)\\.(f1|strict)=(0\\.\\d\\d|1\\.00)");
    private static final List<String> SHIPPED =
            List.of("samples", "news_dev", "news_kept", "varied_dev", "varied_kept");
    private static final Extractor EXTRACTOR = Extractor.standard();

    @TestFactory
    Stream<DynamicTest> scoresStayAboveTheirFloors() {
        return Stream.of(
                        "samples",
                        "news_dev",
                        "news_kept",
                        "varied_dev",
                        "varied_kept",
                        "dev_feed",
                        "dev_feed_2",
                        "dev_world",
                        "dev_articles",
                        "dev_long",
                        "seeds")
                .map(name -> DynamicTest.dynamicTest(name, () -> check(name)));
    }

    @Test
    void everyFloorIsANumberOfTwoDigits() throws IOException {
        assertThat(floors()).hasSize(22);
    }

    private static void check(String name) throws IOException {
        Optional<Path> gold = gold(name);
        assumeTrue(
                gold.isPresent(),
                "The gold file of " + name + " lies in ../shared/gold, which is not there: this floor is not checked.");
        Score score = score(gold.orElseThrow(), reports(name));
        assertThat(score.counts().gold()).as("facts of " + name).isPositive();
        check(name + ".f1", score.counts().f1());
        check(name + ".strict", score.counts().strictF1());
    }

    private static void check(String key, Ratio reached) throws IOException {
        BigDecimal value = new BigDecimal(reached.value()).setScale(2, RoundingMode.FLOOR);
        BigDecimal floor = floors().getOrDefault(key, BigDecimal.ZERO);
        if (Golden.isUpdate() && value.compareTo(floor) > 0) {
            raise(key, floor, value);
        }
        assertThat(new BigDecimal(reached.value()))
                .as("%s fell below its floor in corpus/gold/floor.properties; see ./tranche eval --misses", key)
                .isGreaterThanOrEqualTo(floor);
    }

    private static void raise(String key, BigDecimal floor, BigDecimal value) throws IOException {
        String text = Files.readString(FLOORS);
        Files.writeString(FLOORS, text.replace(key + "=" + floor, key + "=" + value));
    }

    private static Map<String, BigDecimal> floors() throws IOException {
        Map<String, BigDecimal> floors = new LinkedHashMap<>();
        for (String line : Files.readAllLines(FLOORS)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var matcher = FLOOR.matcher(line);
            assertThat(matcher.matches()).as("a floor: " + line).isTrue();
            floors.put(matcher.group(1) + "." + matcher.group(2), new BigDecimal(matcher.group(3)));
        }
        return floors;
    }

    private static Optional<Path> gold(String name) {
        return SHIPPED.contains(name)
                ? Optional.of(Repository.corpus("gold").resolve(name + ".gold.jsonl"))
                : Repository.shared("gold/" + name + ".gold.jsonl");
    }

    /** The files whose reports a gold file refers to. */
    private static List<Path> reports(String name) throws IOException {
        Path place = switch (name) {
            case "samples" -> Repository.corpus("samples");
            case "news_dev", "news_kept", "varied_dev", "varied_kept" ->
                Repository.corpus("gold").resolve(name + ".jsonl");
            case "seeds" -> Repository.shared("seeds").orElseThrow();
            default -> Repository.shared("gold/" + name + ".jsonl").orElseThrow();
        };
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Score score(Path goldFile, List<Path> reports) throws IOException {
        Map<String, List<ComparedFact>> gold = FactFile.parse(goldFile.toString(), Files.readString(goldFile));
        Map<String, List<ComparedFact>> read = new LinkedHashMap<>();
        for (Path file : reports) {
            for (Incoming incoming : ReportReader.readAll(file.toString(), Files.readAllBytes(file))) {
                if (incoming instanceof Incoming.Report report
                        && gold.containsKey(report.document().id().value())) {
                    read.put(
                            report.document().id().value(),
                            EXTRACTOR.extract(report.document()).facts().stream()
                                    .map(ComparedFact::of)
                                    .toList());
                }
            }
        }
        assertThat(read.keySet()).as("reports of " + goldFile).containsAll(gold.keySet());
        return Score.of(gold, read);
    }
}
