package dev.tranche.ingest;

import dev.tranche.source.ReportFields;
import dev.tranche.source.ReportFields.Role;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The columns or keys that hold the parts of a report, as given by the user: {@code title=Headline,text=Body}. */
public final class Columns {

    private final Map<String, Role> roles;

    private Columns(Map<String, Role> roles) {
        this.roles = roles;
    }

    /**
     * Parses what the user gave; empty for nothing.
     *
     * @throws IllegalArgumentException with a readable sentence if it is invalid
     */
    public static Columns parse(Optional<String> said) {
        Map<String, Role> roles = new HashMap<>();
        for (String pair : said.map(all -> all.split(",")).orElse(new String[0])) {
            int equals = pair.indexOf('=');
            String part = equals < 0 ? pair.strip() : pair.substring(0, equals).strip();
            Role role = Arrays.stream(Role.values())
                    .filter(each -> each.name().equalsIgnoreCase(part))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException("'" + part + "' is not a part of a report; the parts are "
                                    + String.join(
                                            ", ",
                                            Arrays.stream(Role.values())
                                                    .map(each -> each.name().toLowerCase(Locale.ROOT))
                                                    .toList())
                                    + ", as in title=Headline,text=Body."));
            if (equals < 0 || pair.substring(equals + 1).isBlank()) {
                throw new IllegalArgumentException(
                        "'" + pair.strip() + "' does not name a column; write it as in title=Headline.");
            }
            roles.put(pair.substring(equals + 1).strip().toLowerCase(Locale.ROOT), role);
        }
        return new Columns(roles);
    }

    /** Does this column name mean a part of a report? */
    public boolean knows(String column) {
        return roles.isEmpty()
                ? ReportFields.role(column).isPresent()
                : roles.containsKey(column.toLowerCase(Locale.ROOT));
    }

    /** Can a report be built from these columns? It needs a title or a text. */
    public boolean canRead(List<String> names) {
        return names.stream()
                .map(name -> roles.isEmpty()
                        ? ReportFields.role(name)
                        : Optional.ofNullable(roles.get(name.toLowerCase(Locale.ROOT))))
                .flatMap(Optional::stream)
                .anyMatch(role -> role == Role.TITLE || role == Role.TEXT || role == Role.SUMMARY);
    }

    /** Puts a value in the part of its column. */
    public void put(ReportFields fields, String column, String value) {
        if (roles.isEmpty()) {
            fields.put(column, value);
            return;
        }
        Role role = roles.get(column.toLowerCase(Locale.ROOT));
        if (role != null) {
            fields.put(role, value);
        }
    }
}
