package dev.tranche.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.problem.Problems;
import dev.tranche.testkit.Repository;
import dev.tranche.text.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The examples of the page on clauses: a sentence, a line of three hyphens, and its clauses, one per line. */
class ClausePageTest {

    private static final int FEWEST_EXAMPLES = 80;
    private static final String FENCE = "```clauses";

    private record Example(int line, String sentence, List<String> expected) {}

    @TestFactory
    Stream<DynamicTest> sentencesHaveTheClausesOfThePage() throws IOException {
        List<Example> examples = examples();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(FEWEST_EXAMPLES);
        return examples.stream()
                .map(example -> DynamicTest.dynamicTest(
                        "clauses.md:" + example.line(),
                        () -> assertThat(ClauseLines.of(marked(example.sentence())))
                                .isEqualTo(example.expected())));
    }

    @TestFactory
    Stream<DynamicTest> whatHangsOnAClauseLiesInItsBounds() throws IOException {
        return examples().stream()
                .map(example -> DynamicTest.dynamicTest(
                        "clauses.md:" + example.line(), () -> ClauseLaws.check(marked(example.sentence()))));
    }

    private static MarkedText marked(String sentence) {
        return MarkedText.of(Lexicon.standard(), Document.of("example", "", sentence), new Problems());
    }

    private static List<Example> examples() throws IOException {
        List<String> lines = Files.readAllLines(Repository.corpus("spec").resolve("clauses.md"));
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).equals(FENCE)) {
                continue;
            }
            int divider = i + 1;
            while (!lines.get(divider).equals("---")) {
                divider++;
            }
            int end = divider + 1;
            while (!lines.get(end).equals("```")) {
                end++;
            }
            examples.add(new Example(
                    i + 1, String.join("\n", lines.subList(i + 1, divider)), lines.subList(divider + 1, end)));
            i = end;
        }
        return examples;
    }
}
