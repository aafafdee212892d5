package dev.tranche.api;

import dev.tranche.encounter.Place;
import dev.tranche.lexicon.LexiconFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a map needs to know of states and towns. */
final class Geography {

    private static final Map<String, String> NUMBERS = numbers();
    private static final Map<String, Town> TOWNS = towns();

    private Geography() {}

    /**
     * Where a town lies.
     *
     * @param latitude degrees north
     * @param longitude degrees east
     */
    record Position(BigDecimal latitude, BigDecimal longitude) {}

    private record Town(String country, Position position) {}

    /** Returns the ISO 3166-1 numeric code of a state. */
    static Optional<String> numeric(String code) {
        return Optional.ofNullable(NUMBERS.get(code));
    }

    /** Returns where a place lies, if it is a town that is known; a state is no point. */
    static Optional<Position> position(Place place) {
        return Optional.ofNullable(TOWNS.get(place.name().toLowerCase(Locale.ROOT)))
                .filter(town ->
                        place.country().isEmpty() || place.country().get().equals(town.country()))
                .map(Town::position);
    }

    private static Map<String, String> numbers() {
        Map<String, String> numbers = new HashMap<>();
        for (LexiconFile.Row row : table("state_numbers.csv").rows()) {
            numbers.put(row.field("code"), row.field("numeric"));
        }
        return numbers;
    }

    private static Map<String, Town> towns() {
        Map<String, Town> towns = new HashMap<>();
        for (LexiconFile.Row row : table("place_positions.csv").rows()) {
            towns.put(
                    row.field("name").toLowerCase(Locale.ROOT),
                    new Town(
                            row.field("country"),
                            new Position(
                                    new BigDecimal(row.field("latitude")), new BigDecimal(row.field("longitude")))));
        }
        return towns;
    }

    private static LexiconFile table(String name) {
        try (InputStream in = Geography.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: " + name + " is missing");
            }
            return new LexiconFile(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(name, broken);
        }
    }
}
