package dev.tranche.mention;

import dev.tranche.lexicon.Entry;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settles whose money a word means that several currencies share: "kroner" beside Denmark is Danish.
 *
 * <p>The nearest state before the word that has such a currency decides, else the nearest after it.
 */
final class Crowns {

    private static final Words SHARED = Words.of("kroner krone kronor krona kroners crowns crown kr koruna koruny");
    private static final Map<String, String> MONEY =
            Map.of("SE", "SEK", "NO", "NOK", "DK", "DKK", "IS", "ISK", "CZ", "CZK");

    private Crowns() {}

    static List<ThingMention> settle(Tokens tokens, List<ThingMention> things, List<ActorMention> actors) {
        List<ThingMention> settled = new ArrayList<>(things.size());
        for (ThingMention thing : things) {
            boolean shared = thing.entry() instanceof Entry.Currency
                    && thing.end() - thing.start() == 1
                    && SHARED.at(tokens, thing.start());
            String code = shared ? nearest(thing, actors) : null;
            settled.add(code == null ? thing : new ThingMention(thing.start(), thing.end(), new Entry.Currency(code)));
        }
        return settled;
    }

    private static @Nullable String nearest(ThingMention thing, List<ActorMention> actors) {
        String before = null;
        for (ActorMention actor : actors) {
            String code = MONEY.get(actor.code());
            if (code == null) {
                continue;
            }
            if (actor.start() > thing.start()) {
                return before == null ? code : before;
            }
            before = code;
        }
        return before;
    }
}
