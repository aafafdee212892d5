package dev.tranche.view;

import dev.tranche.ledger.Commitment;
import dev.tranche.resolve.Rates;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Sums by donor and recipient in one currency, over leaves that are announced or delivered.
 *
 * <p>A sum for several recipients is not split: it counts for its donor but for none of the recipients; a sum from
 * several donors counts only for its recipient.
 *
 * @param currency the currency of all sums; {@link #CONVERTED} if they were converted
 * @param rates the rates used, in words; empty if no sum was converted
 * @param states donors and recipients by code
 * @param flows sums from one donor to one recipient, largest first
 */
public record WorldMap(String currency, Optional<String> rates, List<State> states, List<Flow> flows) {

    /** Denotes dollars into which the sums of all currencies were converted. */
    public static final String CONVERTED = "USD*";

    /** Copies the lists. */
    public WorldMap {
        states = List.copyOf(states);
        flows = List.copyOf(flows);
    }

    /**
     * What a state or body gave and received.
     *
     * @param code its code
     * @param given the total it gave as the only donor
     * @param received the total it received as the only recipient
     * @param entries number of entries that name it
     */
    public record State(String code, BigDecimal given, BigDecimal received, int entries) {}

    /**
     * What one gave to another.
     *
     * @param donor code of the donor
     * @param recipient code of the recipient
     * @param sum the sum
     * @param entries number of entries
     */
    public record Flow(String donor, String recipient, BigDecimal sum, int entries) {}

    /** Adds up entries; those in another currency are left out unless sums are converted. */
    public static WorldMap of(List<Commitment> entries, String currency) {
        boolean converts = currency.equals(CONVERTED);
        Map<String, State> states = new TreeMap<>();
        Map<String, Flow> flows = new TreeMap<>();
        for (Commitment entry : entries) {
            Optional<BigDecimal> sum = converts
                    ? Worth.rate(entry.amount().currency(), LedgerSort.day(entry))
                            .map(rate -> converted(entry, rate))
                    : Optional.of(entry.amount().value())
                            .filter(value -> entry.amount().currency().equals(currency));
            if (sum.isPresent() && counts(entry)) {
                add(entry, sum.get(), states, flows);
            }
        }
        List<Flow> sorted = flows.values().stream()
                .sorted(Comparator.comparing(Flow::sum)
                        .reversed()
                        .thenComparing(Flow::donor)
                        .thenComparing(Flow::recipient))
                .toList();
        return new WorldMap(
                currency, converts ? Optional.of(words()) : Optional.empty(), List.copyOf(states.values()), sorted);
    }

    private static boolean counts(Commitment entry) {
        return entry.counted();
    }

    private static BigDecimal converted(Commitment entry, Rates.Rate rate) {
        return entry.amount().value().multiply(rate.dollars()).setScale(0, java.math.RoundingMode.HALF_UP);
    }

    private static String words() {
        return "Sums in other currencies are converted to US dollars at the average rate of the year of each entry, or"
                + " of the nearest year that is known (Federal Reserve G.5A, European Central Bank and national banks);"
                + " they are approximate.";
    }

    private static void add(Commitment entry, BigDecimal sum, Map<String, State> states, Map<String, Flow> flows) {
        boolean oneGives = entry.donors().size() == 1;
        boolean oneReceives = entry.recipients().size() == 1;
        for (String code : entry.donors()) {
            merge(states, new State(code, oneGives ? sum : BigDecimal.ZERO, BigDecimal.ZERO, 1));
        }
        for (String code : entry.recipients()) {
            merge(states, new State(code, BigDecimal.ZERO, oneReceives ? sum : BigDecimal.ZERO, 1));
        }
        if (oneGives && oneReceives) {
            Flow flow = new Flow(entry.donors().getFirst(), entry.recipients().getFirst(), sum, 1);
            flows.merge(
                    flow.donor() + " " + flow.recipient(),
                    flow,
                    (one, two) -> new Flow(
                            one.donor(), one.recipient(), one.sum().add(two.sum()), one.entries() + two.entries()));
        }
    }

    private static void merge(Map<String, State> states, State more) {
        states.merge(
                more.code(),
                more,
                (one, two) -> new State(
                        one.code(),
                        one.given().add(two.given()),
                        one.received().add(two.received()),
                        one.entries() + two.entries()));
    }
}
