package dev.tranche.cli;

import dev.tranche.export.Exported;
import dev.tranche.export.FolderParts;
import dev.tranche.export.Format;
import dev.tranche.export.StreamParts;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** Where an export goes: a file, an archive, a folder or standard output. Files appear when they are complete. */
final class ExportTarget {

    /** Names standard output. */
    static final String STANDARD = "-";

    private final String out;
    private final Terminal terminal;

    private ExportTarget(String out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    static ExportTarget of(String out, Terminal terminal) {
        return new ExportTarget(out, terminal);
    }

    /** Writes an export; refuses a folder for one file and a file for several. */
    void write(Format format, Exported book) throws IOException {
        if (out.equals(STANDARD)) {
            OutputStream standard = new BufferedOutputStream(terminal.out(), 1 << 16);
            StreamParts.write(format, book, standard);
            standard.flush();
            return;
        }
        Path path = Path.of(out);
        if (format.about().isFolder() && !isArchive()) {
            if (Files.isRegularFile(path)) {
                throw CommandException.usage("--out: " + out + " is a file; " + format.slug()
                        + " needs a folder, or a name that ends in .zip.");
            }
            try (FolderParts parts = new FolderParts(path)) {
                format.write(book, parts);
                parts.complete();
            }
            return;
        }
        if (Files.isDirectory(path)) {
            throw CommandException.usage("--out: " + out + " is a folder; name a file in it, such as "
                    + path.resolve(format.about().fileName()) + ".");
        }
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw CommandException.outside(out + ": cannot be written: its folder does not exist.");
        }
        Path part = path.resolveSibling(path.getFileName() + ".part");
        try {
            try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
                StreamParts.write(format, book, to);
            }
            Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private boolean isArchive() {
        return out.toLowerCase(Locale.ROOT).endsWith(".zip");
    }
}
