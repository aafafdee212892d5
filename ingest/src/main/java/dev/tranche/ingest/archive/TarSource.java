package dev.tranche.ingest.archive;

import dev.tranche.ingest.Content;
import dev.tranche.ingest.Guard;
import dev.tranche.ingest.Sink;
import dev.tranche.ingest.Source;
import java.io.IOException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads the files in a tar archive; links and devices in it are skipped. */
public final class TarSource implements Source {

    @Override
    public void read(Content content, Sink sink) throws IOException {
        Guard guard = Guard.over(content.bytes());
        TarArchiveInputStream tar = new TarArchiveInputStream(guard.packed());
        Entries entries = new Entries(content, sink);
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (entry.isFile()
                    && !entry.isSymbolicLink()
                    && !entry.isLink()
                    && !entries.read(entry.getName(), guard.watch(tar))) {
                return;
            }
        }
    }
}
