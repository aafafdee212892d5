package dev.tranche.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.problem.Problem;
import dev.tranche.problem.ProblemCode;
import dev.tranche.text.Document;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which of two readings is the later one, and what a version tells. */
class ExtractionVersionTest {

    private static final LexiconFile ROWS =
            new LexiconFile("bodies.csv", "id,name,kind,acts_for,aliases\nno-river,Riverbank Council,government,NO,\n");
    private static final LexiconFile MORE = new LexiconFile("common_words.csv", "word\nriverbanker\n");

    @Test
    void laterNumbersThenLaterRevisionsSortLater() {
        List<ExtractionVersion> sorted = List.of(
                new ExtractionVersion(""),
                new ExtractionVersion("another reader"),
                new ExtractionVersion("tranche-reader/2"),
                new ExtractionVersion("tranche-reader/2+0f3c9a7e"),
                new ExtractionVersion("tranche-reader/2.1"),
                new ExtractionVersion("tranche-reader/2.2"),
                new ExtractionVersion("tranche-reader/2.10"),
                new ExtractionVersion("tranche-reader/2.10+0f3c9a7e"),
                new ExtractionVersion("tranche-reader/3"),
                new ExtractionVersion("tranche-reader/10"));
        List<ExtractionVersion> mixed = new ArrayList<>(sorted);
        Collections.shuffle(mixed, new Random(7));
        Collections.sort(mixed);
        assertThat(mixed).isEqualTo(sorted);
    }

    @Test
    void partsAreThoseOfTheName() {
        ExtractionVersion version =
                ExtractionVersion.CURRENT.with(Optional.of("0f3c9a7e")).revised(3);
        assertThat(version.value()).isEqualTo(ExtractionVersion.CURRENT.value() + ".3+0f3c9a7e");
        assertThat(version.number()).isEqualTo(ExtractionVersion.CURRENT.number());
        assertThat(version.revision()).isEqualTo(3);
        assertThat(version.rows()).contains("0f3c9a7e");
        assertThat(version.revised(0).with(Optional.empty())).isEqualTo(ExtractionVersion.CURRENT);
        assertThat(new ExtractionVersion("tranche-reader/2.x").number()).isEqualTo(-1);
    }

    @Test
    void aReadingNamesTheRowsThatAUserAdded() {
        Lexicon own = Lexicon.standardWith(List.of(ROWS, MORE));
        assertThat(Lexicon.standardWith(List.of(MORE, ROWS)).addedRows()).isEqualTo(own.addedRows());
        assertThat(Lexicon.standardWith(List.of(ROWS)).addedRows()).isNotEqualTo(own.addedRows());
        assertThat(Lexicon.standard().addedRows()).isEmpty();
        Document report = Document.of("a", "", "The Riverbank Council gave Moldova $5 million in aid.");
        assertThat(Extractor.of(own).extract(report).version().rows()).isEqualTo(own.addedRows());
        assertThat(Extractor.standard().extract(report).version()).isEqualTo(ExtractionVersion.CURRENT);
    }

    @Test
    void readingAgainKeepsWhatWasOddAboutTheBytes() {
        Document report = Document.of("a", "", "Norway gave Moldova $5 million in aid.")
                .with(Optional.empty(), Optional.empty(), Optional.of("someday"), Optional.empty());
        Extractor reader = Extractor.standard();
        Problem bytes = Problem.of(ProblemCode.ENCODING, "Two bytes were replaced.");
        Extraction first = reader.extract(report).after(List.of(bytes));
        ExtractionVersion as = ExtractionVersion.CURRENT.revised(1);
        assertThat(first.problems()).extracting(Problem::code).contains(ProblemCode.BAD_DATE);
        assertThat(reader.again(first, as)).isEqualTo(first.by(as));
    }
}
