package dev.tranche.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.mention.Bound;
import dev.tranche.mention.StatedAmount;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which sums may mean one, to the last digit. */
class AmountsTest {

    private static StatedAmount sum(String millions, Bound bound) {
        return StatedAmount.of(new BigDecimal(millions).movePointRight(6), "USD", bound);
    }

    private static boolean agree(String one, String two) {
        boolean there = Amounts.agree(sum(one, Bound.EXACTLY), sum(two, Bound.EXACTLY));
        assertThat(Amounts.agree(sum(two, Bound.EXACTLY), sum(one, Bound.EXACTLY)))
                .isEqualTo(there);
        return there;
    }

    @Test
    void aRoundingAgreesUpToThreeAndAHalfPercent() {
        assertThat(agree("1850", "1800")).isTrue();
        assertThat(agree("1930", "2000")).isTrue();
        assertThat(agree("1929", "2000")).isFalse();
        assertThat(agree("1850", "2000")).isFalse();
    }

    @Test
    void aLooseWordLeavesATenthOpen() {
        assertThat(Amounts.agree(sum("2000", Bound.ABOUT), sum("1850", Bound.EXACTLY)))
                .isTrue();
        assertThat(Amounts.agree(sum("2000", Bound.ABOUT), sum("1800", Bound.EXACTLY)))
                .isTrue();
        assertThat(Amounts.agree(sum("2000", Bound.ABOUT), sum("1799", Bound.EXACTLY)))
                .isFalse();
    }

    @Test
    void sumsOfEqualDigitsAreTwo() {
        assertThat(agree("625", "620")).isTrue();
        assertThat(agree("625", "624")).isFalse();
        assertThat(agree("400", "410")).isTrue();
        assertThat(agree("275", "270")).isTrue();
        assertThat(agree("275", "225")).isFalse();
    }

    @Test
    void currenciesAndRangesAreKeptApart() {
        StatedAmount euros = StatedAmount.of(new BigDecimal("500000000"), "EUR", Bound.EXACTLY);
        assertThat(Amounts.agree(euros, sum("500", Bound.EXACTLY))).isFalse();
        StatedAmount range = new StatedAmount(
                new BigDecimal("500000000"), Optional.of(new BigDecimal("700000000")), "USD", Bound.EXACTLY);
        assertThat(Amounts.agree(range, sum("700", Bound.EXACTLY))).isTrue();
        assertThat(Amounts.agree(range, sum("701", Bound.EXACTLY))).isFalse();
        assertThat(Amounts.agree(range, sum("480", Bound.EXACTLY))).isFalse();
    }

    @Test
    void nearSumsLieATenthAndALittleApart() {
        assertThat(Amounts.near(sum("44900", Bound.EXACTLY), sum("50000", Bound.EXACTLY)))
                .isTrue();
        assertThat(Amounts.near(sum("895", Bound.EXACTLY), sum("1000", Bound.EXACTLY)))
                .isTrue();
        assertThat(Amounts.near(sum("894", Bound.EXACTLY), sum("1000", Bound.EXACTLY)))
                .isFalse();
    }
}
