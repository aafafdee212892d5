package dev.tranche.mention;

import dev.tranche.lexicon.Entry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides whose money is meant by a word that several currencies share: "kroner" beside Denmark is Danish.
 *
 * <p>The nearest state before the word that has such a currency decides, with one that only receives ("gave Somalia 300
 * million shillings") ranking below another in its sentence; else the nearest after it. A word that has no
 * default currency is not money without such a state.
 */
final class Crowns {

    private static final int SENTENCE_REACH = 40;
    private static final int BEFORE_SUM = 4;

    private final Lexicon lexicon;
    private final Tokens tokens;
    private final List<ActorMention> actors;

    private Crowns(Lexicon lexicon, Tokens tokens, List<ActorMention> actors) {
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.actors = actors;
    }

    static List<ThingMention> settle(
            Lexicon lexicon, Tokens tokens, List<ThingMention> things, List<ActorMention> actors) {
        return new Crowns(lexicon, tokens, actors).run(things);
    }

    private List<ThingMention> run(List<ThingMention> things) {
        List<ThingMention> settled = new ArrayList<>(things.size());
        for (ThingMention thing : things) {
            boolean one = thing.entry() instanceof Entry.Currency && thing.end() - thing.start() == 1;
            if (!one || lexicon.sharedMoney(tokens.hash(thing.start())).isEmpty()) {
                settled.add(thing);
            }
        }
        int before = settled.size();
        for (int token = 0; token < tokens.size(); token++) {
            Map<String, String> money = tokens.isWord(token) ? lexicon.sharedMoney(tokens.hash(token)) : Map.of();
            if (!money.isEmpty() && !isCovered(things, token)) {
                String code = nearest(token, money);
                code = code == null ? byDefault(things, token) : code;
                if (code != null) {
                    settled.add(new ThingMention(token, token + 1, new Entry.Currency(code)));
                }
            }
        }
        if (settled.size() > before) {
            settled.sort(Comparator.comparingInt(ThingMention::start));
        }
        return settled;
    }

    /** "Danish kroner" itself says whose they are. */
    private static boolean isCovered(List<ThingMention> things, int token) {
        for (ThingMention thing : things) {
            if (thing.start() <= token && token < thing.end() && thing.end() - thing.start() > 1) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String byDefault(List<ThingMention> things, int token) {
        for (ThingMention thing : things) {
            if (thing.start() == token && thing.entry() instanceof Entry.Currency currency) {
                return currency.code();
            }
        }
        return null;
    }

    private @Nullable String nearest(int token, Map<String, String> money) {
        String before = null;
        int beforeAt = -1;
        String behind = null;
        for (ActorMention actor : actors) {
            String code = money.get(actor.code());
            if (code == null) {
                continue;
            }
            if (actor.start() > token) {
                return before != null ? before : behind != null ? behind : code;
            }
            boolean receives = before != null && token - beforeAt < SENTENCE_REACH && isReceiver(actor, token);
            if (receives) {
                behind = code;
            } else {
                before = code;
                beforeAt = actor.start();
            }
        }
        return before != null ? before : behind;
    }

    /** Right before the number: "gave Somalia 300 million shillings". */
    private boolean isReceiver(ActorMention actor, int word) {
        int end = actor.end();
        return word - end <= BEFORE_SUM
                && end < tokens.size()
                && (tokens.kind(end) == TokenKind.NUMBER || end == word)
                && tokens.isWord(actor.start() - 1)
                && !tokens.isCapital(actor.start() - 1);
    }
}
