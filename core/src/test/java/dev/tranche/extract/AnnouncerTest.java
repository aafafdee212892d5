package dev.tranche.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.fact.Announcer;
import dev.tranche.fact.Fact;
import dev.tranche.text.Document;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each sum says who made it public, where the report names them. */
class AnnouncerTest {

    private static final Extractor EXTRACTOR = Extractor.standard();

    private static Fact.Aid aid(String text) {
        Document document = Document.of("a", "", text)
                .with(Optional.empty(), Optional.empty(), Optional.of("2023-05-10"), Optional.empty());
        return (Fact.Aid) EXTRACTOR.extract(document).facts().getFirst();
    }

    @Test
    void thePersonWhoAnnouncesIsNamedWithOfficeAndState() {
        Fact.Aid aid = aid("President Joe Biden announced $300 million in aid for Ukraine on Tuesday.");
        assertThat(aid.announcer()).contains(new Announcer("Joe Biden", "President", Optional.of("US")));
        assertThat(aid.cells().announcer().getFirst().evidence().orElseThrow().quote())
                .isEqualTo("President Joe Biden");
    }

    @Test
    void theBodyThatSaysSoIsNamedWithoutAnOffice() {
        Fact.Aid aid = aid("The Pentagon said the United States would give Ukraine $300 million in aid.");
        assertThat(aid.announcer().map(Announcer::name)).contains("Pentagon");
        assertThat(aid.announcer().map(Announcer::office)).contains("");
    }

    @Test
    void nobodyIsMadeUp() {
        assertThat(aid("It gave Ukraine $300 million in US military aid.").announcer())
                .isEmpty();
        assertThat(aid("$300 million in US military aid for Ukraine was announced on Tuesday.")
                        .announcer())
                .isEmpty();
    }
}
