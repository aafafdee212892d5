package dev.tranche;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.fact.Fact;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.source.Incoming;
import dev.tranche.text.Document;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrancheTest {

    private static final String TEXT = "Oslo will send Kyiv $5 million in medical aid.";

    @Test
    void readsASentenceAsItsDocumentationSays() {
        List<Fact> facts = Tranche.read("note", TEXT).facts();

        assertThat(facts).hasSize(1);
        Fact fact = facts.get(0);
        assertThat(fact.evidence().quote()).isEqualTo("$5 million in medical aid");
        assertThat(fact.terms().donors()).containsExactly("NO");
        assertThat(fact.terms().recipients()).containsExactly("UA");
    }

    @Test
    void readsAFileAndWritesALine() {
        List<Incoming> reports = Tranche.reports("note.txt", TEXT.getBytes(StandardCharsets.UTF_8));

        assertThat(reports).hasSize(1).first().isInstanceOf(Incoming.Report.class);
        Document document = ((Incoming.Report) reports.get(0)).document();
        assertThat(Tranche.line(Tranche.read(document)))
                .startsWith("{\"format\":\"tranche-extraction/1\"")
                .contains("\"doc\":\"note\"", "\"amount\":5000000");
    }

    @Test
    void anExtractorOfTheShippedLexiconReadsTheSame() {
        Document document = Document.of("note", "", TEXT);

        assertThat(Tranche.extractor(Lexicon.standard()).extract(document)).isEqualTo(Tranche.read(document));
    }
}
