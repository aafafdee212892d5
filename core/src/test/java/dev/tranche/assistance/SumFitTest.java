package dev.tranche.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tranche.extract.Extraction;
import dev.tranche.extract.Extractor;
import dev.tranche.fact.Fact;
import dev.tranche.fact.Refusal;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconException;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.mention.MarkedText;
import dev.tranche.problem.Problems;
import dev.tranche.text.Document;
import java.util.List;
import org.junit.jupiter.api.Test;

class SumFitTest {

    private static final String HEAD = "clue,weight\n";

    /** No word beside the second sum says that it is aid. */
    private static final String TITLE = "Portugal sends Angola 4 million euros in aid";

    private static final String BODY = "In 2026 the sum drops to 3 million euros.";

    private static Lexicon with(String rows) {
        return Lexicon.standardWith(List.of(new LexiconFile("sum_weights.csv", HEAD + rows)));
    }

    private static Extraction read(Lexicon lexicon, String title, String body) {
        return Extractor.of(lexicon).extract(Document.of("report", title, body));
    }

    private static List<String> rules(Lexicon lexicon) {
        return read(lexicon, TITLE, BODY).facts().stream()
                .map(Fact::rule)
                .map(rule -> rule.value())
                .toList();
    }

    /** A fit to reports in which the sum that drops is assistance, or is not. */
    private static SumFit fitted(boolean assistance) {
        SumFit fit = SumFit.of(Lexicon.standard());
        for (String place : List.of("Chad", "Togo", "Mali", "Peru", "Fiji", "Laos", "Niger")) {
            Document document = Document.of(place, "Portugal sends " + place + " 5 million euros in aid", BODY);
            fit.add(document, amount -> amount.value().intValueExact() == 5_000_000 || assistance);
        }
        return fit;
    }

    private static Lexicon fittedLexicon(boolean assistance) {
        return Lexicon.standardWith(
                List.of(new LexiconFile("sum_weights.csv", fitted(assistance).table())));
    }

    @Test
    void aFittedTableTellsGiftsFromOtherSums() {
        assertThat(rules(fittedLexicon(true))).hasSize(2).endsWith("aid.weighed");
        assertThat(rules(fittedLexicon(false))).hasSize(1).doesNotContain("aid.weighed");
    }

    @Test
    void theSameSumsGiveTheSameTable() {
        assertThat(fitted(true).table()).isEqualTo(fitted(true).table());
        assertThat(fitted(true).sums()).isEqualTo(14);
    }

    @Test
    void onlySumsThatNoRuleDecidesAreWeighed() {
        Lexicon all = with("any,1000000\n");
        assertThat(rules(all)).endsWith("aid.weighed");
        Extraction damage =
                read(all, TITLE, "The storm caused damage of 3 million euros to houses. Angola was not named.");
        assertThat(damage.facts()).hasSize(1);
        assertThat(damage.refused()).extracting(Refusal::reason).containsExactly(Refusal.Reason.DAMAGE);
        Lexicon none = with("any,-1000000\n");
        assertThat(rules(none)).hasSize(1);
    }

    @Test
    void aSumWithoutAReceiverIsNotWeighed() {
        Extraction review = read(with("any,1000000\n"), "", "Norway announced a review worth 3 million euros.");
        assertThat(review.facts()).isEmpty();
        assertThat(review.refused()).extracting(Refusal::reason).containsExactly(Refusal.Reason.NO_ASSISTANCE);
    }

    @Test
    void aClueThatOccursTwiceCountsOnce() {
        SumWeights weights = SumWeights.of(with("a,2\nb,-3\n"));
        assertThat(weights.accept(List.of("a", "a", "b"))).isFalse();
        assertThat(weights.accept(List.of("a"))).isTrue();
        assertThat(weights.accept(List.of())).isFalse();
    }

    @Test
    void aGiftIsNoClueToItself() {
        Lexicon lexicon = Lexicon.standard();
        ReaderWeights weights = ReaderWeights.of(lexicon);
        MarkedText text = MarkedText.of(
                lexicon, Document.of("report", "", "Portugal sends Angola 4 million euros in aid."), new Problems());
        assertThat(FactReader.judged(lexicon, weights, text).getFirst().clues())
                .contains("gifts.none", "any")
                .doesNotContain("gift.same", "gift.donor");
    }

    @Test
    void aBrokenRowIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> rules(with("any,much\n")))
                .isInstanceOf(LexiconException.class)
                .hasMessageContaining("sum_weights.csv, line 2")
                .hasMessageContaining("\"much\"");
    }
}
