package dev.tranche.spec;

import dev.tranche.fact.Fact;
import dev.tranche.fact.FactItem;
import dev.tranche.mention.Bound;
import dev.tranche.mention.StatedAmount;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A fact in one line, as pages, failures and reviews show it.
 *
 * <pre>
 *   line   = kind { " | " field } [ " | " extra ]… [ " | " quote ]
 *   kind   = "aid" | "total"
 *   field  = donors "->" recipients, then sum, type, stage, authority; in this order, the last ones may be left out
 *   donors = code { "," code } | "-"
 *   sum    = [ "about" | "at least" | "at most" ] number [ "to" number ] currency
 *   extra  = "part of #" number of a line | "since" date | "ordinal" number | "items" item { ";" item }
 *   item   = [ number "x" ] name
 *   quote  = words in double quotation marks, found in the evidence
 * </pre>
 *
 * <p>A star stands for any value. A part and a base that are not written must be absent; an ordinal, items and a quote
 * that are not written are not checked.
 *
 * @param fields what is written, by field
 */
public record FactLine(Map<Field, String> fields) {

    /** The fields of a line, in its order. */
    public enum Field {
        /** Aid or total. */
        KIND,
        /** Who gives to whom. */
        PARTIES,
        /** The stated amount. */
        SUM,
        /** Kind of assistance. */
        TYPE,
        /** Its stage. */
        STAGE,
        /** What it is given under; a hyphen for none. */
        AUTHORITY,
        /** The line that it is a part of. */
        PART,
        /** From when a total counts. */
        SINCE,
        /** Its number in a series. */
        ORDINAL,
        /** Equipment with quantities. */
        ITEMS,
        /** The words. */
        QUOTE
    }

    private static final Pattern BAR = Pattern.compile("\\s*\\|\\s*");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final List<Field> PLACED =
            List.of(Field.KIND, Field.PARTIES, Field.SUM, Field.TYPE, Field.STAGE, Field.AUTHORITY);
    private static final Map<String, Field> NAMED =
            Map.of("part of ", Field.PART, "since ", Field.SINCE, "ordinal ", Field.ORDINAL, "items ", Field.ITEMS);

    /** Copies the fields in their order. */
    public FactLine {
        fields = Collections.unmodifiableMap(new EnumMap<>(fields));
    }

