package dev.tranche.dating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.extract.Extraction;
import dev.tranche.extract.Extractor;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.problem.Problems;
import dev.tranche.testkit.Repository;
import dev.tranche.text.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The lines of {@code corpus/spec/dates*.md}: what the words of a sentence that name dates mean. */
class DatesPageTest {
    private static final int FEWEST_DATES = 560;
    private static final List<String> PAGES = List.of("dates.md", "dates-in-news.md");
    private static final String FENCE = "```dates ";
    private static final String ACTS = "```acts ";
    private static final String UNDATED = "```undated";
    private static final Dater DATER = Dater.of(Lexicon.standard());

    private record Line(LocalDate written, String sentence, List<String> meant) {}

    @TestFactory
    Stream<DynamicTest> wordsMeanTheDaysThatThePagesSay() throws IOException {
        return lines().stream().map(line -> DynamicTest.dynamicTest(line.sentence(), () -> check(line)));
    }

    @Test
    void thePagesAreLargeEnough() throws IOException {
        assertThat(lines().stream().mapToInt(line -> line.meant().size()).sum()).isGreaterThanOrEqualTo(FEWEST_DATES);
    }

    @TestFactory
    Stream<DynamicTest> whatHappenedIsDatedAsThePageSays() throws IOException {
        List<Line> acts = lines(ACTS);
        assertThat(acts).isNotEmpty();
        return acts.stream()
                .map(line -> DynamicTest.dynamicTest(
                        line.sentence(), () -> assertThat(acts(line)).containsAll(line.meant())));
    }

    @TestFactory
    Stream<DynamicTest> reportsWithoutADayAreDatedAsThePageSays() throws IOException {
        List<String> lines = undated();
        assertThat(lines).isNotEmpty();
        return lines.stream().map(line -> DynamicTest.dynamicTest(line, () -> checkUndated(line)));
    }

    /** A clue is a rule and a day that the interval holds, or "no" and a rule that must not be read. */
    private static void checkUndated(String line) {
        int bar = line.lastIndexOf('|');
        Problems problems = new Problems();
        Document document = Document.of("page", "", line.substring(0, bar).strip());
        Publication read = DATER.date(MarkedText.of(Lexicon.standard(), document, problems), problems);
        List<String> rules = read.clues().stream().map(Clue::rule).toList();
        for (String wanted : line.substring(bar + 1).split(" ; ")) {
            String[] words = wanted.strip().split(" ");
            if (words[0].equals("no")) {
                assertThat(rules).noneMatch(rule -> rule.startsWith(words[1]));
                continue;
            }
            assertThat(rules).as(wanted).anyMatch(rule -> rule.startsWith(words[0]));
            if (words.length > 1) {
                assertThat(read.date().mayBe(LocalDate.parse(words[1])))
                        .as("%s in %s", wanted, read.date().edtf())
                        .isTrue();
            }
        }
    }

    private static List<String> undated() throws IOException {
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(Repository.corpus("spec").resolve(PAGES.get(0)))) {
            if (inside && !line.equals("```")) {
                lines.add(line);
            }
            inside = line.startsWith(UNDATED) || inside && !line.equals("```");
        }
        return lines;
    }

    private static List<String> acts(Line line) {
        Document document = Document.of("page", "", line.sentence())
                .with(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(line.written().toString()),
                        Optional.empty());
        Extraction read = Extractor.standard().extract(document);
        List<String> acts = new ArrayList<>();
        read.facts().forEach(fact -> acts.add("fact = " + fact.date().edtf()));
        read.story()
                .encounters()
                .forEach(met -> acts.add("encounter = " + met.date().edtf()));
        read.story().items().forEach(item -> acts.add("item = " + item.date().edtf()));
        return acts;
    }

    private static void check(Line line) {
        List<String> named = named(line);
        if (line.meant().isEmpty()) {
            assertThat(named).isEmpty();
            return;
        }
        assertThat(named).containsAll(line.meant());
    }

    private static List<String> named(Line line) {
        Problems problems = new Problems();
        MarkedText text = MarkedText.of(Lexicon.standard(), Document.of("page", "", line.sentence()), problems);
        Publication written = new Publication(StatedDate.on(line.written()), Publication.Basis.METADATA, List.of());
        List<String> named = new ArrayList<>();
        for (Dates.Named date :
                DATER.dates(text, Optional.of(written), problems).named()) {
            String words =
                    line.sentence().substring(date.span().start(), date.span().end());
            named.add(words + " = " + date.meant().edtf());
        }
        return named;
    }

    private static List<Line> lines() throws IOException {
        return lines(FENCE);
    }

    private static List<Line> lines(String fence) throws IOException {
        List<Line> lines = new ArrayList<>();
        Optional<LocalDate> written = Optional.empty();
        List<String> text = new ArrayList<>();
        for (String page : PAGES) {
            text.addAll(Files.readAllLines(Repository.corpus("spec").resolve(page)));
        }
        for (String line : text) {
            if (line.startsWith(fence)) {
                written = Optional.of(LocalDate.parse(line.substring(fence.length())));
            } else if (line.equals("```")) {
                written = Optional.empty();
            } else if (written.isPresent()) {
                int bar = line.lastIndexOf('|');
                List<String> meant = Stream.of(line.substring(bar + 1).split(" ; "))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .toList();
                lines.add(new Line(written.get(), line.substring(0, bar).strip(), meant));
            }
        }
        return lines;
    }
}
