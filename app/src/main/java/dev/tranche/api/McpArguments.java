package dev.tranche.api;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.print.PartyCodes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns the arguments of a tool into the parameters of a question: values into words, names of states into codes. */
final class McpArguments {

    private static final int MOST_VALUES = 50;
    private static final int MOST_NAME = 100;
    private static final int MOST_DIGITS = 40;

    private final PartyCodes parties;

    McpArguments(Lexicon lexicon) {
        this.parties = new PartyCodes(lexicon);
    }

    /** Returns the question of a call; what cannot be read is refused when it is checked. */
    Query query(McpTool tool, Map<String, Object> arguments) {
        Map<String, List<String>> given = new TreeMap<>();
        Map<String, String> refused = new TreeMap<>();
        arguments.forEach((name, value) -> {
            if (value == null) {
                return;
            }
            Optional<String> word = word(value);
            given.put(name, List.of(word.orElse("")));
            if (word.isEmpty()) {
                refused.put(
                        name,
                        "is not a string, a number, true or false, or a list of at most " + MOST_VALUES + " of these.");
            } else if (tool.parties().contains(name)) {
                given.put(name, List.of(codes(name, word.get(), refused)));
            }
        });
        Query query = Query.of("mcp/" + tool.name(), given);
        refused.forEach(query::refuse);
        return query;
    }

    private static Optional<String> word(@Nullable Object value) {
        return switch (value) {
            case null -> Optional.empty();
            case String text -> Optional.of(Json.wellFormed(text));
            case Boolean truth -> Optional.of(truth.toString());
            case BigDecimal number
            when Math.abs((long) number.scale()) + number.precision() > MOST_DIGITS -> Optional.empty();
            case BigDecimal number -> Optional.of(number.stripTrailingZeros().toPlainString());
            case Number number -> Optional.of(number.toString());
            case List<?> list when list.size() <= MOST_VALUES -> words(list);
            default -> Optional.empty();
        };
    }

    private static Optional<String> words(List<?> list) {
        List<String> words = new ArrayList<>();
        for (Object each : list) {
            if (!(each instanceof String word)) {
                return Optional.empty();
            }
            words.add(Json.wellFormed(word));
        }
        return Optional.of(String.join(",", words));
    }

    /** Names hold no commas, so that a list of them and one text with commas are the same. */
    private String codes(String name, String value, Map<String, String> refused) {
        TreeSet<String> codes = new TreeSet<>();
        for (String part : value.split(",")) {
            String wanted = part.strip();
            if (wanted.length() > MOST_NAME) {
                refused.put(name, "has more than " + MOST_NAME + " characters in one name.");
                continue;
            }
            Optional<String> code = wanted.isEmpty() ? Optional.empty() : parties.find(wanted);
            code.ifPresent(codes::add);
            if (code.isEmpty() && !wanted.isEmpty()) {
                refused.put(name, parties.refusal(wanted));
            }
        }
        return codes.isEmpty() ? value : String.join(",", codes);
    }
}
