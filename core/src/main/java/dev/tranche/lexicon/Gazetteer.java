package dev.tranche.lexicon;

import dev.tranche.text.Tokenizer;
import dev.tranche.text.Tokens;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Towns where people of different states meet, and states by their seats of government, from {@code places.csv} and
 * {@code states.csv}. Immutable; safe to share between threads.
 */
public final class Gazetteer {

    private final WordTable<Town> towns;
    private final Map<String, Town> seats;
    private final WordTable<String> states;

    private Gazetteer(WordTable<Town> towns, Map<String, Town> seats, WordTable<String> states) {
        this.towns = towns;
        this.seats = Map.copyOf(seats);
        this.states = states;
    }

    /**
     * A town and its position.
     *
     * @param name its name as shown
     * @param country code of the state it lies in
     * @param isSeat does the government of the state sit there?
     * @param latitude degrees north
     * @param longitude degrees east
     */
    public record Town(String name, String country, boolean isSeat, double latitude, double longitude) {}

    /**
     * A spot on the map.
     *
     * @param town the town, or the seat of the state
     * @param isExact is the town itself named? If not, only its state is known
     */
    public record Spot(Town town, boolean isExact) {}

    /** Returns the towns that ship. */
    public static Gazetteer standard() {
        return Standard.GAZETTEER;
    }

    /**
     * Returns the position of a place: the town named in its words, such as Kyiv in "a hospital in Kyiv", else the seat
     * of the state.
     *
     * @param words the place in a report's words
     * @param country code of its state, where known; a town in another state is not returned
     */
    public Optional<Spot> find(String words, Optional<String> country) {
        Tokens tokens = Tokenizer.split(words);
        for (int token = 0; token < tokens.size(); token++) {
            WordTable.Hit<Town> hit = townAt(tokens, token);
            if (hit != null && country.map(hit.value().country()::equals).orElse(true)) {
                boolean adjective = isState(tokens, token, hit.end());
                return Optional.of(new Spot(hit.value(), !adjective));
            }
        }
        return country.map(seats::get).map(seat -> new Spot(seat, false));
    }

    /** Returns the town whose name starts, capitalised, at the token, or null. */
    public WordTable.@Nullable Hit<Town> townAt(Tokens tokens, int token) {
        WordTable.Hit<Town> hit = towns.at(tokens, token);
        return hit != null && tokens.isCapital(hit.end() - 1) ? hit : null;
    }

    /** Do the words name a whole state? */
    public boolean isState(String words) {
        Tokens tokens = Tokenizer.split(words);
        int start = tokens.size() > 1 && tokens.string(0).equalsIgnoreCase("the") ? 1 : 0;
        return isState(tokens, start, tokens.size());
    }

    private boolean isState(Tokens tokens, int start, int end) {
        WordTable.Hit<String> hit = states.at(tokens, start);
        return hit != null && hit.end() == end;
    }

    private static Gazetteer load(LexiconFile places, LexiconFile states) {
        WordTable.Builder<Town> towns = WordTable.builder();
        Map<String, Town> seats = new HashMap<>();
        for (LexiconFile.Row row : places.rows()) {
            Town town = new Town(
                    row.field("name"),
                    row.field("country"),
                    row.field("seat").equals("yes"),
                    Double.parseDouble(row.field("lat")),
                    Double.parseDouble(row.field("lon")));
            towns.add(town.name(), town);
            row.alternatives("spellings").forEach(spelling -> towns.add(spelling, town));
            if (town.isSeat()) {
                seats.put(town.country(), town);
            }
        }
        WordTable.Builder<String> names = WordTable.builder();
        for (LexiconFile.Row row : states.rows()) {
            names.add(row.field("name"), row.field("code"));
            row.alternatives("aliases").forEach(alias -> names.add(alias, row.field("code")));
        }
        return new Gazetteer(towns.build(), seats, names.build());
    }

    private static final class Standard {
        static final Gazetteer GAZETTEER = load(Lexicon.shipped("places.csv"), Lexicon.shipped("states.csv"));
    }
}
