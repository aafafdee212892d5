package dev.tranche.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.extract.Extractor;
import dev.tranche.law.ReadingLaws;
import dev.tranche.spec.SpecRunner.Outcome;
import dev.tranche.testkit.Golden;
import dev.tranche.testkit.Repository;
import dev.tranche.text.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The pages of {@code corpus/spec}: what they say is read, what they call open is not read yet, and the laws hold for
 * all of it. {@code -Dgolden=update} rewrites the pages and the reference page.
 */
class SpecTest {
    private static final Extractor EXTRACTOR = Extractor.standard();
    private static final SpecRunner RUNNER = new SpecRunner(EXTRACTOR);

    @BeforeAll
    static void rewriteWhenAsked() throws IOException {
        if (!Golden.isUpdate()) {
            return;
        }
        for (SpecPage page : pages()) {
            List<Outcome> outcomes = page.examples().stream().map(RUNNER::run).toList();
            Path file = Repository.corpus("spec").resolve(page.name());
            Files.writeString(file, String.join("\n", SpecUpdate.rewrite(page, outcomes)) + "\n");
        }
        Path reference = Repository.root().resolve(SpecReference.PATH);
        Files.createDirectories(reference.resolveSibling("."));
        Files.writeString(reference, SpecReference.write(SpecPage.readAll(Repository.corpus("spec"))));
    }

    @TestFactory
    Stream<DynamicContainer> examplesAreReadAsThePagesSay() {
        return pages().stream().map(page -> DynamicContainer.dynamicContainer(page.name(), tests(page)));
    }

    private static List<DynamicTest> tests(SpecPage page) {
        return page.examples().stream()
                .map(example -> DynamicTest.dynamicTest(example.place(), () -> check(example)))
                .toList();
    }

    private static void check(SpecExample example) {
        Outcome outcome = RUNNER.run(example);
        List<String> complaints = new ArrayList<>(outcome.complaints());
        if (example.isOpen()) {
            complaints.clear();
            if (outcome.isRight()) {
                complaints.add("This is read now: move it up, or let -Dgolden=update do it.");
            }
        }
        Document document = SpecRunner.document(example);
        complaints.addAll(ReadingLaws.quote(RUNNER.extract(example)));
        complaints.addAll(ReadingLaws.determinism(EXTRACTOR, document));
        complaints.addAll(ReadingLaws.locality(EXTRACTOR, document));
        if (!complaints.isEmpty()) {
            throw new AssertionError("\n" + new Outcome(example, outcome.got(), complaints).describe());
        }
    }

    @Test
    void everyPageHasExamplesThatAreRead() {
        assertThat(pages()).as("pages of corpus/spec").hasSizeGreaterThanOrEqualTo(11);
        for (SpecPage page : pages()) {
            assertThat(page.title()).as(page.name()).isNotEmpty();
            assertThat(page.examples())
                    .as("examples of " + page.name())
                    .anyMatch(example -> !example.isOpen())
                    .hasSizeGreaterThanOrEqualTo(20);
        }
    }

    @Test
    void examplesStandOnlyOnceInAPage() {
        for (SpecPage page : pages()) {
            assertThat(page.examples().stream().map(SpecExample::report).toList())
                    .as(page.name())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void referencePageIsUpToDate() throws IOException {
        Path reference = Repository.root().resolve(SpecReference.PATH);
        assertThat(reference)
                .as("generated page; run these tests with -Dgolden=update")
                .hasContent(SpecReference.write(SpecPage.readAll(Repository.corpus("spec"))));
    }

    /** The pages of sums; those of dates, names, encounters and statements have notations and tests of their own. */
    private static List<SpecPage> pages() {
        return SpecPage.readAll(Repository.corpus("spec")).stream()
                .filter(page -> !page.examples().isEmpty())
                .toList();
    }
}
