package dev.tranche.ingest.watch;

import dev.tranche.ingest.fetch.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

/** Stores each response in a web archive, one file per day, so that what was read can be read again. */
public final class Archive {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The body is stored unpacked and whole, so these headers would misdescribe it. */
    private static final Set<String> OF_TRANSFER =
            Set.of("content-encoding", "transfer-encoding", "content-length", "connection", "set-cookie");

    private final Path folder;

    /** Builds an archive in a folder, which is created with the first response. */
    public Archive(Path folder) {
        this.folder = folder;
    }

    /** Appends a response to the file of its day. */
    public void add(Answer answer, Instant moment) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("watch-" + DAY.format(moment) + ".warc.gz");
        HttpResponse.Builder response = new HttpResponse.Builder(answer.status(), "Answer");
        answer.headers().forEach((name, values) -> {
            if (!OF_TRANSFER.contains(name) && !name.equals("content-type")) {
                values.forEach(value -> response.addHeader(name, value));
            }
        });
        String type = answer.header("content-type").orElse("application/octet-stream");
        response.body(MediaType.parseLeniently(type), answer.body());
        String seed = answer.address() + " " + moment;
        WarcResponse record = new WarcResponse.Builder(answer.address())
                .date(moment)
                .recordId(UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)))
                .body(response.build())
                .build();
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                WarcWriter writer = new WarcWriter(Channels.newChannel(out), WarcCompression.GZIP)) {
            writer.write(record);
        }
    }

    /** Returns the files of the archive, oldest first. */
    public List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".warc.gz"))
                    .sorted()
                    .toList();
        }
    }
}
