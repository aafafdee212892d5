package dev.tranche.ingest.paper;

import dev.tranche.ingest.BlockText;
import dev.tranche.ingest.Content;
import dev.tranche.ingest.Sink;
import dev.tranche.ingest.Source;
import dev.tranche.problem.ProblemCode;
import java.io.IOException;
import java.util.Optional;

/** Reads rich text as one report. */
public final class RtfSource implements Source {

    @Override
    public void read(Content content, Sink sink) throws IOException {
        Optional<byte[]> bytes = content.all();
        if (bytes.isEmpty()) {
            sink.refuse(
                    content.name(),
                    ProblemCode.TOO_LARGE,
                    "An RTF document may be up to 64 MiB, and this one is larger; not read.");
            return;
        }
        BlockText text = Rtf.read(bytes.get());
        if (text.length() == 0) {
            sink.refuse(content.name(), ProblemCode.EMPTY, "This is an RTF document without text; not read.");
            return;
        }
        sink.report(
                content.name(),
                text.document(content.baseName(), "", Optional.empty(), Optional.empty(), Optional.empty()));
    }
}
