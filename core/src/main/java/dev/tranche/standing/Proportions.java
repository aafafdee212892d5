package dev.tranche.standing;

import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Flag;
import dev.tranche.mention.StatedAmount;
import dev.tranche.resolve.Rates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The usual size of the sums of a book, by donor; in US dollars at the yearly rate. */
final class Proportions {

    /** A donor with this many sums is judged by its own; others by those of the whole book. */
    private static final int OWN = 5;

    /** The least number of sums in a book needed to say what is usual. */
    private static final int FEWEST = 8;

    private final Map<String, List<BigDecimal>> byDonor = new HashMap<>();
    private final List<BigDecimal> all = new ArrayList<>();

    /**
     * The usual size.
     *
     * @param median the median of the sums, in US dollars
     * @param sums number of sums
     * @param own are they the donor's own?
     */
    record Usual(BigDecimal median, int sums, boolean own) {}

    private Proportions() {}

    static Proportions of(List<Commitment> entries) {
        Proportions proportions = new Proportions();
        for (Commitment entry : entries) {
            boolean given = entry.stage().isPromised()
                    && entry.parent().isEmpty()
                    && !entry.flags().contains(Flag.COMPUTED);
            Optional<BigDecimal> dollars = given ? dollars(entry) : Optional.empty();
            if (dollars.isPresent()) {
                proportions.all.add(dollars.get());
                donor(entry)
                        .ifPresent(code -> proportions
                                .byDonor
                                .computeIfAbsent(code, key -> new ArrayList<>())
                                .add(dollars.get()));
            }
        }
        proportions.all.sort(null);
        proportions.byDonor.values().forEach(sums -> sums.sort(null));
        return proportions;
    }

    private static Optional<String> donor(Commitment entry) {
        return entry.donors().size() == 1 ? Optional.of(entry.donors().getFirst()) : Optional.empty();
    }

    /** Returns an entry's sum in US dollars; empty without a rate. */
    static Optional<BigDecimal> dollars(Commitment entry) {
        return dollars(entry.amount(), entry.date().from().or(entry.date()::to));
    }

    private static Optional<BigDecimal> dollars(StatedAmount amount, Optional<LocalDate> day) {
        return amount.currency().equals("USD")
                ? Optional.of(amount.value())
                : day.flatMap(date -> Rates.shipped().toDollars(amount, date.getYear()));
    }

    /**
     * Returns the usual size for the donor of an entry; empty if the book is too small to say, or if a donor with few
     * sums has given another of that size.
     */
    Optional<Usual> usual(Commitment entry) {
        List<BigDecimal> own =
                donor(entry).map(code -> byDonor.getOrDefault(code, List.of())).orElse(List.of());
        if (own.size() >= OWN) {
            return Optional.of(new Usual(median(own), own.size(), true));
        }
        if (hasLike(own, entry)) {
            return Optional.empty();
        }
        return all.size() >= FEWEST ? Optional.of(new Usual(median(all), all.size(), false)) : Optional.empty();
    }

    /** Is there, besides its own sum, another of at least half its size? */
    private static boolean hasLike(List<BigDecimal> own, Commitment entry) {
        Optional<BigDecimal> sum = dollars(entry);
        return sum.isPresent()
                && own.stream()
                                .filter(other -> other.multiply(BigDecimal.TWO).compareTo(sum.get()) >= 0)
                                .count()
                        > 1;
    }

    private static BigDecimal median(List<BigDecimal> sorted) {
        return sorted.get((sorted.size() - 1) / 2);
    }
}
