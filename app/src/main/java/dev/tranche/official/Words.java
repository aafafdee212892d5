package dev.tranche.official;

import dev.tranche.lexicon.LexiconFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The tables of the names that official lists use for columns, units and transactions. */
final class Words {

    private final Map<String, List<String>> columns = new LinkedHashMap<>();
    private final Map<String, BigDecimal> units = new HashMap<>();

    /** What a column that identifies a form of list says about a cell. */
    record Form(String column, String cell, String value) {}

    /** What a kind of IATI transaction is. */
    record Kind(String stage, boolean isPaid) {}

    private final List<Form> forms = new ArrayList<>();
    private final Map<String, Kind> transactions = new HashMap<>();

    Words() {
        table("columns.csv").forEach(row -> columns.put(row.field("cell"), row.alternatives("names")));
        table("units.csv").forEach(row -> units.put(row.field("word"), new BigDecimal(row.field("units"))));
        table("forms.csv")
                .forEach(row -> forms.add(new Form(row.field("column"), row.field("cell"), row.field("value"))));
        table("transactions.csv")
                .forEach(row -> transactions.put(
                        row.field("code"),
                        new Kind(row.field("stage"), row.field("paid").equals("yes"))));
    }

    private static List<LexiconFile.Row> table(String name) {
        try (InputStream in = Words.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: " + name + " is missing");
            }
            return new LexiconFile(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)).rows();
        } catch (IOException broken) {
            throw new UncheckedIOException(name, broken);
        }
    }

    /** Returns the letters and digits of a name in lower case, with a space between words. */
    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    /** Returns the cells that a list may have. */
    List<String> cells() {
        return List.copyOf(columns.keySet());
    }

    /** Returns the usual names of a cell's column, folded. */
    List<String> names(String cell) {
        return columns.getOrDefault(cell, List.of());
    }

    Optional<BigDecimal> unit(String word) {
        return Optional.ofNullable(units.get(word));
    }

    List<Form> forms() {
        return List.copyOf(forms);
    }

    /** Returns the kind of transactions with a code; empty for those that are not assistance. */
    Optional<Kind> transaction(String code) {
        return Optional.ofNullable(transactions.get(code));
    }
}
