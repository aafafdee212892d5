package dev.tranche.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Reads JSON as people and programs write it: maps, lists, strings, numbers, booleans and null. */
public final class Json {

    /** The deepest nesting that is read. */
    public static final int DEEPEST = 200;

    private static final int LONGEST_STRING = 64 << 20;

    /** Comments, trailing commas and raw control characters are tolerated; everything else must be JSON. */
    static final JsonFactory LOOSE = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_STRING)
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .build();

    private Json() {}

    /** Returns the first value of a text; empty if it is not JSON or nested too deeply. */
    public static Optional<Object> parseLoosely(String text) {
        String bare = text.strip();
        int start = 0;
        while (start < bare.length() && bare.charAt(start) != '{' && bare.charAt(start) != '[') {
            start++;
        }
        try (JsonParser parser = LOOSE.createParser(ObjectReadContext.empty(), bare.substring(start))) {
            parser.nextToken();
            return Optional.ofNullable(value(parser));
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    /**
     * Reads the values of a stream one after another; those of a top-level list one by one.
     *
     * @return why reading stopped, as a clause; empty if it reached the end
     */
    public static Optional<String> forEach(InputStream bytes, Consumer<Object> values) throws IOException {
        try (JsonParser parser = LOOSE.createParser(ObjectReadContext.empty(), new Unbroken(bytes))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_ARRAY) {
                    while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
                        Optional.ofNullable(value(parser)).ifPresent(values);
                    }
                    continue;
                }
                Optional.ofNullable(value(parser)).ifPresent(values);
            }
            return Optional.empty();
        } catch (JacksonIOException broken) {
            throw broken.getCause();
        } catch (JacksonException broken) {
            return Optional.of(broken.getOriginalMessage()
                    .lines()
                    .findFirst()
                    .map(line -> line.replaceFirst(" \\(start marker.*|: \\[Source.*", ""))
                    .orElse("it is not JSON"));
        }
    }

    /** A byte order mark before UTF-8 is not part of the JSON. */
    private static final class Unbroken extends PushbackInputStream {
        private boolean begun;

        Unbroken(InputStream in) {
            super(in, 3);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (!begun) {
                begun = true;
                byte[] start = super.in.readNBytes(3);
                boolean mark = start.length == 3
                        && start[0] == (byte) 0xEF
                        && start[1] == (byte) 0xBB
                        && start[2] == (byte) 0xBF;
                if (!mark) {
                    unread(start);
                }
            }
            return super.read(target, offset, length);
        }
    }

    /** Reads the value at which a parser is. */
    static @Nullable Object value(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == null) {
            return null;
        }
        return switch (token) {
            case START_OBJECT -> {
                Map<String, Object> object = new LinkedHashMap<>();
                for (String key = parser.nextName(); key != null; key = parser.nextName()) {
                    parser.nextToken();
                    Object value = value(parser);
                    if (value != null) {
                        object.put(key, value);
                    }
                }
                yield object;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    Object value = value(parser);
                    if (value != null) {
                        list.add(value);
                    }
                }
                yield list;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> null;
        };
    }

    private static Object number(String digits) {
        try {
            return digits.length() > 100 ? digits : new BigDecimal(digits);
        } catch (NumberFormatException odd) {
            return digits;
        }
    }
}
