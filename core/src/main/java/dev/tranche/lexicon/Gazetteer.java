package dev.tranche.lexicon;

import dev.tranche.text.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where cities lie, to set places on a map; reading does not use it.
 *
 * <p>Names are compared without case and accents. Immutable and safe to share between threads.
 */
public final class Gazetteer {

    private final Map<Long, List<Position>> places;

    private Gazetteer(Map<Long, List<Position>> places) {
        this.places = places;
    }

    /**
     * A city and its position.
     *
     * @param name the name shown
     * @param country ISO 3166-1 alpha-2 code of where a map looks for it
     * @param latitude degrees, north positive
     * @param longitude degrees, east positive
     * @param population people, for choosing among cities of one name
     */
    public record Position(String name, String country, double latitude, double longitude, int population) {

        /** Refuses what is not on the globe. */
        public Position {
            if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180 || population < 0) {
                throw new IllegalArgumentException(name + " lies nowhere: " + latitude + ", " + longitude);
            }
        }
    }

    private static final class Shipped {
        static final Gazetteer TABLE = of(Lexicon.shipped("places.csv"));
    }

    /** Returns the table that ships, loaded when it is first asked for. */
    public static Gazetteer shipped() {
        return Shipped.TABLE;
    }

    /** Builds a gazetteer of a table; throws {@link LexiconException} for a row that is no place. */
    static Gazetteer of(LexiconFile file) {
        Map<Long, List<Position>> places = new HashMap<>();
        for (LexiconFile.Row row : file.rows()) {
            List<String> names = row.alternatives("names");
            if (names.isEmpty()) {
                throw row.refuse("a place needs a name");
            }
            Position position = position(row, names.getFirst());
            for (String name : names) {
                List<Position> same = places.computeIfAbsent(key(name), key -> new ArrayList<>(1));
                if (!same.contains(position)) {
                    same.add(position);
                }
            }
        }
        places.values()
                .forEach(same -> same.sort(Comparator.comparingInt(Position::population)
                        .reversed()
                        .thenComparing(Position::country)
                        .thenComparing(Position::name)));
        return new Gazetteer(places);
    }

    private static Position position(LexiconFile.Row row, String name) {
        try {
            return new Position(
                    name,
                    row.field("country"),
                    Double.parseDouble(row.field("latitude")),
                    Double.parseDouble(row.field("longitude")),
                    Integer.parseInt(row.field("population")));
        } catch (IllegalArgumentException wrong) {
            throw row.refuse("this is no position: " + wrong.getMessage());
        }
    }

    private static long key(String name) {
        long hash = Folding.EMPTY;
        for (int i = 0; i < name.length(); i++) {
            char c = Folding.fold(name.charAt(i));
            hash = Character.isLetterOrDigit(c) ? Folding.hash(hash, c) : hash;
        }
        return hash;
    }

    /**
     * Returns the city of a name: in a country where one is given, else the largest of that name.
     *
     * @param country ISO 3166-1 alpha-2 code, where known
     */
    public Optional<Position> find(String name, Optional<String> country) {
        return places.getOrDefault(key(name), List.of()).stream()
                .filter(place -> country.isEmpty() || country.get().equals(place.country()))
                .findFirst();
    }
}
