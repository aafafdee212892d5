package dev.tranche.official;

import dev.tranche.print.Nearest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** Which column of a list holds which cell, by its header. */
final class ListColumns {

    private final List<String> head;
    private final Map<String, Integer> places;
    private final Map<String, String> shared;
    private final BigDecimal unit;

    private ListColumns(List<String> head, Map<String, Integer> places, Map<String, String> shared, BigDecimal unit) {
        this.head = head;
        this.places = places;
        this.shared = shared;
        this.unit = unit;
    }

    /**
     * Finds the columns of a list.
     *
     * @param isCurrency whether a text is the code of a currency
     * @throws ListException naming each cell that neither the header nor the call gives
     */
    static ListColumns of(
            String file,
            int line,
            List<String> head,
            Words words,
            ListDefaults defaults,
            Predicate<String> isCurrency) {
        List<String> folded = head.stream().map(Words::folded).toList();
        Map<String, Integer> places = new HashMap<>();
        Map<String, String> shared = new HashMap<>();
        List<String> problems = new ArrayList<>();
        BigDecimal unit = BigDecimal.ONE;
        for (Words.Form form : words.forms()) {
            if (folded.contains(form.column())) {
                shared.put(form.cell(), form.value());
            }
        }
        for (String cell : words.cells()) {
            String asked = defaults.columns().get(cell);
            int place = asked == null ? usual(folded, words.names(cell)) : folded.indexOf(Words.folded(asked));
            if (asked != null && place < 0) {
                problems.add(file + ", line " + line + ": there is no column '" + asked + "' for " + cell
                        + "; the columns are "
                        + String.join(", ", head) + "."
                        + Nearest.of(asked, head)
                                .map(near -> " Did you mean '" + near + "'?")
                                .orElse(""));
            }
            if (place >= 0) {
                places.put(cell, place);
            }
        }
        Optional<Measured> measured =
                places.containsKey("amount") ? Optional.empty() : measured(folded, words, isCurrency);
        if (measured.isPresent()) {
            places.put("amount", measured.get().place());
            measured.get().currency().ifPresent(code -> shared.putIfAbsent("currency", code));
            unit = measured.get().unit();
        }
        shared.putAll(defaults.cells());
        for (String needed : List.of("date", "amount", "currency", "donor", "recipients")) {
            if (!places.containsKey(needed) && !shared.containsKey(needed)) {
                problems.add(missing(file, line, needed, head));
            }
        }
        if (!problems.isEmpty()) {
            throw new ListException(problems);
        }
        return new ListColumns(head, places, shared, unit);
    }

    private static String missing(String file, int line, String cell, List<String> head) {
        String option = switch (cell) {
            case "currency", "donor" -> "; give --" + cell + " for all rows, or --cells " + cell + "=COLUMN";
            case "recipients" -> "; give --recipient for all rows, or --cells recipients=COLUMN";
            default -> "; give --cells " + cell + "=COLUMN";
        };
        return file + ", line " + line + ": no column for " + cell + " among " + String.join(", ", head) + option + ".";
    }

    private static int usual(List<String> folded, List<String> names) {
        for (String name : names) {
            int place = folded.indexOf(name);
            if (place >= 0) {
                return place;
            }
        }
        return -1;
    }

    /** The column of an amount that names its currency and unit. */
    private record Measured(int place, Optional<String> currency, BigDecimal unit) {}

    private static Optional<Measured> measured(List<String> folded, Words words, Predicate<String> isCurrency) {
        for (String name : words.names("amount")) {
            for (int place = 0; place < folded.size(); place++) {
                if (folded.get(place).startsWith(name + " ")) {
                    Optional<Measured> found =
                            measured(place, folded.get(place).substring(name.length() + 1), words, isCurrency);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Measured> measured(int place, String rest, Words words, Predicate<String> isCurrency) {
        Optional<String> currency = Optional.empty();
        BigDecimal unit = BigDecimal.ONE;
        for (String word : rest.split(" ")) {
            String code = word.toUpperCase(Locale.ROOT);
            Optional<BigDecimal> stated = words.unit(word);
            if (stated.isPresent()) {
                unit = stated.get();
            } else if (code.length() == 3 && isCurrency.test(code)) {
                currency = Optional.of(code);
            } else if (!word.equals("in")) {
                return Optional.empty();
            }
        }
        return Optional.of(new Measured(place, currency, unit));
    }

    /** Returns a cell of a row: its own, else what all rows share; possibly empty. */
    String cell(List<String> row, String cell) {
        Integer place = places.get(cell);
        String own = place == null || place >= row.size() ? "" : row.get(place).strip();
        return own.isEmpty() ? shared.getOrDefault(cell, "") : own;
    }

    /** Returns the number of a cell's column, from 1; empty where all rows share it. */
    OptionalInt column(String cell) {
        Integer place = places.get(cell);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place + 1);
    }

    /** Returns the name of a cell's column, for messages. */
    String name(String cell) {
        Integer place = places.get(cell);
        return place == null ? cell : head.get(place);
    }

    /** Returns the factor from the amounts' numbers to whole units of the currency. */
    BigDecimal unit() {
        return unit;
    }
}
