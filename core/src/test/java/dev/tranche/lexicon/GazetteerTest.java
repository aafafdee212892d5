package dev.tranche.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class GazetteerTest {

    private static final Gazetteer PLACES = Gazetteer.shipped();

    @Test
    void findsACityByAnyOfItsSpellings() {
        assertThat(PLACES.find("Kyiv", Optional.empty())).hasValueSatisfying(kyiv -> {
            assertThat(kyiv.country()).isEqualTo("UA");
            assertThat(kyiv.latitude()).isBetween(50.3, 50.6);
            assertThat(kyiv.longitude()).isBetween(30.3, 30.7);
        });
        assertThat(PLACES.find("KIEV", Optional.empty())).isEqualTo(PLACES.find("Kyiv", Optional.of("UA")));
        assertThat(PLACES.find("Chisinau", Optional.empty())).isEqualTo(PLACES.find("Chișinău", Optional.empty()));
    }

    @Test
    void takesTheCountryWhereOneIsGivenElseTheLargest() {
        assertThat(PLACES.find("Vienna", Optional.empty()).orElseThrow().country())
                .isEqualTo("AT");
        assertThat(PLACES.find("Birmingham", Optional.of("US")).orElseThrow().country())
                .isEqualTo("US");
        assertThat(PLACES.find("Birmingham", Optional.empty()).orElseThrow().country())
                .isEqualTo("GB");
    }

    @Test
    void knowsNoPlaceThatItLacks() {
        assertThat(PLACES.find("Atlantis", Optional.empty())).isEmpty();
        assertThat(PLACES.find("Kyiv", Optional.of("FR"))).isEmpty();
        assertThat(PLACES.find("", Optional.empty())).isEmpty();
    }

    @Test
    void refusesWhatIsNotOnTheGlobe() {
        LexiconFile wrong =
                new LexiconFile("places.csv", "country,names,latitude,longitude,population\nXX,Nowhere,91,0,1\n");
        assertThatThrownBy(() -> Gazetteer.of(wrong))
                .isInstanceOf(LexiconException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("Nowhere lies nowhere");
    }
}
