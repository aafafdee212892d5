package dev.tranche.cli;

import dev.tranche.lexicon.Entry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.Match;
import dev.tranche.print.Nearest;
import dev.tranche.text.Tokenizer;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Turns what people write for states and bodies, whether codes or names, into codes. */
final class PartyNames {

    private final Lexicon lexicon;
    private final Map<String, String> names;

    PartyNames(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.names = lexicon.names();
    }

    /**
     * Returns the codes of a comma-separated list.
     *
     * @param option the option that holds it, for the message
     * @throws CommandException if a part is neither a known code nor a known name
     */
    Set<String> codes(String option, List<String> parts) {
        Set<String> codes = new TreeSet<>();
        for (String part : parts) {
            String wanted = part.strip();
            codes.add(code(wanted)
                    .orElseThrow(() -> CommandException.usage(option + ": '" + wanted
                            + "' is neither the code nor the name of a state or body." + hint(wanted))));
        }
        return codes;
    }

    private Optional<String> code(String wanted) {
        String upper = wanted.toUpperCase(Locale.ROOT);
        if (names.containsKey(upper)) {
            return Optional.of(upper);
        }
        for (Map.Entry<String, String> name : names.entrySet()) {
            if (name.getValue().equalsIgnoreCase(wanted)) {
                return Optional.of(name.getKey());
            }
        }
        return named(wanted).or(() -> named(upper)).or(() -> named(capitalised(wanted)));
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

    private String hint(String wanted) {
        List<String> candidates = new ArrayList<>(names.values());
        return Nearest.of(wanted, candidates)
                .map(near -> " Did you mean '" + near + "'?")
                .orElse(" Codes are those of ISO 3166 and of bodies, such as EU, NATO, IMF or WB.");
    }
}
