package dev.tranche.export;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A numbered, dated archive of a whole book in every format, named after the hash of its manifest. The same book on the
 * same day under the same number gives the same bytes.
 *
 * @param file its file
 * @param number its number among the releases of a folder, from 1
 * @param changes the changes since the previous release, or from nothing
 */
public record Release(Path file, int number, Changes changes) {

    private static final Pattern NAME = Pattern.compile("release-(\\d{4,6})-\\d{4}-\\d{2}-\\d{2}-[0-9a-f]{12}\\.zip");

    private static final int LETTERS = 12;

    private static final String MANIFEST = "MANIFEST.json";
    private static final String NOTES = "CHANGES.md";

    /**
     * A release found in a folder.
     *
     * @param file its file
     * @param number its number
     */
    public record Found(Path file, int number) {}

    /** Returns the release of a folder with the highest number. */
    public static Optional<Found> last(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> found(file).stream()).max(Comparator.comparingInt(Found::number));
        }
    }

    private static Optional<Found> found(Path file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        return name.matches() ? Optional.of(new Found(file, Integer.parseInt(name.group(1)))) : Optional.empty();
    }

    /** Writes the next release of a folder, which is created if it does not exist. The day is that of the cover. */
    public static Release write(Exported book, Path folder) throws IOException {
        Files.createDirectories(folder);
        Optional<Found> before = last(folder);
        int number = before.map(Found::number).orElse(0) + 1;
        LocalDate day = book.cover().made().atZone(ZoneOffset.UTC).toLocalDate();
        Path part = folder.resolve("release.part");
        try {
            Map<String, Listed> files = new TreeMap<>();
            try (OutputStream to = Files.newOutputStream(part);
                    ZipParts zip = new ZipParts(to)) {
                contents(book, zip, files);
            }
            Snapshot old = before.isPresent() ? Snapshot.read(before.get().file()) : Snapshot.nothing();
            Changes changes = Changes.between(old, named(Snapshot.read(part), "release " + number));
            byte[] notes = ChangeNotes.of(changes).getBytes(StandardCharsets.UTF_8);
            files.put(NOTES, new Listed(notes.length, hash(notes)));
            byte[] manifest = manifest(book.cover(), number, day, before, files);
            String name = "release-" + digits(number) + "-" + day + "-"
                    + hash(manifest).substring(0, LETTERS) + ".zip";
            try (OutputStream to = Files.newOutputStream(part);
                    ZipParts zip = new ZipParts(to)) {
                add(zip, MANIFEST, manifest);
                add(zip, NOTES, notes);
                contents(book, zip, new TreeMap<>());
            }
            Path file = folder.resolve(name);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return new Release(file, number, changes);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static String digits(int number) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    private static Snapshot named(Snapshot snapshot, String name) {
        return new Snapshot(name, snapshot.program(), snapshot.entries(), snapshot.sources(), snapshot.decisions());
    }

    private static void add(ZipParts zip, String name, byte[] content) throws IOException {
        try (OutputStream out = zip.open(name)) {
            out.write(content);
        }
    }

    /** What the manifest says about a file. */
    private record Listed(long bytes, String sha256) {}

    /** Writes every format; those with several files in a separate folder. */
    private static void contents(Exported book, ZipParts zip, Map<String, Listed> files) throws IOException {
        for (Format format : Format.all()) {
            if (format.obstacle(book).isEmpty()) {
                String folder = format.about().isFolder() ? format.slug() + "/" : "";
                format.write(book, name -> new Hashed(zip.open(folder + name), folder + name, files));
            }
        }
    }

    /** Records the length and the hash of a file. */
    private static final class Hashed extends FilterOutputStream {
        private final String name;
        private final Map<String, Listed> files;
        private final MessageDigest digest;
        private long bytes;
        private boolean closed;

        private Hashed(OutputStream to, String name, Map<String, Listed> files) {
            this(to, name, files, Hashes.digest());
        }

        private Hashed(OutputStream to, String name, Map<String, Listed> files, MessageDigest digest) {
            super(new DigestOutputStream(to, digest));
            this.name = name;
            this.files = files;
            this.digest = digest;
        }

        @Override
        public void write(int one) throws IOException {
            bytes++;
            out.write(one);
        }

        @Override
        public void write(byte[] all, int start, int length) throws IOException {
            bytes += length;
            out.write(all, start, length);
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                super.close();
                files.put(name, new Listed(bytes, HexFormat.of().formatHex(digest.digest())));
            }
        }
    }

    private static String hash(byte[] content) {
        return HexFormat.of().formatHex(Hashes.digest().digest(content));
    }

    private static byte[] manifest(
            Cover cover, int number, LocalDate day, Optional<Found> before, Map<String, Listed> files)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonOut json = new JsonOut(out)) {
            json.object(() -> {
                json.text("format", "tranche-release/1");
                json.number("number", number);
                json.text("day", day.toString());
                json.text("program", "Tranche " + cover.version());
                json.number("head", cover.head());
                json.text("publisher", cover.publisher().name());
                json.text("licence", cover.licence());
                json.text(
                        "previous",
                        before.map(found -> String.valueOf(found.file().getFileName())));
                json.object("counts", () -> cover.counts().forEach((name, count) -> json.number(name, count)));
                json.object("sums", () -> cover.sums().byCurrency().forEach(json::number));
                json.array(
                        "files",
                        () -> List.copyOf(files.entrySet())
                                .forEach(file -> json.object(() -> {
                                    json.text("name", file.getKey());
                                    json.number("bytes", file.getValue().bytes());
                                    json.text("sha256", file.getValue().sha256());
                                })));
            });
        }
        return out.toByteArray();
    }
}
