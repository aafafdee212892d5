package dev.tranche.dating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.extract.Extraction;
import dev.tranche.extract.Extractor;
import dev.tranche.problem.Problems;
import dev.tranche.testkit.Repository;
import dev.tranche.text.Document;
import dev.tranche.text.Tokenizer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A text may end anywhere, also in the middle of a date: the date reader keeps what is there. */
class CutTextTest {

    /** More characters than any date has; what comes earlier changes nothing at the end. */
    private static final int WINDOW = 80;

    private static final int FEWEST_TEXTS = 60;

    @Test
    void dateReaderReadsEveryBeginningOfEveryTextOfTheCorpus() throws IOException {
        List<String> texts = texts();
        assertThat(texts).hasSizeGreaterThan(FEWEST_TEXTS);
        int read = 0;
        for (String text : texts) {
            for (int end = 1; end <= text.length(); end++) {
                String cut = text.substring(Math.max(0, end - WINDOW), end);
                try {
                    DateReader.find(Tokenizer.split(cut), new Problems());
                } catch (RuntimeException bug) {
                    throw new AssertionError("the date reader fails at the end of: " + cut, bug);
                }
                read++;
            }
        }
        assertThat(read).isGreaterThan(100_000);
    }

    @Test
    void reportWithYearAndDashAtItsEndIsKept() {
        for (String dash : List.of("-", "\u2013", "\u2014", "/", ".", "'")) {
            String text = "Norway gave $5 million to Ukraine in 2022" + dash;
            Extraction extraction = Extractor.standard().extract(Document.of("cut", "", text));
            assertThat(extraction.facts()).as(text).hasSize(1);
            Document stated = Document.of("cut", "", "Norway gave $5 million to Ukraine.")
                    .with(Optional.empty(), Optional.empty(), Optional.of("2022" + dash), Optional.empty());
            assertThat(Extractor.standard().extract(stated).facts()).as(dash).hasSize(1);
        }
    }

    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        for (String folder : List.of("samples", "spec", "crash")) {
            try (Stream<Path> files = Files.walk(Repository.corpus(folder))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    texts.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                }
            }
        }
        return texts;
    }
}
