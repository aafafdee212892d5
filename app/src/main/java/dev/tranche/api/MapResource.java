package dev.tranche.api;

import dev.tranche.fact.AidType;
import dev.tranche.ledger.Commitment;
import dev.tranche.view.BookView;
import dev.tranche.view.Facet;
import dev.tranche.view.LedgerQuery;
import dev.tranche.view.LedgerSort;
import dev.tranche.view.Selection;
import dev.tranche.view.WorldMap;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** {@code /map}: sums by donor and recipient, and the places of encounters. */
final class MapResource {

    private final UnaryOperator<String> nameOf;

    MapResource(UnaryOperator<String> nameOf) {
        this.nameOf = nameOf;
    }

    /** Answers with the map; without a currency in the one of most entries. */
    Answer map(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        Optional<String> currency = query.code("currency", 4);
        Optional<AidType> type = query.constant("type", AidType.values());
        Optional<LocalDate> from = query.day("from");
        Optional<LocalDate> to = query.day("to");
        Map<String, Integer> counts = view.index().counts(Facet.CURRENCY);
        List<String> currencies = new ArrayList<>(counts.keySet());
        currencies.add(WorldMap.CONVERTED);
        if (currency.isPresent() && !currencies.contains(currency.get())) {
            query.refuse("currency", "must be one of " + String.join(", ", currencies) + ".");
        }
        query.check();
        String usual = counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse("USD");
        LedgerQuery asked = type.map(kind -> LedgerQuery.ALL.with(Facet.TYPE, kind.slug()))
                .orElse(LedgerQuery.ALL)
                .between(from, to);
        Selection selection = view.index().select(asked);
        List<Commitment> entries = view.index().page(selection, LedgerSort.DATE, true, 0, selection.total());
        WorldMap map = WorldMap.of(entries, currency.orElse(usual));
        return Answer.json(json -> {
            json.writeStringProperty("currency", map.currency());
            Json.texts(json, "currencies", currencies);
            Json.text(json, "rates", map.rates());
            Json.objects(json, "states", map.states(), (out, state) -> {
                out.writeStringProperty("code", state.code());
                out.writeStringProperty("name", nameOf.apply(state.code()));
                Json.text(out, "numeric", Geography.numeric(state.code()));
                out.writeNumberProperty("given", state.given());
                out.writeNumberProperty("received", state.received());
                out.writeNumberProperty("entries", state.entries());
            });
            Json.objects(json, "flows", map.flows(), (out, flow) -> {
                out.writeStringProperty("donor", flow.donor());
                out.writeStringProperty("recipient", flow.recipient());
                out.writeNumberProperty("sum", flow.sum());
                out.writeNumberProperty("entries", flow.entries());
            });
            Json.objects(json, "places", view.timeline().places(from, to), (out, one) -> {
                out.writeStringProperty("name", one.name());
                Json.text(out, "country", one.country());
                Json.number(out, "latitude", one.town().map(town -> BigDecimal.valueOf(town.latitude())));
                Json.number(out, "longitude", one.town().map(town -> BigDecimal.valueOf(town.longitude())));
                out.writeNumberProperty("encounters", one.encounters());
            });
            json.writeNumberProperty("head", view.head());
        });
    }
}
