package dev.tranche.api;

import dev.tranche.print.Nearest;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The parameters of a request, read strictly: unknown, repeated and wrong ones are all reported at once by {@link
 * #check}, which every resource calls after it has asked for what it knows.
 */
final class Query {

    /** The most entries of one page. */
    static final int MOST = 1000;

    private static final int USUAL = 50;
    private static final int MOST_DIGITS = 30;
    private static final int MOST_WORD = 200;

    private final String path;
    private final Map<String, List<String>> given;
    private final List<String> known = new ArrayList<>();
    private final List<ApiProblem.Field> wrong = new ArrayList<>();

    private Query(String path, Map<String, List<String>> given) {
        this.path = path;
        this.given = given;
    }

    static Query of(Context ctx) {
        return of(ctx.path(), ctx.queryParamMap());
    }

    /**
     * Reads parameters that did not come in an address.
     *
     * @param path what is asked; a cursor belongs to it and to the parameters
     * @param given the values of each parameter
     */
    static Query of(String path, Map<String, List<String>> given) {
        return new Query(path, new TreeMap<>(given));
    }

    private Optional<String> value(String name) {
        known.add(name);
        List<String> values = given.getOrDefault(name, List.of());
        if (values.size() > 1) {
            wrong.add(new ApiProblem.Field(name, "is given " + values.size() + " times; give it once."));
            return Optional.empty();
        }
        return values.stream().findFirst();
    }

    /** Refuses a value and keeps reading. */
    void refuse(String name, String message) {
        wrong.add(new ApiProblem.Field(name, message));
    }

    /** Returns words typed by a person, possibly none. */
    String words(String name) {
        Optional<String> value = value(name);
        if (value.filter(words -> words.length() > MOST_WORD).isPresent()) {
            refuse(name, "has more than " + MOST_WORD + " characters.");
            return "";
        }
        return value.map(String::strip).orElse("");
    }

    /** Returns a text that is not empty. */
    Optional<String> text(String name, int most) {
        Optional<String> value = value(name);
        if (value.filter(String::isBlank).isPresent()) {
            refuse(name, "is empty; leave it out to ask for everything.");
            return Optional.empty();
        }
        if (value.filter(text -> text.length() > most).isPresent()) {
            refuse(name, "has more than " + most + " characters.");
            return Optional.empty();
        }
        return value;
    }

    /** Returns a required text; empty only when {@link #check} will refuse it. */
    String needed(String name, int most) {
        Optional<String> value = value(name);
        if (value.isEmpty()) {
            refuse(name, "is missing.");
        } else if (value.get().isBlank()) {
            refuse(name, "is empty.");
        } else if (value.get().length() > most) {
            refuse(name, "has " + value.get().length() + " characters; at most " + most + " are taken.");
        } else {
            return value.get();
        }
        return "";
    }

    /** Returns a code in capitals; lower-case letters are accepted. */
    Optional<String> code(String name, int most) {
        return text(name, most).map(code -> code.toUpperCase(Locale.ROOT));
    }

    /** Returns one of some words. */
    Optional<String> word(String name, List<String> allowed) {
        Optional<String> value = text(name, MOST_WORD);
        if (value.isPresent() && !allowed.contains(value.get())) {
            String hint = Nearest.of(value.get(), allowed)
                    .map(near -> " Did you mean " + near + "?")
                    .orElse("");
            refuse(name, "must be one of " + String.join(", ", allowed) + "." + hint);
            return Optional.empty();
        }
        return value;
    }

    /** Returns the constant of an enum by its word. */
    <E extends Enum<E>> Optional<E> constant(String name, E[] constants) {
        List<String> words = Arrays.stream(constants)
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
        return word(name, words).map(word -> constants[words.indexOf(word)]);
    }

    /** Returns a day. */
    Optional<LocalDate> day(String name) {
        Optional<String> value = text(name, MOST_WORD);
        Optional<LocalDate> day = value.flatMap(Day::find);
        if (value.isPresent() && day.isEmpty()) {
            refuse(name, "is not a date; write it as 2024-05-14.");
        }
        return day;
    }

    /** Returns a number of at least 0. */
    Optional<BigDecimal> number(String name) {
        Optional<String> value = text(name, MOST_DIGITS);
        try {
            Optional<BigDecimal> number = value.map(BigDecimal::new);
            if (number.filter(one -> one.signum() < 0 || Math.abs((long) one.scale()) > MOST_DIGITS)
                    .isPresent()) {
                refuse(name, "is not a number of 0 or more with at most " + MOST_DIGITS + " digits.");
                return Optional.empty();
            }
            return number;
        } catch (NumberFormatException broken) {
            refuse(name, "is not a number; write it as 500000000.");
            return Optional.empty();
        }
    }

    /** Returns a whole number of at least 0. */
    Optional<Long> count(String name) {
        Optional<String> value = text(name, MOST_DIGITS);
        if (value.filter(one -> !one.matches("[0-9]{1,18}")).isPresent()) {
            refuse(name, "must be a whole number, 0 or more.");
            return Optional.empty();
        }
        return value.map(Long::valueOf);
    }

    /** Returns a boolean. */
    Optional<Boolean> truth(String name) {
        return word(name, List.of("true", "false")).map(Boolean::valueOf);
    }

    /** Returns how many are asked for. */
    int limit(int most, int usual) {
        Optional<String> value = text("limit", MOST_DIGITS);
        try {
            int limit = value.map(Integer::parseInt).orElse(usual);
            if (limit >= 1 && limit <= most) {
                return limit;
            }
        } catch (NumberFormatException broken) {
            // Reported below.
        }
        refuse("limit", "is not a number from 1 to " + most + ".");
        return usual;
    }

    /** Returns the part of a list that is asked for by {@code limit} and {@code cursor}. */
    Window window() {
        return window(MOST, USUAL);
    }

    /** Returns the requested part of a list: up to {@code most}, by default fewer. */
    Window window(int most, int usual) {
        int limit = limit(most, usual);
        Optional<String> written = text("cursor", 500);
        String asked = asked();
        if (written.isEmpty()) {
            return new Window(0, limit, asked);
        }
        Optional<Cursor> cursor = Cursor.parse(written.get());
        if (cursor.isEmpty() || !cursor.get().belongsTo(asked)) {
            refuse("cursor", "is not the `next` of an answer to these parameters.");
            return new Window(0, limit, asked);
        }
        return new Window(cursor.get().skipped(), limit, asked);
    }

    /** Returns the part of a list that is asked for by {@code limit} and by either {@code cursor} or {@code skip}. */
    Window windowAnywhere() {
        Optional<Long> skip = count("skip");
        Window window = window();
        if (skip.isEmpty()) {
            return window;
        }
        if (!given.getOrDefault("cursor", List.of()).isEmpty()) {
            refuse("skip", "cannot be combined with a cursor.");
            return window;
        }
        return new Window((int) Math.min(Integer.MAX_VALUE, skip.get()), window.limit(), window.asked());
    }

    /** Returns the head that a cursor belongs to, if there is a readable one. */
    Optional<Long> cursorHead() {
        return given.getOrDefault("cursor", List.of()).stream()
                .findFirst()
                .flatMap(Cursor::parse)
                .map(Cursor::head);
    }

    /** What is asked for, regardless of the part of it. */
    private String asked() {
        TreeMap<String, List<String>> rest = new TreeMap<>(given);
        rest.remove("cursor");
        rest.remove("limit");
        rest.remove("skip");
        return path + rest;
    }

    /** Refuses everything that is wrong, also parameters that nobody asked for. */
    void check() {
        for (String name : given.keySet()) {
            if (wrong.size() >= Body.MOST_WRONG) {
                break;
            }
            if (!known.contains(name)) {
                String hint = Nearest.of(name, known)
                        .map(near -> " Did you mean " + near + "?")
                        .orElse("");
                String all = known.isEmpty()
                        ? "No parameters are accepted here."
                        : "The parameters are "
                                + String.join(", ", known.stream().sorted().toList()) + ".";
                wrong.add(new ApiProblem.Field(shortened(name), "is not a parameter here. " + all + hint));
            }
        }
        if (!wrong.isEmpty()) {
            throw ApiProblem.wrong(wrong);
        }
    }

    private static String shortened(String name) {
        return name.length() <= MOST_WORD ? name : name.substring(0, MOST_WORD) + "…";
    }
}
