package dev.tranche.print;

import dev.tranche.lexicon.Entry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.Match;
import dev.tranche.text.Tokenizer;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns what people write for a state or body, whether a code, its name or another of its names, into its code. */
public final class PartyCodes {

    private final Lexicon lexicon;
    private final Map<String, String> names;

    /** Builds it over the names that a lexicon knows. */
    public PartyCodes(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.names = lexicon.names();
    }

    /** Returns the code; empty for anything that is neither a known code nor a known name. */
    public Optional<String> find(String wanted) {
        String upper = wanted.strip().toUpperCase(Locale.ROOT);
        if (names.containsKey(upper)) {
            return Optional.of(upper);
        }
        for (Map.Entry<String, String> name : names.entrySet()) {
            if (name.getValue().equalsIgnoreCase(wanted.strip())) {
                return Optional.of(name.getKey());
            }
        }
        return named(wanted.strip()).or(() -> named(upper)).or(() -> named(capitalised(wanted.strip())));
    }

    private Optional<String> named(String words) {
        Tokens tokens = Tokenizer.split(words);
        for (Match match : lexicon.findActors(tokens)) {
            if (match.start() == 0 && match.end() == tokens.size()) {
                for (Entry entry : match.entries()) {
                    if (entry instanceof Entry.Actor actor && actor.isOfficial() && names.containsKey(actor.code())) {
                        return Optional.of(actor.code());
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static String capitalised(String words) {
        StringBuilder capital = new StringBuilder(words.toLowerCase(Locale.ROOT));
        for (int i = 0; i < capital.length(); i++) {
            if (i == 0 || capital.charAt(i - 1) == ' ' || capital.charAt(i - 1) == '-') {
                capital.setCharAt(i, Character.toUpperCase(capital.charAt(i)));
            }
        }
        return capital.toString();
    }

    /** Returns the sentence that refuses what is unknown, with what was probably meant. */
    public String refusal(String wanted) {
        List<String> candidates = new ArrayList<>(names.values());
        return "'" + wanted + "' is neither the code nor the name of a state or body."
                + Nearest.of(wanted, candidates)
                        .map(near -> " Did you mean '" + near + "'?")
                        .orElse(" Codes are those of ISO 3166 and of bodies, such as EU, NATO, IMF or WB.");
    }
}
