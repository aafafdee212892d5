package dev.tranche.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.ledger.Commitment;
import dev.tranche.view.Facet;
import dev.tranche.view.LedgerIndex;
import dev.tranche.view.LedgerQuery;
import dev.tranche.view.LedgerSort;
import dev.tranche.view.Selection;
import dev.tranche.view.Sums;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * The law of money: the sums that filters by donor, recipient, kind, authority and month show equal the sums of the
 * entries themselves, currency by currency. A sum of several donors shows under each of them.
 */
final class MoneyLaw {

    private MoneyLaw() {}

    /** Checks the law over the entries of a ledger. */
    static void check(List<Commitment> entries, String as) {
        LedgerIndex index = LedgerIndex.of(entries, report -> "", code -> code);
        List<Commitment> counted =
                entries.stream().filter(LedgerQuery.ALL.counted()).toList();
        Map<String, BigDecimal> all = added(counted, entry -> 1);
        assertThat(filtered(index, Facet.TYPE)).as("%s, kinds", as).isEqualTo(all);
        assertThat(filtered(index, Facet.AUTHORITY)).as("%s, authorities", as).isEqualTo(all);
        assertThat(filtered(index, Facet.DONOR))
                .as("%s, donors", as)
                .isEqualTo(added(counted, entry -> entry.donors().size()));
        assertThat(filtered(index, Facet.RECIPIENT))
                .as("%s, recipients", as)
                .isEqualTo(added(counted, entry -> entry.recipients().size()));
        Selection whole = index.select(LedgerQuery.ALL);
        Map<String, BigDecimal> months = new TreeMap<>();
        whole.months().forEach(month -> add(months, month.sums()));
        assertThat(months)
                .as("%s, months", as)
                .isEqualTo(added(counted, entry -> LedgerSort.day(entry).isPresent() ? 1 : 0));
        assertThat(whole.sums().byCurrency()).as(as).isEqualTo(all);
    }

    private static Map<String, BigDecimal> filtered(LedgerIndex index, Facet facet) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (String value : index.counts(facet).keySet()) {
            add(sums, index.select(LedgerQuery.ALL.with(facet, value)).sums());
        }
        return sums;
    }

    private static void add(Map<String, BigDecimal> sums, Sums more) {
        more.byCurrency().forEach((currency, sum) -> sums.merge(currency, sum, BigDecimal::add));
    }

    private static Map<String, BigDecimal> added(List<Commitment> entries, ToIntFunction<Commitment> times) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Commitment entry : entries) {
            for (int i = 0; i < times.applyAsInt(entry); i++) {
                sums.merge(entry.amount().currency(), entry.amount().value(), BigDecimal::add);
            }
        }
        return sums;
    }
}
