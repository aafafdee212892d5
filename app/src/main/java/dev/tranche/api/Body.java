package dev.tranche.api;

import dev.tranche.bundle.BundleException;
import dev.tranche.bundle.JsonValue;
import dev.tranche.print.Nearest;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The object of a request's body, read strictly: {@link #check} reports everything that is wrong at once. */
final class Body {

    /** Nobody reads about more wrong fields than this. */
    static final int MOST_WRONG = 20;

    /** The kind of problem of a sender who left while the body was read. */
    static final String BROKEN_OFF = "broken-off";

    /** No smaller part of a currency is ever reported. */
    private static final BigDecimal LEAST_AMOUNT = new BigDecimal("0.01");

    private static final int PIECE = 16 << 10;

    /** At most four senders hold a place, so a slow one is not kept for long. */
    private static final long READ_AWAY_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final String path;
    private final Map<String, JsonValue> members;
    private final List<String> known = new ArrayList<>();
    private final List<ApiProblem.Field> wrong;

    private Body(String path, Map<String, JsonValue> members, List<ApiProblem.Field> wrong) {
        this.path = path;
        this.members = members;
        this.wrong = wrong;
    }

    /** Reads the object; refuses anything else, other types and too many bytes. */
    static Body of(Context ctx) {
        refuseOtherTypes(ctx);
        JsonValue value;
        try {
            value = JsonValue.parse(
                    "body",
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes(ctx, Intake.MOST_BYTES)))
                            .toString());
        } catch (BundleException broken) {
            throw ApiProblem.of(400, "no-json", "No JSON", String.valueOf(broken.getMessage()));
        } catch (CharacterCodingException broken) {
            throw ApiProblem.of(400, "no-json", "No JSON", "The body is not UTF-8.");
        }
        if (!(value instanceof JsonValue.Members object)) {
            throw ApiProblem.of(400, "no-object", "No object", "The body must be an object.");
        }
        return of(object);
    }

    /** Takes an object that did not come in a request. */
    static Body of(JsonValue.Members object) {
        return new Body("", object.members(), new ArrayList<>());
    }

    /** Refuses a body that is not JSON by its type. */
    static void refuseOtherTypes(Context ctx) {
        String type = Optional.ofNullable(ctx.contentType()).orElse("");
        if (!type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            throw ApiProblem.of(415, "wrong-type", "Unsupported media type", "The body must be application/json.");
        }
    }

    /** Returns the bytes of a body; refuses a body that is too large or comes too slowly. */
    static byte[] bytes(Context ctx, int most) {
        long since = System.nanoTime();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        try (InputStream in = ctx.req().getInputStream()) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                bytes.write(piece, 0, read);
                if (bytes.size() > most) {
                    readAway(in, piece);
                    throw ApiProblem.of(
                            413,
                            "too-large",
                            "Too large",
                            "The body is larger than " + most + " bytes, the maximum here.");
                }
                if (Pace.isTooSlow(since, bytes.size())) {
                    throw Pace.problem();
                }
            }
            return bytes.toByteArray();
        } catch (IOException gone) {
            throw ApiProblem.of(400, BROKEN_OFF, "Broken off", "The body was cut off; nothing was done.");
        }
    }

    /**
     * Discards the rest of a body for a short time: an answer that is sent while the sender is still writing can be
     * lost with its connection, and the sender would not learn why it was refused.
     */
    private static void readAway(InputStream in, byte[] piece) throws IOException {
        long since = System.nanoTime();
        while (in.read(piece) >= 0 && System.nanoTime() - since < READ_AWAY_NANOS) {
            // Nothing of it is kept.
        }
    }

    /** Returns the names of the members that are there. */
    List<String> names() {
        return List.copyOf(members.keySet());
    }

    /** Was a member sent, even as null? */
    boolean has(String name) {
        return members.containsKey(name);
    }

    private Optional<JsonValue> value(String name) {
        known.add(name);
        return Optional.ofNullable(members.get(name)).filter(value -> !value.isNull());
    }

    /** Refuses a member and keeps reading. */
    void refuse(String name, String message) {
        if (wrong.size() < MOST_WRONG) {
            wrong.add(new ApiProblem.Field(path + name, message));
        }
    }

    /** Refuses a missing member. */
    <T> Optional<T> needed(String name, Optional<T> value) {
        if (value.isEmpty() && wrong.stream().noneMatch(one -> one.field().equals(path + name))) {
            refuse(name, "is missing.");
        }
        return value;
    }

    /** Returns a text within a length. */
    Optional<String> text(String name, int least, int most) {
        Optional<JsonValue> value = value(name);
        Optional<String> text = value.flatMap(JsonValue::text);
        if (value.isPresent() && text.isEmpty()) {
            refuse(name, "must be a string.");
            return Optional.empty();
        }
        if (text.filter(one -> one.strip().length() < least || one.length() > most)
                .isPresent()) {
            refuse(name, "must have " + least + " to " + most + " characters.");
            return Optional.empty();
        }
        return text;
    }

    /** Returns one of some words. */
    Optional<String> word(String name, List<String> allowed) {
        Optional<String> word = text(name, 0, 100);
        if (word.isPresent() && !allowed.contains(word.get())) {
            String hint = Nearest.of(word.get(), allowed)
                    .map(near -> " Did you mean " + near + "?")
                    .orElse("");
            refuse(name, "must be one of " + String.join(", ", allowed) + "." + hint);
            return Optional.empty();
        }
        return word;
    }

    /** Returns a day. */
    Optional<LocalDate> day(String name) {
        Optional<String> text = text(name, 1, 20);
        Optional<LocalDate> day = text.flatMap(Day::find);
        if (text.isPresent() && day.isEmpty()) {
            refuse(name, "is not a date; write it as 2024-05-14.");
        }
        return day;
    }

    /** Returns a boolean. */
    Optional<Boolean> truth(String name) {
        Optional<JsonValue> value = value(name);
        if (value.isPresent() && value.get() instanceof JsonValue.Truth truth) {
            return Optional.of(truth.value());
        }
        if (value.isPresent()) {
            refuse(name, "must be true or false.");
        }
        return Optional.empty();
    }

    /** Returns a number above 0. */
    Optional<BigDecimal> amount(String name) {
        Optional<JsonValue> value = value(name);
        Optional<BigDecimal> number = value.flatMap(JsonValue::number)
                .filter(one ->
                        one.compareTo(LEAST_AMOUNT) >= 0 && one.precision() <= 30 && Math.abs(one.scale()) <= 30);
        if (value.isPresent() && number.isEmpty()) {
            refuse(name, "is not a number of at least 0.01 with at most 30 digits.");
        }
        return number;
    }

    /** Returns a whole number of at least the given one. */
    Optional<Integer> count(String name, int least) {
        Optional<JsonValue> value = value(name);
        Optional<Integer> number = value.flatMap(JsonValue::integer).filter(one -> one >= least);
        if (value.isPresent() && number.isEmpty()) {
            refuse(name, "must be a whole number, " + least + " or more.");
        }
        return number;
    }

    /** Returns a list of texts; none when it is missing. */
    List<String> texts(String name, int mostTexts, int mostCharacters) {
        Optional<JsonValue> value = value(name);
        if (value.isEmpty()) {
            return List.of();
        }
        List<JsonValue> items = value.get().list();
        boolean isList = value.get() instanceof JsonValue.Items;
        List<String> texts = value.get().texts();
        if (!isList || texts.size() != items.size() || texts.stream().anyMatch(one -> one.length() > mostCharacters)) {
            refuse(name, "must be a list of strings of at most " + mostCharacters + " characters.");
            return List.of();
        }
        if (texts.size() > mostTexts) {
            refuse(name, "has more than " + mostTexts + " texts.");
            return List.of();
        }
        return texts;
    }

    /** Returns an object within this one; what is wrong in it is reported with the rest. */
    Optional<Body> object(String name) {
        Optional<JsonValue> value = value(name);
        if (value.isPresent() && value.get() instanceof JsonValue.Members object) {
            return Optional.of(new Body(path + name + ".", object.members(), wrong));
        }
        if (value.isPresent()) {
            refuse(name, "must be an object.");
        }
        return Optional.empty();
    }

    /** Returns the objects of a list; none when it is missing. */
    List<Body> objects(String name, int most) {
        Optional<JsonValue> value = value(name);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof JsonValue.Items items) || items.items().size() > most) {
            refuse(name, "must be a list of at most " + most + " objects.");
            return List.of();
        }
        List<Body> objects = new ArrayList<>();
        for (int i = 0; i < items.items().size(); i++) {
            if (items.items().get(i) instanceof JsonValue.Members object) {
                objects.add(new Body(path + name + "[" + i + "].", object.members(), wrong));
            } else {
                refuse(name + "[" + i + "]", "must be an object.");
            }
        }
        return objects;
    }

    /** Refuses members that nobody asked for. */
    void refuseUnknown() {
        for (String name : members.keySet()) {
            if (wrong.size() >= MOST_WRONG) {
                return;
            }
            if (!known.contains(name)) {
                String hint = Nearest.of(name, known)
                        .map(near -> " Did you mean " + near + "?")
                        .orElse("");
                String shown = name.length() <= 100 ? name : name.substring(0, 100) + "…";
                refuse(
                        shown,
                        "is not a field of this object. The fields are "
                                + String.join(
                                        ", ", known.stream().distinct().sorted().toList()) + "." + hint);
            }
        }
    }

    /** Refuses everything that is wrong, also members that nobody asked for. */
    void check() {
        refuseUnknown();
        if (!wrong.isEmpty()) {
            throw ApiProblem.wrong(wrong);
        }
    }
}
