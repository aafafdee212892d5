package dev.tranche.resolve;

import dev.tranche.fact.Fact;
import dev.tranche.fact.Terms;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.mention.StatedAmount;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a plain "$" as the dollar of the donor state, when the outlet is from that state.
 *
 * <p>The reader takes a plain "$" to be the US dollar, which is right for most outlets, even when they report on
 * others' money. "Canada gives $25 million" in a Canadian paper is in Canadian dollars.
 */
final class LocalDollars {

    private static final Map<String, String> CURRENCIES = load();

    /** A "$" without letters that name its state, as in "US$" and "$US". */
    private static final Pattern PLAIN = Pattern.compile("(?<![\\p{L}.])\\$(?!\\p{L})");

    private LocalDollars() {}

    private static Map<String, String> load() {
        Map<String, String> currencies = new HashMap<>();
        for (LexiconFile.Row row : Lexicon.shipped("local_dollars.csv").rows()) {
            currencies.put(row.field("state"), row.field("currency"));
        }
        return Map.copyOf(currencies);
    }

    /**
     * Returns the fact with its sum in the donor's own dollars, or unchanged.
     *
     * @param fact the fact as read
     * @param outlet who published it, as an internet address or a name
     */
    static Fact read(Fact fact, Optional<String> outlet) {
        Terms terms = fact.terms();
        boolean plain = terms.amount().currency().equals("USD")
                && terms.donors().size() == 1
                && PLAIN.matcher(fact.evidence().quote()).find();
        String donor = plain ? terms.donors().getFirst() : "";
        String own = CURRENCIES.getOrDefault(donor, "");
        boolean home = !own.isEmpty()
                && outlet.filter(name -> name.toLowerCase(Locale.ROOT).endsWith("." + donor.toLowerCase(Locale.ROOT)))
                        .isPresent();
        if (!home) {
            return fact;
        }
        StatedAmount amount = terms.amount();
        StatedAmount local = new StatedAmount(amount.value(), amount.upper(), own, amount.bound());
        return fact.with(
                new Terms(local, terms.donors(), terms.recipients(), terms.type(), terms.stage(), terms.authority()));
    }
}
