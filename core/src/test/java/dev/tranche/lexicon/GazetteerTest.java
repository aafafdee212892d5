package dev.tranche.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where towns and states lie. */
class GazetteerTest {

    private static final Gazetteer GAZETTEER = Gazetteer.standard();

    @Test
    void aTownIsFoundInItsWords() {
        assertThat(GAZETTEER.find("a children's hospital in Kyiv", Optional.empty()))
                .hasValueSatisfying(spot -> {
                    assertThat(spot.isExact()).isTrue();
                    assertThat(spot.town().country()).isEqualTo("UA");
                    assertThat(spot.town().latitude()).isBetween(50.0, 51.0);
                });
        assertThat(GAZETTEER.find("kyiv", Optional.of("UA")))
                .hasValueSatisfying(spot -> assertThat(spot.isExact()).isFalse());
    }

    @Test
    void aStateIsShownAtItsSeat() {
        assertThat(GAZETTEER.find("Estonia", Optional.of("EE"))).hasValueSatisfying(spot -> {
            assertThat(spot.isExact()).isFalse();
            assertThat(spot.town().name()).isEqualTo("Tallinn");
        });
    }

    @Test
    void aTownOfAnotherStateIsNotTaken() {
        assertThat(GAZETTEER
                        .find("Paris", Optional.of("US"))
                        .orElseThrow()
                        .town()
                        .name())
                .isEqualTo("Washington");
        assertThat(GAZETTEER.find("Atlantis", Optional.empty())).isEmpty();
    }

    @Test
    void everyTownLiesOnTheGlobeInAKnownState() {
        Set<String> codes = new HashSet<>();
        Lexicon.shipped("states.csv").rows().forEach(row -> codes.add(row.field("code")));
        assertThat(Lexicon.shipped("places.csv").rows()).hasSizeGreaterThan(400).allSatisfy(row -> {
            assertThat(codes).contains(row.field("country"));
            assertThat(Double.parseDouble(row.field("lat"))).isBetween(-90.0, 90.0);
            assertThat(Double.parseDouble(row.field("lon"))).isBetween(-180.0, 180.0);
        });
    }
}
