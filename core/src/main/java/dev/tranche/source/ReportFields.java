package dev.tranche.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of a report under the names used by tables and JSON of other tools, from {@code columns.csv}.
 *
 * <p>Of several names for one part, the first in the table wins. Not safe for several threads.
 */
public final class ReportFields {

    /** A part of a report. */
    public enum Role {
        /** Its id. */
        ID,
        /** Its headline. */
        TITLE,
        /** Its text. */
        TEXT,
        /** A shorter text, used if there must be a string. */
        SUMMARY,
        /** Its address. */
        URL,
        /** When it was published. */
        PUBLISHED,
        /** Who published it. */
        OUTLET,
        /** Its language. */
        LANGUAGE,
        /** Who wrote it. */
        AUTHOR
    }

    private record Named(Role role, int rank) {}

    private static final Map<String, Named> NAMES = load();

    private final Map<Role, String> values = new EnumMap<>(Role.class);
    private final Map<Role, Integer> ranks = new EnumMap<>(Role.class);

    /** Starts empty. */
    public ReportFields() {}

    /** Returns the part that a column or key of this name holds. */
    public static Optional<Role> role(String name) {
        return Optional.ofNullable(NAMES.get(key(name))).map(Named::role);
    }

    /** Takes a value, unless the part already has one under a preferred name. */
    public void put(String name, String value) {
        Named named = NAMES.get(key(name));
        if (named != null && !value.isBlank()) {
            put(named.role(), named.rank(), value);
        }
    }

    /** Takes a value for a part, which overrides all values taken under a name. */
    public void put(Role role, String value) {
        if (!value.isBlank()) {
            put(role, -1, value);
        }
    }

    private void put(Role role, int rank, String value) {
        if (ranks.getOrDefault(role, Integer.MAX_VALUE) > rank || rank < 0) {
            ranks.put(role, rank);
            values.put(role, value.strip());
        }
    }

    /** Returns the value of a part. */
    public Optional<String> find(Role role) {
        return Optional.ofNullable(values.get(role));
    }

    /** Returns the text, else the summary, else nothing. */
    public String text() {
        return find(Role.TEXT).or(() -> find(Role.SUMMARY)).orElse("");
    }

    private static String key(String name) {
        StringBuilder key = new StringBuilder(name.length());
        for (int i = 0; i < name.length() && key.length() < 60; i++) {
            char c = name.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                key.append(c);
            }
        }
        return key.toString().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Named> load() {
        Map<String, Named> names = new HashMap<>();
        try (InputStream in = ReportFields.class.getResourceAsStream("columns.csv")) {
            if (in == null) {
                throw new IllegalStateException("columns.csv is missing beside ReportFields");
            }
            String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int rank = 0;
            for (String line : table.split("\n")) {
                int comma = line.indexOf(',');
                if (line.startsWith("#") || comma < 0) {
                    continue;
                }
                Role role = Role.valueOf(line.substring(0, comma).strip().toUpperCase(Locale.ROOT));
                for (String name : line.substring(comma + 1).split("\\|")) {
                    names.putIfAbsent(key(name), new Named(role, rank++));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return names;
    }
}
