package dev.tranche.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.dating.StatedDate;
import dev.tranche.ledger.Told;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** On which day a claim was announced, by its words and by the day of its report. */
class ClaimDayTest {

    private static final String PUBLISHED = "2031-05-10";

    /** The day of a claim whose words name a day, in a report of {@link #PUBLISHED}. */
    private static String day(String told, boolean headline) {
        Claim.Source source = new Claim.Source(
                "report",
                Optional.of("Quay"),
                1,
                StatedDate.on(LocalDate.parse(PUBLISHED)),
                headline ? 100_000 : 0,
                false);
        StatedDate said =
                Claim.of(source, 0, Told.of("400").on(told).claim().fact()).said();
        assertThat(said.isOneDay()).isTrue();
        return said.from().orElseThrow().toString();
    }

    @Test
    void aHeadlineIsNewsOfItsDayOrOfTheThreeBefore() {
        assertThat(day("2031-05-11", true)).as("across time zones").isEqualTo("2031-05-11");
        assertThat(day("2031-05-07", true)).isEqualTo("2031-05-07");
        assertThat(day("2031-05-06", true)).isEqualTo(PUBLISHED);
        assertThat(day("2031-05-13", true)).as("the day of a delivery to come").isEqualTo(PUBLISHED);
    }

    @Test
    void belowTheHeadlineTheWordsCount() {
        assertThat(day("2031-05-13", false)).isEqualTo("2031-05-13");
        assertThat(day("2031-02-01", false)).isEqualTo("2031-02-01");
    }
}
