package dev.tranche.pipeline;

import dev.tranche.ingest.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file or stream that may hold reports.
 *
 * @param name as shown in messages; reports without an id are named after its last part
 * @param bytes its size, where known before reading
 * @param source opens it; called once
 * @param address where it was fetched from, if it was
 * @param encoding the encoding that its sender named, if any
 * @param options what the user says about tables
 */
public record Input(
        String name,
        OptionalLong bytes,
        Source source,
        Optional<String> address,
        Optional<String> encoding,
        Content.Options options) {

    /** Builds an input that was not fetched. */
    public Input(String name, OptionalLong bytes, Source source) {
        this(name, bytes, source, Optional.empty(), Optional.empty(), Content.Options.NONE);
    }

    /** Opens an input. */
    @FunctionalInterface
    public interface Source {

        /** Returns the bytes from the first on. Throws for a file that is missing, a folder or not readable. */
        InputStream open() throws IOException;
    }

    /** Returns an input of a file; its size is looked up now. */
    public static Input of(Path file) {
        OptionalLong bytes;
        try {
            bytes = Files.isRegularFile(file) ? OptionalLong.of(Files.size(file)) : OptionalLong.empty();
        } catch (IOException unknown) {
            bytes = OptionalLong.empty();
        }
        return new Input(name(file), bytes, () -> Files.newInputStream(file));
    }

    /** Returns an input of a stream that is already open. */
    public static Input of(String name, InputStream stream) {
        return new Input(name, OptionalLong.empty(), () -> stream);
    }

    /** Returns what was fetched from an address, as an input. */
    public static Input fetched(String address, Optional<String> encoding, byte[] bytes) {
        return new Input(
                address,
                OptionalLong.of(bytes.length),
                () -> new ByteArrayInputStream(bytes),
                Optional.of(address),
                encoding,
                Content.Options.NONE);
    }

    /** Returns the same input with what the user says about tables. */
    public Input with(Content.Options said) {
        return new Input(name, bytes, source, address, encoding, said);
    }

    /** Returns the input in the form that the readers of formats take. */
    Content content(InputStream opened) {
        Content content = Content.of(name, opened).at(address, encoding).with(options);
        return address.map(feed -> content.from(new Content.Sender.Feed(feed))).orElse(content);
    }

    /** Returns an input of bytes in memory. */
    public static Input of(String name, byte[] bytes) {
        return new Input(name, OptionalLong.of(bytes.length), () -> new ByteArrayInputStream(bytes));
    }

    /**
     * A name with bytes that are not letters is identified by those bytes: shown as letters, two such names would look
     * the same.
     */
    private static String name(Path file) {
        String shown = file.toString();
        return shown.indexOf('\uFFFD') < 0 ? shown : file.toUri().getRawPath();
    }
}
