package dev.tranche.cli;

import dev.tranche.store.BookAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code tranche serve}: pages and REST interface over a book. */
@Command(
        name = "serve",
        header = "Serve the pages and the REST interface of a book.",
        description = {
            "",
            "The server listens on this machine alone. Reports that other programs add to the book appear"
                    + " automatically. The interface for programs begins at /api/v1/book and is described by"
                    + " /api/v1/openapi.yaml; assistants use /api/v1/mcp. Ctrl-C stops the server.",
            ""
        })
public final class ServeCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Mixin
    private BookOption book = new BookOption();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private RecordOption record = new RecordOption();

    @Mixin
    private ServingOptions serving = new ServingOptions();

    /** Serves until the program is ended. */
    @Override
    public void run() {
        BookAddress address = book.address();
        serving.serve(program, address, reading, record);
    }
}
