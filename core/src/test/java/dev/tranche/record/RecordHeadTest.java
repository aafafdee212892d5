package dev.tranche.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tranche.fact.Stage;
import dev.tranche.lexicon.LexiconException;
import dev.tranche.lexicon.LexiconFile;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records of any donor, recipient, authority, cap and total. */
class RecordHeadTest {

    private static final LexiconFile GRANTS = new LexiconFile("grants.csv", """
        # Grants of one ministry.
        # table: rows
        # set donor: NO
        # set recipients: MD
        # set currency: NOK
        # set authority: GRANT
        # unit: 1000000
        # column date: announced
        # column amount: mill
        # column counter: no
        # when remark begins law: stage=appropriated, id_start=ACT, counted=no
        announced,mill,no,remark,source
        2031-02-03,120,1,,https://ministry.example/1
        2031-03-04,80.5,2,,https://ministry.example/2
        2031-04-05,900,,law of the spring,https://ministry.example/3
        """);

    private static final LexiconFile CAPS = new LexiconFile("limits.csv", """
        # table: caps
        # set donor: NO
        # set recipient: MD
        # set authority: GRANT
        fiscal_year,amount,basis
        2031,500000000,budget
        """);

    @Test
    void theHeadSaysWhatTheColumnsAre() {
        OfficialRecord record = OfficialRecord.of(List.of(GRANTS, CAPS));
        assertThat(record.rows()).hasSize(3);
        RecordRow first = record.rows().getFirst();
        assertThat(first.id()).isEqualTo("NO-GRANT-1");
        assertThat(first.donor()).isEqualTo("NO");
        assertThat(first.recipients()).containsExactly("MD");
        assertThat(first.amount()).isEqualByComparingTo("120000000");
        assertThat(first.ordinal()).hasValue(1);
        assertThat(record.rows().getLast()).satisfies(row -> {
            assertThat(row.stage()).isEqualTo(Stage.APPROPRIATED);
            assertThat(row.counted()).isFalse();
            assertThat(row.id()).isEqualTo("ACT-2031-04-05");
        });
        assertThat(record.caps()).singleElement().satisfies(cap -> {
            assertThat(cap.opens()).isEqualTo(LocalDate.of(2031, 1, 1));
            assertThat(cap.donor()).isEqualTo("NO");
        });
    }

    @Test
    void aTableWithoutAHeadNamesItsCellsInItsColumns() {
        OfficialRecord record = OfficialRecord.of(List.of(new LexiconFile("own.csv", """
            date,donor,recipients,amount,currency,source
            2031-05-06,JP,UA|MD,700000000,JPY,https://x.example
            """)));
        assertThat(record.rows()).singleElement().satisfies(row -> {
            assertThat(row.recipients()).containsExactly("UA", "MD");
            assertThat(row.currency()).isEqualTo("JPY");
        });
    }

    @Test
    void severalRecordsStandTogetherAndStayApartByTheirPairs() {
        OfficialRecord both = OfficialRecord.shipped().and(OfficialRecord.of(List.of(GRANTS)));
        assertThat(both.pairs()).contains(new OfficialRecord.Pair("NO", "MD"), new OfficialRecord.Pair("US", "UA"));
        assertThat(both.of("NO", "MD").rows()).hasSize(3);
        assertThat(both.of("NO", "MD").totals()).isEmpty();
        assertThat(both.of("US", "UA").rows()).noneMatch(row -> row.donor().equals("NO"));
        assertThat(both.and(OfficialRecord.shipped()).rows()).hasSameSizeAs(both.rows());
    }

    @Test
    void aRowThatLacksACellIsRefusedByFileAndLine() {
        LexiconFile broken = new LexiconFile("own.csv", "date,recipients,amount,currency\n2031-05-06,UA,7,JPY\n");
        assertThatThrownBy(() -> OfficialRecord.of(List.of(broken)))
                .isInstanceOf(LexiconException.class)
                .hasMessageContaining("own.csv, line 2")
                .hasMessageContaining("donor");
    }
}
