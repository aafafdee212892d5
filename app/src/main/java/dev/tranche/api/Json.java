package dev.tranche.api;

import dev.tranche.dating.StatedDate;
import dev.tranche.mention.StatedAmount;
import dev.tranche.view.Sums;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes bodies: plain numbers, every key always present, half a surrogate pair as an escape. */
final class Json {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private Json() {}

    /** Returns an object as UTF-8. */
    static byte[] object(Consumer<JsonGenerator> members) {
        return escapeHalves(written(members)).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Returns an object as text; half a surrogate pair becomes the replacement character, so that every reader accepts
     * it.
     */
    static String text(Consumer<JsonGenerator> members) {
        return wellFormed(written(members));
    }

    /** Returns a text with the replacement character in place of each half of a surrogate pair; its length stays. */
    static String wellFormed(CharSequence text) {
        StringBuilder whole = new StringBuilder(text);
        for (int i = 0; i < whole.length(); i++) {
            boolean pairs = i + 1 < whole.length() && Character.isSurrogatePair(whole.charAt(i), whole.charAt(i + 1));
            if (pairs) {
                i++;
            } else if (Character.isSurrogate(whole.charAt(i))) {
                whole.setCharAt(i, '\uFFFD');
            }
        }
        return whole.toString();
    }

    private static StringBuffer written(Consumer<JsonGenerator> members) {
        StringWriter text = new StringWriter(4096);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            members.accept(json);
            json.writeEndObject();
        }
        return text.getBuffer();
    }

    /** Half a surrogate pair has no form in UTF-8; it can only occur inside a string, so an escape is right. */
    private static String escapeHalves(StringBuffer text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean paired = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (paired) {
                escaped.append(c).append(text.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                escaped.append("\\u").append(Integer.toHexString(c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    static void text(JsonGenerator json, String key, Optional<String> value) {
        json.writeName(key);
        value.ifPresentOrElse(json::writeString, json::writeNull);
    }

    static void number(JsonGenerator json, String key, Optional<BigDecimal> value) {
        json.writeName(key);
        value.ifPresentOrElse(json::writeNumber, json::writeNull);
    }

    /** Writes the four members of an amount: {@code amount}, {@code amount_max}, {@code currency} and {@code bound}. */
    static void amount(JsonGenerator json, StatedAmount amount) {
        json.writeNumberProperty("amount", amount.value());
        number(json, "amount_max", amount.upper());
        json.writeStringProperty("currency", amount.currency());
        json.writeStringProperty("bound", amount.bound().slug());
    }

    static void count(JsonGenerator json, String key, OptionalInt value) {
        json.writeName(key);
        value.ifPresentOrElse(json::writeNumber, json::writeNull);
    }

    static void texts(JsonGenerator json, String key, Collection<String> values) {
        json.writeArrayPropertyStart(key);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    static void day(JsonGenerator json, String key, Optional<LocalDate> day) {
        text(json, key, day.map(LocalDate::toString));
    }

    static void days(JsonGenerator json, String key, StatedDate date) {
        json.writeObjectPropertyStart(key);
        day(json, "from", date.from());
        day(json, "to", date.to());
        json.writeEndObject();
    }

    static void sums(JsonGenerator json, String key, Sums sums) {
        json.writeObjectPropertyStart(key);
        sums.byCurrency().forEach(json::writeNumberProperty);
        json.writeEndObject();
    }

    /** Writes an array of objects whose members a function writes. */
    static <T> void objects(
            JsonGenerator json, String key, Collection<T> values, BiConsumer<JsonGenerator, T> members) {
        json.writeArrayPropertyStart(key);
        for (T value : values) {
            json.writeStartObject();
            members.accept(json, value);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes an object, or null for nothing. */
    static <T> void object(JsonGenerator json, String key, Optional<T> value, BiConsumer<JsonGenerator, T> members) {
        json.writeName(key);
        if (value.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        members.accept(json, value.get());
        json.writeEndObject();
    }
}
