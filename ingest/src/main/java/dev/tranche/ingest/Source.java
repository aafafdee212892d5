package dev.tranche.ingest;

import java.io.IOException;

/**
 * One format: bytes in, documents with blocks and offsets out.
 *
 * <p>Content never makes a source throw: a part that is not a report becomes a refusal that names it. Sources
 * keep no state and may be used by several threads.
 */
@FunctionalInterface
public interface Source {

    /**
     * Reads all reports of an input, in order.
     *
     * @param content the input
     * @param sink receives the reports and refusals as they are found
     * @throws IOException if the bytes cannot be read; what was found before has been passed to the sink
     */
    void read(Content content, Sink sink) throws IOException;
}
