package dev.tranche.ingest.paper;

import dev.tranche.ingest.BlockText;
import dev.tranche.ingest.Content;
import dev.tranche.ingest.Sink;
import dev.tranche.problem.ProblemCode;
import dev.tranche.text.MarkedDay;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** An office document or e-book: a ZIP archive of XML files, of a known kind. */
public final class OfficeFile {

    /** The most bytes of one file in a package, unpacked. */
    private static final int MOST_PART_BYTES = 128 << 20;

    private static final int MOST_PARTS = 20_000;

    /** The most bytes of all the files in a package that are read. */
    private static final long MOST_BYTES = 512L << 20;

    /** The bytes before the first name in a ZIP archive. */
    private static final int ZIP_HEAD = 30;

    private static final Pattern WORD_PART = Pattern.compile("Target\\s*=\\s*[\"']/?(word/[^\"']{1,200})[\"']");

    private final Kind kind;
    private final byte[] bytes;

    private OfficeFile(Kind kind, byte[] bytes) {
        this.kind = kind;
        this.bytes = bytes;
    }

    private enum Kind {
        DOCX,
        XLSX,
        PPTX,
        OPEN_TEXT,
        OPEN_TABLE,
        OPEN_OTHER,
        EPUB
    }

    /** Returns the document that a ZIP archive is; empty for an archive of files. */
    public static Optional<OfficeFile> open(byte[] bytes) {
        try (ZipFile zip = zip(bytes)) {
            return kind(zip).map(kind -> new OfficeFile(kind, bytes));
        } catch (IOException noDirectory) {
            return Optional.empty();
        }
    }

