package dev.tranche.dist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Writes the SHA-256 of all files of a folder into its file {@code SHA256SUMS}, as {@code sha256sum --check} reads it. */
public final class Checksums {

    private static final String NAME = "SHA256SUMS";
    private static final int BUFFER_BYTES = 1 << 16;

    private Checksums() {}

    /** Writes the file. Argument: the folder, which must contain at least one file. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals(NAME))
                    .sorted()
                    .toList();
        }
        if (files.isEmpty()) {
            throw new IOException(folder + " contains no file.");
        }
        List<String> lines = new ArrayList<>();
        for (Path file : files) {
            lines.add(sum(file) + "  " + file.getFileName());
        }
        Files.writeString(folder.resolve(NAME), String.join("\n", lines) + "\n");
    }

    private static String sum(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