    /**
     * Parses a line.
     *
     * @param place page and line, for the message of the {@link SpecException} that a broken line throws
     */
    public static FactLine parse(String place, String line) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        int quote = line.indexOf('"');
        String head = quote < 0 ? line : line.substring(0, quote);
        List<String> parts = new ArrayList<>(List.of(BAR.split(head.strip())));
        int placed = 0;
        for (String part : parts) {
            Field named = named(part);
            if (named != null) {
                fields.put(
                        named,
                        part.substring(part.indexOf(' ', named == Field.PART ? 5 : 0) + 1)
                                .strip());
            } else if (placed < PLACED.size()) {
                fields.put(PLACED.get(placed++), part.strip());
            } else {
                throw new SpecException(place + ": \"" + part + "\" is not a field of a fact");
            }
        }
        if (quote >= 0) {
            if (!line.endsWith("\"") || line.length() < quote + 3) {
                throw new SpecException(place + ": a quote ends the line with its quotation mark");
            }
            fields.put(Field.QUOTE, line.substring(quote + 1, line.length() - 1));
        }
        String kind = fields.getOrDefault(Field.KIND, "");
        if (!kind.equals("aid") && !kind.equals("total")) {
            throw new SpecException(place + ": a fact starts with \"aid\" or \"total\", not \"" + kind + "\"");
        }
        return new FactLine(fields);
    }

    private static @Nullable Field named(String part) {
        for (Map.Entry<String, Field> entry : NAMED.entrySet()) {
            if (part.startsWith(entry.getKey())) {
                return entry.getValue();
            }
        }
        return null;
    }

    /** Writes a fact with all its fields. */
    public static FactLine of(Fact fact) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        fields.put(Field.KIND, fact.kind());
        fields.put(
                Field.PARTIES,
                codes(fact.terms().donors()) + " -> " + codes(fact.terms().recipients()));
        fields.put(Field.SUM, sum(fact.terms().amount()));
        fields.put(Field.TYPE, fact.terms().type().slug());
        fields.put(Field.STAGE, fact.terms().stage().slug());
        fields.put(Field.AUTHORITY, fact.terms().authority().orElse("-"));
        fact.partOf().ifPresent(parent -> fields.put(Field.PART, "#" + (parent + 1)));
        switch (fact) {
            case Fact.Aid aid -> {
                aid.ordinal().ifPresent(ordinal -> fields.put(Field.ORDINAL, String.valueOf(ordinal)));
                if (!aid.items().isEmpty()) {
                    fields.put(
                            Field.ITEMS,
                            aid.items().stream().map(FactLine::item).collect(Collectors.joining("; ")));
                }
            }
            case Fact.Total total -> total.since().ifPresent(since -> fields.put(Field.SINCE, since));
        }
        fields.put(Field.QUOTE, blanks(fact.evidence().quote()));
        return new FactLine(fields);
    }

    private static String codes(List<String> codes) {
        return codes.isEmpty() ? "-" : String.join(",", codes);
    }

    private static String sum(StatedAmount amount) {
        String bound =
                amount.bound() == Bound.EXACTLY ? "" : amount.bound().slug().replace('_', ' ') + " ";
        String upper =
                amount.upper().map(number -> " to " + number.toPlainString()).orElse("");
        return bound + amount.value().toPlainString() + upper + " " + amount.currency();
    }

    private static String item(FactItem item) {
        return (item.quantity().isPresent() ? item.quantity().getAsInt() + " x " : "") + item.name();
    }

    /** Returns the fields in which a fact differs from this line; empty if it matches. */
    public List<Field> differences(FactLine got) {
        List<Field> wrong = new ArrayList<>();
        for (Field field : Field.values()) {
            String asked = fields.get(field);
            String found = got.fields.get(field);
            boolean right = switch (field) {
                case KIND, PARTIES, SUM, TYPE, STAGE, AUTHORITY ->
                    asked == null
                            || asked.equals("*")
                            || asked.equals(found)
                            || field == Field.PARTIES && found != null && sameParties(asked, found);
                case PART, SINCE -> asked == null ? found == null : asked.equals("*") || asked.equals(found);
                case ORDINAL, ITEMS -> asked == null || asked.equals(found == null ? "-" : found);
                case QUOTE -> asked == null || found != null && found.contains(blanks(asked));
            };
            if (!right) {
                wrong.add(field);
            }
        }
        return wrong;
    }

    /** Compares each side alone: a star on one side accepts anything, and the order of names does not matter. */
    private static boolean sameParties(String asked, String found) {
        String[] wanted = asked.split("->");
        String[] got = found.split("->");
        if (wanted.length != 2 || got.length != 2) {
            return false;
        }
        for (int side = 0; side < 2; side++) {
            boolean any = wanted[side].strip().equals("*");
            if (!any && !names(wanted[side]).equals(names(got[side]))) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> names(String side) {
        return Pattern.compile(",").splitAsStream(side).map(String::strip).collect(Collectors.toSet());
    }

    private static String blanks(String words) {
        return BLANKS.matcher(words).replaceAll(" ").strip();
    }

    /** Returns the line as a page holds it. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder();
        fields.forEach((field, value) -> {
            line.append(line.isEmpty() ? "" : " | ");
            line.append(
                    switch (field) {
                        case KIND, PARTIES, SUM, TYPE, STAGE, AUTHORITY -> value;
                        case PART -> "part of " + value;
                        case SINCE -> "since " + value;
                        case ORDINAL -> "ordinal " + value;
                        case ITEMS -> "items " + value;
                        case QUOTE -> "\"" + value + "\"";
                    });
        });
        return line.toString();
    }
}