    private static ZipFile zip(byte[] bytes) throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get();
    }

    private static Optional<Kind> kind(ZipFile zip) throws IOException {
        if (zip.getEntry("[Content_Types].xml") != null) {
            if (zip.getEntry(wordPart(zip)) != null) {
                return Optional.of(Kind.DOCX);
            }
            if (zip.getEntry("xl/workbook.xml") != null) {
                return Optional.of(Kind.XLSX);
            }
            return zip.getEntry("ppt/presentation.xml") != null ? Optional.of(Kind.PPTX) : Optional.empty();
        }
        ZipArchiveEntry named = zip.getEntry("mimetype");
        if (named == null) {
            return zip.getEntry("META-INF/container.xml") != null ? Optional.of(Kind.EPUB) : Optional.empty();
        }
        String type = new String(part(zip, "mimetype", 200), StandardCharsets.US_ASCII).strip();
        if (type.contains("epub")) {
            return Optional.of(Kind.EPUB);
        }
        if (!type.contains("opendocument")) {
            return Optional.empty();
        }
        if (type.contains(".text")) {
            return Optional.of(Kind.OPEN_TEXT);
        }
        return Optional.of(type.contains(".spreadsheet") ? Kind.OPEN_TABLE : Kind.OPEN_OTHER);
    }

    /** The main part of a Word document, which some programs name differently. */
    private static String wordPart(ZipFile zip) throws IOException {
        String usual = "word/document.xml";
        if (zip.getEntry(usual) != null) {
            return usual;
        }
        String relations = new String(part(zip, "_rels/.rels", 1 << 20), StandardCharsets.UTF_8);
        Matcher matcher = WORD_PART.matcher(relations);
        return matcher.find() ? matcher.group(1) : usual;
    }

    /** Is this the beginning of a document whose end, with its list of parts, is missing? */
    public static boolean isCut(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
        String name = start.length() > ZIP_HEAD ? start.substring(ZIP_HEAD) : "";
        if (!name.startsWith("[Content_Types].xml") && !name.startsWith("mimetype")) {
            return false;
        }
        try (ZipFile zip = zip(bytes)) {
            return !zip.getEntries().hasMoreElements();
        } catch (IOException noDirectory) {
            return true;
        }
    }

    private static byte[] part(ZipFile zip, String name, int most) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null) {
            return new byte[0];
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new IOException("its part " + name + " unpacks to more than " + (most >> 20) + " MiB");
            }
            return bytes;
        }
    }

    /** Reads the document as one report, or a table as one report per row. */
    public void read(Content content, Sink sink) throws IOException {
        try (ZipFile zip = zip(bytes)) {
            switch (kind) {
                case DOCX ->
                    text(
                            content,
                            WordText.read(part(zip, wordPart(zip), MOST_PART_BYTES)),
                            properties(zip, "docProps/core.xml"),
                            "a Word document",
                            sink);
                case XLSX -> Sheets.ofExcel(content, new Parts(zip), sink);
                case OPEN_TEXT -> openText(content, zip, sink);
                case OPEN_TABLE -> {
                    if (isLocked(zip)) {
                        locked(content, "an OpenDocument spreadsheet", sink);
                    } else {
                        Sheets.ofOpenDocument(content, part(zip, "content.xml", MOST_PART_BYTES), sink);
                    }
                }
                case EPUB -> text(content, Book.read(new Parts(zip)), Book.properties(new Parts(zip)), "a book", sink);
                case PPTX -> refuse(content, "a PowerPoint presentation", sink);
                case OPEN_OTHER -> refuse(content, "an OpenDocument drawing or presentation", sink);
            }
        } catch (XMLStreamException broken) {
            String why = String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
            sink.refuse(content.name(), ProblemCode.UNREADABLE, "The document breaks off: " + why + ".");
        }
    }

    /**
     * A row of a sheet that has a filled cell.
     *
     * @param number its number in the sheet, from 1
     * @param cells the values as they are stored; a day is a number there, see {@link OfficeFile#day}
     */
    public record SheetRow(int number, List<String> cells) {

        /** Copies the list. */
        public SheetRow {
            cells = List.copyOf(cells);
        }
    }

    /** Returns the rows of each sheet of an Excel workbook that has any; no sheet for other documents. */
    public List<List<SheetRow>> sheets() throws IOException, XMLStreamException {
        if (kind != Kind.XLSX) {
            return List.of();
        }
        try (ZipFile zip = zip(bytes)) {
            return Sheets.ofExcel(new Parts(zip));
        }
    }

    /** Returns the day represented by a number in spreadsheets, as ISO 8601; anything else unchanged. */
    public static String day(String value) {
        return Sheets.day(value);
    }

    private void openText(Content content, ZipFile zip, Sink sink) throws IOException, XMLStreamException {
        if (isLocked(zip)) {
            locked(content, "an OpenDocument text", sink);
            return;
        }
        BlockText text = WordText.readOpen(part(zip, "content.xml", MOST_PART_BYTES));
        text(content, text, properties(zip, "meta.xml"), "an OpenDocument text", sink);
    }

    private static boolean isLocked(ZipFile zip) throws IOException {
        String list = new String(part(zip, "META-INF/manifest.xml", 4 << 20), StandardCharsets.UTF_8);
        return list.contains("encryption-data");
    }

    private static void locked(Content content, String what, Sink sink) {
        sink.refuse(content.name(), ProblemCode.NOT_READ, "This is " + what + " that is encrypted; not read.");
    }

    private static void refuse(Content content, String what, Sink sink) {
        sink.refuse(content.name(), ProblemCode.NOT_READ, "This is " + what + "; not read.");
    }

    private static void text(Content content, BlockText text, Map<String, String> properties, String what, Sink sink) {
        if (text.length() == 0) {
            sink.refuse(content.name(), ProblemCode.EMPTY, "This is " + what + " without text; not read.");
            return;
        }
        String title = properties.getOrDefault("title", "");
        Optional<String> author = Optional.ofNullable(properties.get("creator")).filter(name -> !name.isBlank());
        Optional<MarkedDay> none = Optional.empty();
        sink.report(
                content.name(),
                text.document(content.baseName(), title, none, author, Optional.empty())
                        .with(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.ofNullable(properties.get("date")).filter(day -> kindStates(day)),
                                Optional.ofNullable(properties.get("language"))));
    }

    private static boolean kindStates(String day) {
        return !day.isBlank() && Character.isDigit(day.charAt(0));
    }

    /** The title, author, language and date of the properties; an office file's own dates state when it was saved. */
    private static Map<String, String> properties(ZipFile zip, String name) throws IOException, XMLStreamException {
        Map<String, String> all = new HashMap<>(WordText.properties(part(zip, name, 4 << 20)));
        all.remove("date");
        return all;
    }

    /** The parts of a package by their names. */
    static final class Parts {
        private final ZipFile zip;
        private int read;
        private long unpacked;

        Parts(ZipFile zip) {
            this.zip = zip;
        }

        /** Returns a part; empty bytes if it is missing. */
        byte[] part(String name) throws IOException {
            if (++read > MOST_PARTS) {
                throw new IOException("it has more than " + MOST_PARTS + " parts");
            }
            byte[] part = OfficeFile.part(zip, name, MOST_PART_BYTES);
            unpacked += part.length;
            if (unpacked > MOST_BYTES) {
                throw new IOException("its parts unpack to more than " + (MOST_BYTES >> 20) + " MiB");
            }
            return part;
        }

        /** Returns the names of the parts that match a pattern. */
        List<String> names(Pattern pattern) {
            return Collections.list(zip.getEntries()).stream()
                    .map(ZipArchiveEntry::getName)
                    .filter(name -> pattern.matcher(name).matches())
                    .distinct()
                    .toList();
        }

        static String lower(String name) {
            return name.toLowerCase(Locale.ROOT);
        }
    }
}
