package dev.tranche.source;

import dev.tranche.problem.Problem;
import dev.tranche.problem.ProblemCode;
import dev.tranche.text.Document;
import dev.tranche.text.DocumentId;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one input, a file or a stream, as a sequence of reports; never throws because of its content.
 *
 * <p>The content determines the format ({@link Format}): gzip is opened; an input whose first character is an object's
 * brace is JSON Lines, one report per line; plain text is one report with an optional {@link Head head}; anything else,
 * such as a page, a feed, a table or a picture, is refused by name. Only the file ending {@code .jsonl} or {@code
 * .ndjson} makes JSON Lines of an input that starts with something else, so that a broken first line does not lose the
 * others. Text is UTF-8, UTF-16 by its byte order mark or zero bytes, else Windows-1252.
 *
 * <p>JSON Lines are read one line at a time, so that an input of any size needs the memory of two lines. Not safe for
 * several threads.
 */
public final class ReportReader implements AutoCloseable {

    /** The most bytes of a plain text, after decompression; a longer one is refused. */
    public static final int TEXT_LIMIT_BYTES = 16 << 20;

    /** The most bytes of one line of JSON Lines; a longer one is skipped. */
    public static final int LINE_LIMIT_BYTES = 16 << 20;

    private static final int START_BYTES = 8192;

    private final String name;
    private final String baseName;
    private final InputStream source;
    private @Nullable LineReader lines;
    private LineReader.@Nullable Line ahead;
    private @Nullable Incoming pending;
    private boolean started;
    private boolean lineSeen;

    private ReportReader(String name, InputStream source) {
        this.name = name;
        this.baseName = baseName(name);
        this.source = source;
    }

    /**
     * Opens an input.
     *
     * @param name its path or another name for messages; reports without an id are named after its last part
     * @param source its bytes, read from here on; closed with the reader
     */
    public static ReportReader of(String name, InputStream source) {
        return new ReportReader(name, source);
    }

    /** Opens bytes in memory. */
    public static ReportReader of(String name, byte[] bytes) {
        return new ReportReader(name, new ByteArrayInputStream(bytes));
    }

    /** Returns all that an input yields. For inputs that fit into memory. */
    public static List<Incoming> readAll(String name, byte[] bytes) {
        List<Incoming> all = new ArrayList<>();
        ReportReader reader = of(name, bytes);
        for (Optional<Incoming> next = reader.next(); next.isPresent(); next = reader.next()) {
            all.add(next.get());
        }
        return all;
    }

    /**
     * Returns the next report or refusal; empty at the end.
     *
     * <p>A failure of the stream ends the input with a refusal of code {@link ProblemCode#UNREADABLE}.
     */
    public Optional<Incoming> next() {
        if (!started) {
            started = true;
            start();
        }
        if (pending != null) {
            Incoming only = pending;
            pending = null;
            return Optional.of(only);
        }
        if (ahead == null) {
            return Optional.empty();
        }
        LineReader.Line line = ahead;
        advance();
        boolean alone = !lineSeen && ahead == null && pending == null;
        lineSeen = true;
        return Optional.of(report(line, alone));
    }

