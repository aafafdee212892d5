package dev.tranche.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FigureSourceTest {

    private static FigureSource said(String report, String words) {
        return new FigureSource(Optional.of(report), words);
    }

    @Test
    void claimsAreReportsWithTheirWords() {
        assertThat(FigureSource.of("oslo-1#0 \"$5 million\"")).containsExactly(said("oslo-1", "$5 million"));
        assertThat(FigureSource.of("a report#12 \"some \"five\" million\"; oslo~00000001#3 \"$5 million\""))
                .containsExactly(said("a report", "some \"five\" million"), said("oslo~00000001", "$5 million"));
    }

    @Test
    void anythingElseIsASourceOfTheRecord() {
        for (String place : new String[] {"https://quay.example/list#2024", "list.csv:7", ""}) {
            assertThat(FigureSource.of(place)).containsExactly(new FigureSource(Optional.empty(), place));
        }
    }
}
