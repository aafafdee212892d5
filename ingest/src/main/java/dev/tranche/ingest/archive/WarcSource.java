package dev.tranche.ingest.archive;

import dev.tranche.ingest.Content;
import dev.tranche.ingest.Sink;
import dev.tranche.ingest.Source;
import java.io.IOException;

/** Reads a web archive that is not compressed, or as a whole. */
public final class WarcSource implements Source {

    /** Builds a reader. */
    public WarcSource() {}

    @Override
    public void read(Content content, Sink sink) throws IOException {
        WarcRecords records = new WarcRecords(content, sink);
        records.read(content.bytes());
        records.complete();
    }
}
