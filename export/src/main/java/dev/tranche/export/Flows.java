package dev.tranche.export;

import dev.tranche.encounter.Place;
import dev.tranche.ledger.Commitment;
import dev.tranche.lexicon.Gazetteer;
import dev.tranche.timeline.TimelineEvent;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * GeoJSON (RFC 7946): a line for the aid of one donor to one recipient in one currency, between the seats of their
 * governments, and a point for each place of encounters.
 *
 * <p>As on the map of the pages, a sum for several recipients or from several donors belongs to no line. Such sums, and
 * those of parties without a seat, are features without a geometry, so that all features together add up to the sums of
 * the page.
 */
public final class Flows implements Format {

    private static final About ABOUT = About.file(
            "geojson",
            "Flows and places for maps (GeoJSON)",
            "tranche.geojson",
            "application/geo+json",
            About.Part.LEDGER,
            About.Part.STORY);

    private record Route(String donor, String recipient, String currency) implements Comparable<Route> {
        @Override
        public int compareTo(Route other) {
            int order = donor.compareTo(other.donor);
            order = order == 0 ? recipient.compareTo(other.recipient) : order;
            return order == 0 ? currency.compareTo(other.currency) : order;
        }
    }

    private record Load(BigDecimal sum, int entries) {
        Load and(Load other) {
            return new Load(sum.add(other.sum), entries + other.entries);
        }
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void write(Exported book, Parts to) throws IOException {
        Map<Route, Load> flows = new TreeMap<>();
        try (Stream<Commitment> entries = book.entries()) {
            entries.filter(book::counts)
                    .forEachOrdered(entry -> flows.merge(
                            new Route(
                                    EntryTable.join(entry.donors()),
                                    EntryTable.join(entry.recipients()),
                                    entry.amount().currency()),
                            new Load(entry.amount().value(), 1),
                            Load::and));
        }
        Map<String, Gazetteer.Town> towns = new TreeMap<>();
        Map<String, Integer> met = new TreeMap<>();
        try (Stream<TimelineEvent> events = book.encounters()) {
            events.forEachOrdered(event -> event.encounter()
                    .place()
                    .flatMap(Place::spot)
                    .filter(Gazetteer.Spot::isExact)
                    .map(Gazetteer.Spot::town)
                    .ifPresent(town -> {
                        String key = town.country() + " " + town.name();
                        towns.put(key, town);
                        met.merge(key, 1, Integer::sum);
                    }));
        }
        try (JsonOut json = new JsonOut(to.open(about().fileName()))) {
            json.object(() -> {
                json.text("type", "FeatureCollection");
                json.array("features", () -> {
                    flows.forEach((route, load) -> json.object(() -> flow(route, load, book, json)));
                    towns.forEach((key, town) -> json.object(() -> place(town, met.getOrDefault(key, 0), json)));
                });
            });
        }
    }

    private static Optional<Gazetteer.Town> seat(String code) {
        return Gazetteer.standard().find("", Optional.of(code)).map(Gazetteer.Spot::town);
    }

    private static void flow(Route route, Load load, Exported book, JsonOut json) {
        Optional<Gazetteer.Town> from = seat(route.donor());
        Optional<Gazetteer.Town> to = seat(route.recipient());
        json.text("type", "Feature");
        if (from.isPresent() && to.isPresent() && !route.donor().equals(route.recipient())) {
            json.object("geometry", () -> {
                json.text("type", "LineString");
                json.array("coordinates", () -> {
                    json.array(() -> position(from.get(), json));
                    json.array(() -> position(to.get(), json));
                });
            });
        } else {
            json.nothing("geometry");
        }
        json.object("properties", () -> {
            json.text("kind", "flow");
            json.text("donor", route.donor());
            json.text("donor_name", names(route.donor(), book));
            json.text("recipient", route.recipient());
            json.text("recipient_name", names(route.recipient(), book));
            json.text("currency", route.currency());
            json.number("sum", load.sum());
            json.number("entries", load.entries());
        });
    }

    private static String names(String codes, Exported book) {
        return codes.isEmpty() ? "" : book.namesOf(java.util.Arrays.asList(codes.split("\\|")));
    }

    private static void place(Gazetteer.Town town, int encounters, JsonOut json) {
        json.text("type", "Feature");
        json.object("geometry", () -> {
            json.text("type", "Point");
            json.array("coordinates", () -> position(town, json));
        });
        json.object("properties", () -> {
            json.text("kind", "place");
            json.text("name", town.name());
            json.text("country", town.country());
            json.number("encounters", encounters);
        });
    }

    /** Longitude comes first. */
    private static void position(Gazetteer.Town town, JsonOut json) {
        json.item(BigDecimal.valueOf(town.longitude()));
        json.item(BigDecimal.valueOf(town.latitude()));
    }
}
