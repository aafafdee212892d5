package dev.tranche.opinion;

import dev.tranche.ingest.Json;
import dev.tranche.review.Field;
import dev.tranche.store.BookAddress;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The answers of second readers about a book, in a file beside it: one line of JSON for each answer and for each
 * refusal by a person. Lines are only ever added, each as a whole, so that several programs may add at once.
 *
 * @param path the file; it need not exist yet
 */
public record ProposalFile(Path path) {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    /** A lock on a file keeps other programs out, but not the other threads of this one. */
    private static final Object ADDING = new Object();

    /** Returns the file of a book: beside it, or in the current folder for a book on a server. */
    public static ProposalFile of(BookAddress book) {
        return of(book, Path.of(""));
    }

    /** Returns the file of a book: beside it, or in a folder for a book on a server. */
    public static ProposalFile of(BookAddress book, Path folder) {
        return new ProposalFile(book.beside(".second-reader.jsonl", folder));
    }

    /**
     * What a file holds.
     *
     * @param answers the answers by the names of their questions, in the order in which they came
     * @param refused names of the questions whose answers a person refused
     * @param unreadable how many lines cannot be read; the others count
     */
    public record Content(Map<String, Proposal> answers, Set<String> refused, int unreadable) {}

    /**
     * Reads the file; one that is not there holds nothing.
     *
     * @throws IOException if it is there and cannot be read
     */
    public Content read() throws IOException {
        Map<String, Proposal> answers = new LinkedHashMap<>();
        Set<String> refused = new TreeSet<>();
        int unreadable = 0;
        List<String> lines = Files.exists(path) ? Files.readAllLines(path, StandardCharsets.UTF_8) : new ArrayList<>();
        for (String line : lines) {
            Optional<Object> root = line.startsWith("{") ? Json.parseLoosely(line) : Optional.empty();
            Map<?, ?> values = root.orElse(Map.of()) instanceof Map<?, ?> map ? map : Map.of();
            Optional<Proposal> answer = answer(values);
            if (answer.isPresent()) {
                answers.put(answer.get().id(), answer.get());
            } else if (text(values, "kind").equals("refused")
                    && !text(values, "id").isEmpty()) {
                refused.add(text(values, "id"));
            } else if (!line.isBlank()) {
                unreadable++;
            }
        }
        return new Content(answers, refused, unreadable);
    }

    private static Optional<Proposal> answer(Map<?, ?> values) {
        Optional<Field> field = Arrays.stream(Field.values())
                .filter(one -> one.slug().equals(text(values, "field")))
                .findFirst();
        boolean isAnswer = text(values, "kind").equals("answer")
                && !text(values, "id").isEmpty()
                && !text(values, "entry").isEmpty();
        if (!isAnswer || field.isEmpty() || !(values.get("prompt") instanceof BigDecimal prompt)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Proposal(
                    text(values, "id"),
                    text(values, "entry"),
                    field.get(),
                    text(values, "before"),
                    text(values, "value"),
                    text(values, "label"),
                    text(values, "words"),
                    text(values, "report"),
                    text(values, "quote"),
                    text(values, "model"),
                    prompt.intValue(),
                    Instant.parse(text(values, "at"))));
        } catch (DateTimeException odd) {
            return Optional.empty();
        }
    }

    private static String text(Map<?, ?> values, String key) {
        return values.get(key) instanceof String text ? text : "";
    }

    /**
     * Adds an answer.
     *
     * @throws IOException if the file cannot be written
     */
    public void add(Proposal answer) throws IOException {
        append(json -> {
            json.writeStringProperty("kind", "answer");
            json.writeStringProperty("id", answer.id());
            json.writeStringProperty("entry", answer.entry());
            json.writeStringProperty("field", answer.field().name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("before", answer.before());
            json.writeStringProperty("value", answer.value());
            json.writeStringProperty("label", answer.label());
            json.writeStringProperty("words", answer.words());
            json.writeStringProperty("report", answer.report());
            json.writeStringProperty("quote", answer.quote());
            json.writeStringProperty("model", answer.model());
            json.writeNumberProperty("prompt", answer.prompt());
            json.writeStringProperty("at", answer.at().toString());
        });
    }

    /**
     * Records that a person refused a proposal, so that it is no longer shown.
     *
     * @param id name of the question
     * @param by who refused it
     * @throws IOException if the file cannot be written
     */
    public void refuse(String id, String by, Instant at) throws IOException {
        append(json -> {
            json.writeStringProperty("kind", "refused");
            json.writeStringProperty("id", id);
            json.writeStringProperty("by", by);
            json.writeStringProperty("at", at.toString());
        });
    }

    private void append(Consumer<JsonGenerator> members) throws IOException {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            members.accept(json);
            json.writeEndObject();
        }
        synchronized (ADDING) {
            try (FileChannel channel = FileChannel.open(
                            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                // A line that a killed program left half written must not swallow the next one.
                String start = endsInLine(channel) ? "" : "\n";
                ByteBuffer bytes = ByteBuffer.wrap((start + line + "\n").getBytes(StandardCharsets.UTF_8));
                channel.position(channel.size());
                while (bytes.hasRemaining()) {
                    int _ = channel.write(bytes);
                }
            }
        }
    }

    private static boolean endsInLine(FileChannel channel) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return channel.size() == 0 || channel.read(last, channel.size() - 1) < 1 || last.get(0) == '\n';
    }
}
