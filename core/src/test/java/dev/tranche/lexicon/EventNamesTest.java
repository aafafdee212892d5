package dev.tranche.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the calendar of events must not hold: sums belong into the record, quotations into reports. */
class EventNamesTest {

    private static final Pattern AMOUNT = Pattern.compile(
            "[$€£]|\\d[\\d.,]*[ -]?(?:m|bn|million|billion|trillion)\\b|\\b(?:million|billion|trillion)\\b");
    private static final Pattern QUOTED = Pattern.compile("[\"“”]|n't\\b|\\b(?:hour|minute)s? call\\b");

    @Test
    void noEventIsNamedByASumOrAQuotation() {
        List<LexiconFile.Row> rows = Lexicon.shipped("events.csv").rows();
        assertThat(rows).hasSizeGreaterThan(2000);
        for (LexiconFile.Row row : rows) {
            assertThat(row.field("name")).as(row.place()).doesNotContainPattern(AMOUNT);
            for (String name : row.alternatives("names")) {
                assertThat(name).as(row.place()).doesNotContainPattern(AMOUNT).doesNotContainPattern(QUOTED);
            }
        }
    }
}
