package dev.tranche.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.source.Incoming;
import dev.tranche.text.Document;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.apache.commons.compress.archivers.sevenz.SevenZMethodConfiguration;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tukaani.xz.LZMA2Options;

/** Archives of 7z are opened within limits, and what is wrong with one is said. */
@Timeout(120)
class SevenZipTest {

    private static final String WORDS = "The council of the harbour town bought three new pumps on Monday.";
    private static final int CHUNK = 1 << 16;
    private static final int BOMB_CHUNKS = 300 * 16;

    @ParameterizedTest
    @EnumSource(names = {"COPY", "LZMA2", "LZMA", "BZIP2", "DEFLATE"})
    void filesAreReadOneByOneAndTheirNamesLeadNowhere(SevenZMethod method) throws IOException {
        byte[] archive = archive(
                new SevenZMethodConfiguration(method),
                Map.of(
                        "../../etc/note.txt",
                        WORDS,
                        "feeds/lines.jsonl",
                        "{\"title\": \"One\"}\n{\"title\": \"Two\"}\n",
                        "__MACOSX/._note.txt",
                        "no",
                        "page.html",
                        "<html><body><article><p>" + WORDS + "</p></article></body></html>"));
        assertThat(Read.all("a.7z", archive))
                .extracting(Incoming::place)
                .containsExactlyInAnyOrder(
                        "a.7z!/etc/note.txt",
                        "a.7z!/feeds/lines.jsonl:1",
                        "a.7z!/feeds/lines.jsonl:2",
                        "a.7z!/page.html");
        assertThat(Read.documents("a.7z", archive))
                .extracting(Document::body)
                .filteredOn(WORDS::equals)
                .hasSize(2);
        assertThat(Read.documents("b.7z", archive(method, "a.7z", archive)))
                .as("an archive in an archive")
                .hasSize(4);
    }

    @Test
    void anEncryptedArchiveSaysSo() throws IOException {
        SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
        try (SevenZOutputFile out = new SevenZOutputFile(channel, "secret".toCharArray())) {
            add(out, "note.txt", WORDS.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Read.refusals("a.7z", bytes(channel)))
                .containsExactly("not_read a.7z: This is an encrypted 7z archive; not read.");
    }

    /** A file of the system is not read, and yet unpacked on the way to the next. */
    @ParameterizedTest
    @CsvSource({"lines.jsonl", ".hidden"})
    void aBombIsNotUnpacked(String name) throws IOException {
        SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
        try (SevenZOutputFile out = new SevenZOutputFile(channel)) {
            out.setContentCompression(SevenZMethod.DEFLATE);
            SevenZArchiveEntry entry = new SevenZArchiveEntry();
            entry.setName(name);
            out.putArchiveEntry(entry);
            byte[] spaces = " ".repeat(CHUNK).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < BOMB_CHUNKS; i++) {
                out.write(spaces);
            }
            out.closeArchiveEntry();
            add(out, "note.txt", WORDS.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Read.documents("a.7z", bytes(channel))).isEmpty();
        assertThat(Read.refusals("a.7z", bytes(channel)))
                .last()
                .asString()
                .startsWith("too-large a.7z: Reading broke off: it unpacks to more than 256 MiB");
    }

    @Test
    void anArchiveThatAsksForTooMuchMemoryIsRefused() throws IOException {
        LZMA2Options options = new LZMA2Options();
        options.setDictSize(256 << 20);
        options.setMode(LZMA2Options.MODE_UNCOMPRESSED);
        byte[] archive = archive(new SevenZMethodConfiguration(SevenZMethod.LZMA2, options), Map.of("note.txt", WORDS));
        assertThat(Read.refusals("a.7z", archive))
                .containsExactly(
                        "too-large a.7z: Unpacking this 7z archive takes more than 128 MiB of memory; not read.");
    }

    /** Whatever a fault does to the bytes, either the words are right or a refusal says what is wrong. */
    @Test
    void aDamagedArchiveIsRefusedWithAReason() throws IOException {
        byte[] whole = archive(new SevenZMethodConfiguration(SevenZMethod.LZMA2), Map.of("note.txt", WORDS));
        Map<String, Integer> reasons = new TreeMap<>();
        for (int i = 4; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= (byte) 0x41;
            for (byte[] damaged : List.of(changed, Arrays.copyOf(whole, i))) {
                for (Incoming incoming : Read.all("a.7z", damaged)) {
                    switch (incoming) {
                        case Incoming.Report report ->
                            assertThat(report.document().body()).isEqualTo(WORDS);
                        case Incoming.Refused refused ->
                            reasons.merge(refused.problem().message(), 1, Integer::sum);
                    }
                }
            }
        }
        assertThat(reasons.keySet())
                .contains(
                        "a.7z: Reading broke off: the 7z archive is cut off or damaged, and its list of files cannot be"
                                + " read.",
                        "a.7z!/note.txt: Reading broke off: Checksum verification failed.")
                .allSatisfy(reason -> assertThat(reason).doesNotContain("bug", "Exception", "Header"));
    }

    @Test
    void aDamagedFileDoesNotCostTheOneAfterIt() throws IOException {
        SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
        try (SevenZOutputFile out = new SevenZOutputFile(channel)) {
            out.setContentCompression(SevenZMethod.COPY);
            add(out, "first.txt", WORDS.replace("three", "seven").getBytes(StandardCharsets.UTF_8));
            add(out, "second.txt", WORDS.getBytes(StandardCharsets.UTF_8));
        }
        byte[] archive = bytes(channel);
        archive[40] ^= 1;
        assertThat(Read.refusals("a.7z", archive))
                .containsExactly("unreadable a.7z!/first.txt: Reading broke off: Checksum verification failed.");
        assertThat(Read.documents("a.7z", archive))
                .singleElement()
                .extracting(Document::body)
                .isEqualTo(WORDS);
    }

    private static byte[] archive(SevenZMethodConfiguration method, Map<String, String> files) throws IOException {
        SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
        try (SevenZOutputFile out = new SevenZOutputFile(channel)) {
            out.setContentMethods(List.of(method));
            for (Map.Entry<String, String> file : files.entrySet()) {
                add(out, file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes(channel);
    }

    private static byte[] archive(SevenZMethod method, String name, byte[] content) throws IOException {
        SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
        try (SevenZOutputFile out = new SevenZOutputFile(channel)) {
            out.setContentCompression(method);
            add(out, name, content);
        }
        return bytes(channel);
    }

    private static void add(SevenZOutputFile out, String name, byte[] content) throws IOException {
        SevenZArchiveEntry entry = new SevenZArchiveEntry();
        entry.setName(name);
        out.putArchiveEntry(entry);
        out.write(content);
        out.closeArchiveEntry();
    }

    private static byte[] bytes(SeekableInMemoryByteChannel channel) throws IOException {
        return Arrays.copyOf(channel.array(), (int) channel.size());
    }
}
