package dev.tranche.bundle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A value of JSON. Numbers keep every digit; a repeated key keeps its last value. */
public sealed interface JsonValue {

    /**
     * An object.
     *
     * @param members the values by key, in order
     */
    record Members(Map<String, JsonValue> members) implements JsonValue {}

    /**
     * An array.
     *
     * @param items the values in order
     */
    record Items(List<JsonValue> items) implements JsonValue {

        /** Copies the list. */
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * A string.
     *
     * @param value its characters
     */
    record Text(String value) implements JsonValue {}

    /**
     * A number.
     *
     * @param value exactly as written
     */
    record Numeral(BigDecimal value) implements JsonValue {}

    /**
     * True or false.
     *
     * @param value which of the two
     */
    record Truth(boolean value) implements JsonValue {}

    /** The null value. */
    record Null() implements JsonValue {}

    /**
     * Reads one value that fills the whole text.
     *
     * @param place its place, for the message of the {@link BundleException} that any other text raises
     */
    static JsonValue parse(String place, String text) {
        try (JsonParser parser = Parsing.JSON.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            JsonValue value = Parsing.value(place, parser);
            if (parser.nextToken() != null) {
                throw new BundleException(place + ": something follows the JSON value.");
            }
            return value;
        } catch (JacksonException broken) {
            String why = broken.getOriginalMessage();
            throw new BundleException(
                    place + ": this is not JSON: " + why.lines().findFirst().orElse("it breaks off"));
        } catch (ArithmeticException | NumberFormatException beyond) {
            // An exponent beyond what the machine can represent.
            throw new BundleException(place + ": a number is too large or too small.");
        }
    }

    /** Returns the member of an object; {@link Null} if there is none or the value is not an object. */
    default JsonValue member(String key) {
        return this instanceof Members object ? object.members().getOrDefault(key, new Null()) : new Null();
    }

    /** Returns the characters of a string; empty for any other value. */
    default Optional<String> text() {
        return this instanceof Text string ? Optional.of(string.value()) : Optional.empty();
    }

    /** Returns the value of a number; empty for any other value. */
    default Optional<BigDecimal> number() {
        return this instanceof Numeral numeral ? Optional.of(numeral.value()) : Optional.empty();
    }

    /** Returns the value of a number that is whole and fits an int; empty for any other value. */
    default Optional<Integer> integer() {
        return number().filter(value -> value.stripTrailingZeros().scale() <= 0
                        && value.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0)
                .map(BigDecimal::intValueExact);
    }

    /** Returns the values of an array; none for any other value. */
    default List<JsonValue> list() {
        return this instanceof Items array ? array.items() : List.of();
    }

    /** Returns the strings of an array, ignoring any other values in it. */
    default List<String> texts() {
        return list().stream().flatMap(item -> item.text().stream()).toList();
    }

    /** Is it JSON null or missing? */
    default boolean isNull() {
        return this instanceof Null;
    }

    /** Builds values from Jackson tokens. */
    final class Parsing {

        private static final JsonFactory JSON = new JsonFactory();

        /** Beyond this a number is not a sum of money, and writing it out could exhaust memory. */
        private static final int MOST_DIGITS = 1000;

        private Parsing() {}

        private static JsonValue value(String place, JsonParser parser) {
            JsonToken token = parser.currentToken();
            if (token == null) {
                throw new BundleException(place + ": there is no JSON value.");
            }
            return switch (token) {
                case START_OBJECT -> members(place, parser);
                case START_ARRAY -> items(place, parser);
                case VALUE_STRING -> new Text(parser.getString());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> numeral(place, parser);
                case VALUE_TRUE -> new Truth(true);
                case VALUE_FALSE -> new Truth(false);
                case VALUE_NULL -> new Null();
                case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                    throw new BundleException(place + ": a JSON value cannot start with " + token + ".");
            };
        }

        private static Members members(String place, JsonParser parser) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            for (String key = parser.nextName(); key != null; key = parser.nextName()) {
                parser.nextToken();
                members.put(key, value(place, parser));
            }
            return new Members(java.util.Collections.unmodifiableMap(members));
        }

        private static Items items(String place, JsonParser parser) {
            List<JsonValue> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(place, parser));
            }
            return new Items(items);
        }

        private static Numeral numeral(String place, JsonParser parser) {
            BigDecimal number = parser.getDecimalValue();
            if (Math.abs((long) number.scale()) > MOST_DIGITS) {
                throw new BundleException(place + ": a number has more than " + MOST_DIGITS + " digits.");
            }
            return new Numeral(number);
        }
    }
}
