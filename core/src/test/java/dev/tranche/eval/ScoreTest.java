package dev.tranche.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tranche.bundle.BundleException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoreTest {

    private static final String AID =
            "{\"kind\": \"aid\", \"amount\": 1000, \"currency\": \"USD\", \"donor\": [\"US\"],"
                    + " \"recipient\": [\"UA\", \"MD\"], \"type\": \"military\", \"stage\": \"announced\"}";

    @Test
    void anExactReadingIsRightInEverything() {
        Score score = score("{\"doc\": \"a\", \"facts\": [" + AID + "]}", "{\"doc\": \"a\", \"facts\": [" + AID + "]}");
        assertThat(score.counts()).isEqualTo(new Counts(1, 1, 1, 1));
        assertThat(score.counts().f1().rounded()).isEqualTo(new BigDecimal("1.0"));
        assertThat(score.fields().get(ScoredField.SINCE)).isEqualTo(new Score.FieldCount(0, 0));
        assertThat(score.fields().get(ScoredField.BOUND)).isEqualTo(new Score.FieldCount(1, 1));
    }

    @Test
    void listsAreSetsAndAMissingBoundIsExactly() {
        String other = AID.replace("[\"UA\", \"MD\"]", "[\"MD\", \"UA\"]").replace("}", ", \"bound\": \"exactly\"}");
        assertThat(score(gold(AID), gold(other)).counts()).isEqualTo(new Counts(1, 1, 1, 1));
    }

    @Test
    void amountsMatchWithinHalfAPercentOfTheLarger() {
        assertThat(score(gold(AID), gold(AID.replace("1000", "995"))).counts().matched())
                .isEqualTo(1);
        assertThat(score(gold(AID), gold(AID.replace("1000", "994.9"))).counts().matched())
                .isZero();
        assertThat(score(gold(AID), gold(AID.replace("1000", "1005.02")))
                        .counts()
                        .matched())
                .isEqualTo(1);
        assertThat(score(gold(AID), gold(AID.replace("1000", "1005.1")))
                        .counts()
                        .matched())
                .isZero();
    }

    @Test
    void kindAndCurrencyMustAgree() {
        assertThat(score(gold(AID), gold(AID.replace("aid", "total"))).counts().matched())
                .isZero();
        assertThat(score(gold(AID), gold(AID.replace("USD", "EUR"))).counts().matched())
                .isZero();
        assertThat(score(gold(AID), gold(AID.replace("\"USD\"", "null")))
                        .counts()
                        .matched())
                .isZero();
    }

    @Test
    void goldFactsChooseInOrderTheMostSimilarFactThatIsFree() {
        String blocked = AID.replace("announced", "blocked");
        Score score = score(gold(AID + "," + blocked), gold(blocked + "," + AID));
        assertThat(score.counts()).isEqualTo(new Counts(2, 2, 2, 2));
        Score greedy = score(gold(blocked + "," + AID), gold(AID));
        assertThat(greedy.counts()).isEqualTo(new Counts(2, 1, 1, 0));
        assertThat(greedy.reports().getFirst().pairs().getFirst().wrongFields()).containsExactly(ScoredField.STAGE);
    }

    @Test
    void sinceCountsForTotalsByItsMonth() {
        String total = AID.replace("aid", "total").replace("}", ", \"since\": \"2022-02-24\"}");
        String month = total.replace("2022-02-24", "2022-02");
        String year = total.replace("2022-02-24", "2022");
        assertThat(score(gold(total), gold(month)).fields().get(ScoredField.SINCE))
                .isEqualTo(new Score.FieldCount(1, 1));
        assertThat(score(gold(total), gold(year)).fields().get(ScoredField.SINCE))
                .isEqualTo(new Score.FieldCount(0, 1));
    }

    @Test
    void countsBecomeSharesAndRoundAsPythonDoes() {
        Counts counts = new Counts(3, 7, 2, 1);
        assertThat(counts.precision().rounded()).isEqualTo(new BigDecimal("0.2857"));
        assertThat(counts.recall().rounded()).isEqualTo(new BigDecimal("0.6667"));
        assertThat(counts.f1().rounded()).isEqualTo(new BigDecimal("0.4"));
        assertThat(counts.strictF1().rounded()).isEqualTo(new BigDecimal("0.2"));
        assertThat(Ratio.of(1, 32).rounded()).isEqualTo(new BigDecimal("0.0312"));
        assertThat(Ratio.of(3, 32).rounded()).isEqualTo(new BigDecimal("0.0938"));
        assertThat(Ratio.of(0, 5).rounded()).isEqualTo(new BigDecimal("0.0"));
    }

    @Test
    void sharesOfNothingAreUndefined() {
        assertThat(Counts.NONE.f1().isDefined()).isFalse();
        assertThat(Counts.NONE.precision().rounded()).isEqualTo(new BigDecimal("0.0"));
        assertThat(Counts.NONE.precision()).hasToString("–");
        assertThat(new Counts(4, 0, 0, 0).f1().isDefined()).isTrue();
    }

    @Test
    void reportsThatWereNotReadAreMissedAndOthersDoNotCount() {
        Score score = score(
                gold(AID) + "\n\n{\"doc\": \"b\", \"facts\": []}",
                "{\"doc\": \"z\", \"facts\": [" + AID + "]}\n{\"doc\": \"b\", \"facts\": [" + AID + "]}");
        assertThat(score.counts()).isEqualTo(new Counts(1, 1, 0, 0));
        assertThat(score.reports().get(0).missed()).hasSize(1);
        assertThat(score.reports().get(1).falseHits()).hasSize(1);
    }

    @Test
    void rulesAreCountedByThemselves() {
        String one = AID.replace("}", ", \"rule\": \"aid.one\"}");
        String two = AID.replace("1000", "5").replace("}", ", \"rule\": \"aid.two\"}");
        String unnamed = AID.replace("1000", "7");
        Score score = score(
                gold(AID + "," + AID.replace("1000", "2000")),
                gold(one + "," + one.replace("1000", "2000").replace("military", "mixed") + "," + two + "," + unnamed));
        assertThat(score.rules())
                .containsExactly(
                        new Score.RuleCount("aid.one", 2, 2, 1),
                        new Score.RuleCount("aid.two", 1, 0, 0),
                        new Score.RuleCount("–", 1, 0, 0));
    }

    @Test
    void laterLinesOfAReportReplaceEarlierOnes() {
        Map<String, List<ComparedFact>> facts = FactFile.parse("g", gold(AID) + "\n" + gold(""));
        assertThat(facts.get("a")).isEmpty();
    }

    @Test
    void brokenGoldLinesAreNamed() {
        for (String line :
                List.of("{", "[]", "{\"doc\": \"a\"}", "{\"doc\": \"a\", \"facts\": [{\"kind\": \"aid\"}]}")) {
            assertThatThrownBy(() -> FactFile.parse("x.gold.jsonl", gold(AID) + "\n" + line))
                    .isInstanceOf(BundleException.class)
                    .hasMessageStartingWith("x.gold.jsonl:2: ");
        }
        assertThat(FactFile.isFacts(gold(""))).isTrue();
        assertThat(FactFile.isFacts("{\"text\": \"no\"}")).isFalse();
        assertThat(FactFile.isFacts("no")).isFalse();
    }

    @Test
    void theIntervalIsTheSameEveryTimeAndHoldsTheScore() {
        List<Counts> reports = new java.util.ArrayList<>();
        for (int i = 0; i < 100; i++) {
            reports.add(new Counts(1, 1, i < 80 ? 1 : 0, 0));
        }
        Bootstrap interval = Bootstrap.of(reports, Counts::f1);
        assertThat(Bootstrap.of(reports, Counts::f1)).isEqualTo(interval);
        // The standard error of 0.8 among 100 is 0.04.
        assertThat(interval.low().value()).isCloseTo(0.72, within(0.03));
        assertThat(interval.high().value()).isCloseTo(0.88, within(0.03));
        assertThat(Bootstrap.of(List.of(), Counts::f1).low().isDefined()).isFalse();
    }

    private static String gold(String facts) {
        return "{\"doc\": \"a\", \"facts\": [" + facts + "]}";
    }

    private static Score score(String gold, String read) {
        return Score.of(new LinkedHashMap<>(FactFile.parse("gold", gold)), FactFile.parse("read", read));
    }
}
