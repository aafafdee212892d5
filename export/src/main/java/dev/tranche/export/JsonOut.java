package dev.tranche.export;

import java.io.Closeable;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes JSON in UTF-8 piece by piece; members without a value are left out. Several values at the root are written on
 * separate lines.
 */
final class JsonOut implements Closeable {

    private static final JsonFactory JSON =
            JsonFactory.builder().rootValueSeparator("\n").build();

    private final JsonGenerator json;
    private final OutputStream to;

    JsonOut(OutputStream to) {
        this.to = to;
        this.json = JSON.createGenerator(ObjectWriteContext.empty(), to);
    }

    /** Writes members into an object or array opened around them. */
    @FunctionalInterface
    interface Inside {

        /** Writes them. */
        void write();
    }

    void object(Inside members) {
        json.writeStartObject();
        members.write();
        json.writeEndObject();
    }

    void object(String name, Inside members) {
        json.writeName(name);
        object(members);
    }

    void array(Inside items) {
        json.writeStartArray();
        items.write();
        json.writeEndArray();
    }

    void array(String name, Inside items) {
        json.writeName(name);
        array(items);
    }

    void text(String name, String value) {
        if (!value.isEmpty()) {
            json.writeStringProperty(name, Characters.whole(value));
        }
    }

    void text(String name, Optional<String> value) {
        value.ifPresent(one -> text(name, one));
    }

    void number(String name, BigDecimal value) {
        json.writeName(name);
        json.writeNumber(value);
    }

    void number(String name, long value) {
        json.writeName(name);
        json.writeNumber(value);
    }

    void nothing(String name) {
        json.writeNullProperty(name);
    }

    void truth(String name, boolean value) {
        json.writeBooleanProperty(name, value);
    }

    void texts(String name, Iterable<String> values) {
        array(name, () -> values.forEach(this::item));
    }

    void item(String value) {
        json.writeString(Characters.whole(value));
    }

    void item(BigDecimal value) {
        json.writeNumber(value);
    }

    @Override
    public void close() throws java.io.IOException {
        json.close();
        to.close();
    }
}
