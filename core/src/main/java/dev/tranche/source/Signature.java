package dev.tranche.source;

import java.util.Optional;

/** Kinds of non-text files, recognised by their first bytes. */
enum Signature {
    PDF("a PDF document", "%PDF-"),
    ZIP("a ZIP archive or office document", "PK\u0003\u0004"),
    PNG("a PNG picture", "\u0089PNG"),
    JPEG("a JPEG picture", "\u00FF\u00D8\u00FF"),
    GIF("a GIF picture", "GIF8"),
    XZ("an xz archive", "\u00FD7zXZ"),
    ZSTD("a Zstandard archive", "(\u00B5/\u00FD"),
    SEVEN_ZIP("a 7z archive", "7z\u00BC\u00AF"),
    GZIP("a gzip archive inside a gzip archive", "\u001F\u008B"),
    OFFICE("an old office document", "\u00D0\u00CF\u0011\u00E0"),
    SQLITE("an SQLite database", "SQLite format 3\0"),
    ELF("a program", "\u007FELF"),
    JAVA_CLASS("a Java class", "\u00CA\u00FE\u00BA\u00BE"),
    RAR("a RAR archive", "Rar!\u001A\u0007"),
    LZ4("an LZ4 archive", "\u0004\"M\u0018"),
    COMPRESS("a compressed file of the old kind (.Z)", "\u001F\u009D"),
    // Four bytes of length stand between the two words; a text may begin with the first.
    WEBP("a WebP picture", "RIFF\uFFFF\uFFFF\uFFFF\uFFFFWEBP"),
    WAV("a WAV recording", "RIFF\uFFFF\uFFFF\uFFFF\uFFFFWAVE"),
    AVI("an AVI film", "RIFF\uFFFF\uFFFF\uFFFF\uFFFFAVI "),
    TIFF("a TIFF picture", "II*\0"),
    TIFF_BIG("a TIFF picture", "MM\0*"),
    MP3_2("an MP3 recording", "ID3\u0002"),
    MP3_3("an MP3 recording", "ID3\u0003"),
    MP3_4("an MP3 recording", "ID3\u0004"),
    OGG("an Ogg recording", "OggS"),
    FLAC("a FLAC recording", "fLaC"),
    MP4("an MP4 film or HEIC picture", "ftyp", 4),
    MATROSKA("a Matroska or WebM film", "\u001AE\u00DF\u00A3"),
    PARQUET("a Parquet file", "PAR1"),
    DJVU("a DjVu document", "AT&TFORM"),
    MOBI("a Mobipocket book", "BOOKMOBI", 60),
    WINDOWS("a program", "MZ\u0090\0"),
    FONT("a font", "wOF"),
    WINMAIL("an attachment in Outlook's own format (winmail.dat)", "x\u009F>\""),
    UTF_32LE("text in UTF-32, which Tranche does not read", "\u00FF\u00FE\0\0"),
    UTF_32BE("text in UTF-32, which Tranche does not read", "\0\0\u00FE\u00FF");

    private final String description;

    /** Stands for any byte. */
    private static final char ANY = '\uFFFF';

    /** The bytes as characters of the same code. */
    private final String start;

    private final int offset;

    Signature(String description, String start) {
        this(description, start, 0);
    }

    Signature(String description, String start, int offset) {
        this.description = description;
        this.start = start;
        this.offset = offset;
    }

    /** Returns what the file is, with its article. */
    String description() {
        return description;
    }

    /** Returns the kind of file that has these first bytes. */
    static Optional<Signature> of(byte[] bytes) {
        for (Signature each : values()) {
            if (each.fits(bytes)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private boolean fits(byte[] bytes) {
        if (bytes.length < offset + start.length()) {
            return false;
        }
        for (int i = 0; i < start.length(); i++) {
            if (start.charAt(i) != ANY && (bytes[offset + i] & 0xFF) != start.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
