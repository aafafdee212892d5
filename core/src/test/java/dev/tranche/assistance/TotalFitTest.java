package dev.tranche.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tranche.extract.Extractor;
import dev.tranche.fact.Fact;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconException;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.text.Document;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TotalFitTest {

    private static final String HEAD = "clue,weight\n";

    private static Lexicon with(String rows) {
        return Lexicon.standardWith(List.of(new LexiconFile("total_weights.csv", HEAD + rows)));
    }

    private static List<String> rules(Lexicon lexicon, String body) {
        return Extractor.of(lexicon).extract(Document.of("report", "", body)).facts().stream()
                .map(Fact::rule)
                .map(rule -> rule.value())
                .toList();
    }

    /** A fit to reports in which what went from a purse has added up, or has not. */
    private static TotalFit fitted(boolean total) {
        TotalFit fit = TotalFit.of(Lexicon.standard());
        for (String place : List.of("Chad", "Togo", "Mali", "Peru", "Fiji", "Laos", "Niger")) {
            Document document =
                    Document.of(place, "", "Portugal will send " + place + " 5 million euros in aid from its purse.");
            fit.add(document, amount -> Optional.of(total));
        }
        return fit;
    }

    @Test
    void aFittedTableTellsTotalsFromSingleActs() {
        String report = "Portugal will send Angola 5 million euros in aid from its purse.";
        Lexicon totals = Lexicon.standardWith(
                List.of(new LexiconFile("total_weights.csv", fitted(true).table())));
        Lexicon acts = Lexicon.standardWith(
                List.of(new LexiconFile("total_weights.csv", fitted(false).table())));
        assertThat(rules(totals, report)).containsExactly("total.weighed");
        assertThat(rules(acts, report)).singleElement().asString().startsWith("aid.");
    }

    @Test
    void theSameSumsGiveTheSameTable() {
        assertThat(fitted(true).table()).isEqualTo(fitted(true).table());
        assertThat(fitted(true).sums()).isEqualTo(7);
    }

    @Test
    void sumsOfWhichNothingIsKnownAreLeftOut() {
        TotalFit fit = TotalFit.of(Lexicon.standard());
        fit.add(Document.of("a", "", "Portugal will send Chad 5 million euros in aid."), amount -> Optional.empty());
        assertThat(fit.sums()).isZero();
    }

    @Test
    void weightsOverruleOnlyIfTheyAreSure() {
        TotalWeights weights = TotalWeights.of(with("a,1001\nb,1000\nc,-1001\n"));
        assertThat(weights.isTotal(List.of("a"), false)).isTrue();
        assertThat(weights.isTotal(List.of("b"), false)).isFalse();
        assertThat(weights.isTotal(List.of("b"), true)).isTrue();
        assertThat(weights.isTotal(List.of("c", "c"), true)).isFalse();
        assertThat(weights.isTotal(List.of("a", "a", "c"), false)).isFalse();
        assertThat(weights.isTotal(List.of(), true)).isTrue();
    }

    @Test
    void wordsThatAddUpAreNotOverruled() {
        String sum = "The gift brings Norway's aid to Togo to 12 million kroner.";
        assertThat(rules(with("any,-1000000\n"), sum)).containsExactly("total.bringing");
        String since = "Norway has given Togo 12 million kroner in aid since 2019.";
        assertThat(rules(with("any,-1000000\n"), since)).containsExactly("aid.single");
    }

    @Test
    void aParticipleThatNamesOneActIsNotOverruled() {
        Lexicon totals = with("any,1000000\n");
        assertThat(rules(totals, "Togo awaits the 12 million kroner in aid promised by Norway."))
                .singleElement()
                .asString()
                .startsWith("aid.");
        assertThat(rules(totals, "Norway sent Togo 12 million kroner in aid.")).containsExactly("total.weighed");
    }

    @Test
    void aSaleIsNotOverruled() {
        assertThat(rules(with("any,1000000\n"), "The US State Department approved a $900 million arms sale to Japan."))
                .singleElement()
                .asString()
                .startsWith("aid.");
    }

    @Test
    void aBrokenRowIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> rules(with("any,much\n"), "Norway sent Togo 12 million kroner in aid."))
                .isInstanceOf(LexiconException.class)
                .hasMessageContaining("total_weights.csv, line 2")
                .hasMessageContaining("\"much\"");
    }
}
