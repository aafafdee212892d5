package dev.tranche.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tranche.assistance.FactReader;
import dev.tranche.assistance.ReaderWeights;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.problem.Problems;
import dev.tranche.testkit.Repository;
import dev.tranche.text.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every sum in a text is accounted for: it is a fact, repeats one, or is refused with a reason; a fact that "each" of several
 * gives has its sum from another.
 */
class SumLawTest {

    private static final int CASES = 300;
    private static final Lexicon LEXICON = Lexicon.standard();
    private static final ReaderWeights WEIGHTS = ReaderWeights.of(LEXICON);

    @Test
    void randomTextsLoseNoSum() {
        AtomicInteger sums = new AtomicInteger();
        Seeds.run(CASES, generator -> {
            sums.addAndGet(check(generator.document()));
            sums.addAndGet(check(generator.oddDocument()));
        });
        assertThat(sums.get()).as("sums that were looked at").isGreaterThan(CASES);
    }

    @Test
    void sharesOfEachAreCounted() {
        String text = "Norway and Denmark pledged Moldova 5 million euros each. Japan sold cars for $8 million.";
        FactReader.Result result = FactReader.read(LEXICON, WEIGHTS, marked(Document.of("each", "", text)));
        assertThat(result.facts()).hasSize(2);
        assertThat(result.refused()).hasSize(1);
        assertThat(result.shared()).isEqualTo(1);
        check(Document.of("each", "", text));
    }

    @Test
    void samplesLoseNoSum() throws IOException {
        assertThat(checkAll(Repository.corpus("samples")))
                .as("sums that were looked at")
                .isPositive();
    }

    @Test
    void goldTextsAndSeedsLoseNoSum() throws IOException {
        Optional<Path> gold = Repository.shared("gold");
        Optional<Path> seeds = Repository.shared("seeds");
        assumeTrue(gold.isPresent() && seeds.isPresent(), "../shared is not there: its texts are not checked.");
        int sums = checkAll(gold.orElseThrow()) + checkAll(seeds.orElseThrow());
        assertThat(sums).as("sums that were looked at").isGreaterThan(1_000);
    }

    private static int checkAll(Path folder) throws IOException {
        int sums = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
            for (Path file : all) {
                String text = Files.readString(file);
                // One paragraph a line of JSON: the law holds for any text.
                for (String part :
                        file.toString().endsWith(".jsonl") ? text.lines().toList() : List.of(text)) {
                    sums += check(Document.of(file.getFileName().toString(), "", part));
                }
            }
        }
        return sums;
    }

    private static int check(Document document) {
        MarkedText text = marked(document);
        FactReader.Result result = FactReader.read(LEXICON, WEIGHTS, text);
        assertThat(result.facts().size()
                        - result.shared()
                        + result.joined()
                        + result.refused().size())
                .as(() -> "facts, repeats and refusals of " + document.id() + ": " + document.text())
                .isEqualTo(text.sums().size());
        return text.sums().size();
    }

    private static MarkedText marked(Document document) {
        return MarkedText.of(LEXICON, document, new Problems());
    }
}