    /** Closes the stream; a failure to do so loses nothing already read. */
    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException ignored) {
            // Everything needed has already been read.
        }
    }

    private void start() {
        try {
            BufferedInputStream in = new BufferedInputStream(source, 1 << 16);
            byte[] start = peek(in);
            if (start.length > 1 && (start[0] & 0xFF) == 0x1F && (start[1] & 0xFF) == 0x8B) {
                in = new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16);
                start = peek(in);
            }
            open(in, start);
        } catch (IOException broken) {
            pending = unreadable(broken);
        }
    }

    private void open(BufferedInputStream in, byte[] start) throws IOException {
        Format format = Format.detect(start, name);
        Optional<TextEncoding> found = TextEncoding.detect(start);
        switch (format) {
            case JSON_LINES, TEXT -> {
                TextEncoding encoding = found.orElse(TextEncoding.BYTES);
                in.skipNBytes(encoding.markLength(start));
                if (format == Format.JSON_LINES) {
                    openLines(new LineReader(in, encoding, LINE_LIMIT_BYTES));
                } else {
                    pending = readText(in, encoding);
                }
            }
            case JSON ->
                pending = refuse(
                        name,
                        ProblemCode.BROKEN_JSON,
                        "This is JSON over several lines; write one report per line (JSON Lines). Not read.");
            case OTHER -> {
                boolean known = Format.isNamed(start);
                ProblemCode code = known ? ProblemCode.NOT_READ : ProblemCode.BINARY;
                pending = refuse(name, code, "This is " + Format.describe(start) + "; not read.");
            }
            case GZIP ->
                pending = refuse(name, ProblemCode.NOT_READ, "This is a gzip archive inside a gzip archive; not read.");
            case HTML,
                    FEED,
                    NEWSML,
                    OPML,
                    XML,
                    TABLE,
                    MAIL,
                    MAILBOX,
                    WARC,
                    RTF,
                    PDF,
                    ZIP,
                    COMPOUND,
                    BZIP2,
                    XZ,
                    TAR,
                    SEVEN_ZIP ->
                pending = refuse(name, ProblemCode.NOT_READ, "This is " + format.description() + "; not read.");
        }
    }

    private void openLines(LineReader reader) {
        lines = reader;
        advance();
        if (ahead == null && pending == null) {
            pending = refuse(name, ProblemCode.EMPTY, "The input is empty.");
        }
    }

    private void advance() {
        ahead = null;
        if (lines == null) {
            return;
        }
        try {
            ahead = lines.next();
        } catch (IOException broken) {
            lines = null;
            pending = unreadable(broken);
        }
    }

    private Incoming readText(InputStream in, TextEncoding encoding) throws IOException {
        byte[] bytes = in.readNBytes(TEXT_LIMIT_BYTES + 1);
        if (bytes.length > TEXT_LIMIT_BYTES) {
            return refuse(
                    name,
                    ProblemCode.TOO_LARGE,
                    "A plain text may hold " + (TEXT_LIMIT_BYTES >> 20) + " MiB and this one is larger; not read.");
        }
        TextEncoding.Decoded decoded = encoding.decode(bytes, 0, bytes.length);
        Head head = Head.of(decoded.text());
        String title = head.find("title").orElse("");
        String body = head.body();
        if (title.isBlank() && body.isBlank()) {
            return refuse(name, ProblemCode.EMPTY, "The input is empty.");
        }
        Optional<String> date = head.find("date").or(() -> head.find("published"));
        List<Problem> problems = new ArrayList<>();
        String id = id(name, head.find("id"), baseName, problems);
        Document document =
                Document.of(id, title, body).with(head.find("outlet"), head.find("url"), date, head.find("language"));
        return report(name, document, decoded.replaced(), problems);
    }

    private Incoming report(LineReader.Line line, boolean alone) {
        String place = name + ":" + line.number();
        if (line.tooLong()) {
            return refuse(
                    place,
                    ProblemCode.TOO_LARGE,
                    "A line may hold " + (LINE_LIMIT_BYTES >> 20) + " MiB and this one is longer; skipped.");
        }
        try {
            JsonReport fields = JsonReport.parse(line.text());
            String title = fields.words("title");
            String body = fields.words("text");
            if (title.isBlank() && body.isBlank()) {
                return refuse(place, ProblemCode.EMPTY, "The line has neither a title nor a text; skipped.");
            }
            List<Problem> problems = new ArrayList<>();
            String fallback = alone ? baseName : baseName + ":" + line.number();
            Document document = Document.of(id(place, fields.label("id"), fallback, problems), title, body)
                    .with(
                            fields.label("outlet"),
                            fields.label("url"),
                            fields.label("published"),
                            fields.label("language"));
            return report(place, document, line.replaced(), problems);
        } catch (JsonReport.BrokenLine broken) {
            return refuse(place, ProblemCode.BROKEN_JSON, "The line was skipped, for " + broken.getMessage() + ".");
        }
    }

    private static Incoming report(String place, Document document, int replaced, List<Problem> problems) {
        if (replaced > 0) {
            problems.add(Problem.of(
                    ProblemCode.ENCODING,
                    place + ": " + replaced + (replaced == 1 ? " character" : " characters")
                            + " could not be decoded and became U+FFFD."));
        }
        OddCharacters.find(document.text()).ifPresent(problems::add);
        return new Incoming.Report(place, document, problems);
    }

    private static String id(String place, Optional<String> stated, String fallback, List<Problem> problems) {
        if (stated.isEmpty()) {
            return fallback;
        }
        if (stated.get().length() <= DocumentId.MAX_LENGTH) {
            return stated.get();
        }
        problems.add(Problem.of(
                ProblemCode.TOO_LARGE,
                place + ": An id may hold " + DocumentId.MAX_LENGTH
                        + " characters and this one is longer; the report is named " + fallback + "."));
        return fallback;
    }

    private Incoming unreadable(IOException broken) {
        String message = broken.getMessage();
        return refuse(
                name,
                ProblemCode.UNREADABLE,
                "Reading broke off: " + (message == null ? broken.getClass().getSimpleName() : message) + ".");
    }

    private static Incoming refuse(String place, ProblemCode code, String sentence) {
        return new Incoming.Refused(place, Problem.of(code, place + ": " + sentence));
    }

    private static byte[] peek(BufferedInputStream in) throws IOException {
        in.mark(START_BYTES);
        byte[] start = in.readNBytes(START_BYTES);
        in.reset();
        return start;
    }

    /** The name of a file without folders and extensions: {@code feeds/2022.jsonl.gz} is {@code 2022}. */
    private static String baseName(String name) {
        String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String opened = file.toLowerCase(Locale.ROOT).endsWith(".gz") ? file.substring(0, file.length() - 3) : file;
        int dot = opened.lastIndexOf('.');
        String base = dot > 0 ? opened.substring(0, dot) : opened;
        if (base.isBlank()) {
            return "report";
        }
        return base.length() > DocumentId.MAX_LENGTH / 2 ? base.substring(0, DocumentId.MAX_LENGTH / 2) : base;
    }
}
