package dev.tranche.assistance;

import dev.tranche.fact.FactItem;
import dev.tranche.lexicon.Entry;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.ThingMention;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** Collects the equipment named after a sum in its sentence, with quantities. */
final class ItemFinder {

    private static final int MOST = 40;
    private static final int BEFORE = 4;
    private static final String GENERIC = "other";
    private static final List<String> UNITS =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private ItemFinder() {}

    static List<FactItem> find(MarkedText text, Site site) {
        Map<String, FactItem> items = new LinkedHashMap<>();
        for (ThingMention thing :
                text.thingsFrom(site.sum().end(), site.sentence().end())) {
            boolean inside = thing.end() <= site.sentence().end();
            if (inside && thing.entry() instanceof Entry.Equipment equipment && items.size() < MOST) {
                OptionalInt quantity = quantity(text.tokens(), thing, site.sum().end());
                if (quantity.isPresent() || !equipment.category().equals(GENERIC)) {
                    items.putIfAbsent(equipment.id(), new FactItem(equipment.name(), equipment.category(), quantity));
                }
            }
        }
        return new ArrayList<>(items.values());
    }

    /** "four HIMARS", "20 Bradley vehicles", "more than 1,500 TOW missiles": a number shortly before the name. */
    private static OptionalInt quantity(Tokens tokens, ThingMention thing, int from) {
        for (int token = thing.start() - 1; token >= Math.max(from, thing.start() - BEFORE); token--) {
            if (tokens.kind(token) == TokenKind.NUMBER) {
                String digits = tokens.string(token).replace(",", "");
                boolean whole = digits.length() < 8 && digits.chars().allMatch(Character::isDigit);
                boolean calibre =
                        token + 1 < tokens.size() && tokens.string(token + 1).equals("mm");
                return whole && !calibre && Integer.parseInt(digits) > 0
                        ? OptionalInt.of(Integer.parseInt(digits))
                        : OptionalInt.empty();
            }
            int unit = UNITS.indexOf(tokens.string(token).toLowerCase(Locale.ROOT));
            if (unit >= 0) {
                return OptionalInt.of(unit + 1);
            }
            if (!tokens.isWord(token) || English.AND.at(tokens, token)) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }
}
