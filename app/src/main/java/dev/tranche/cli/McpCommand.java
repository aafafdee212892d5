package dev.tranche.cli;

import dev.tranche.api.McpPipe;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.store.Access;
import dev.tranche.store.BookAddress;
import dev.tranche.store.Store;
import dev.tranche.view.BookSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code tranche mcp}: answers an assistant over standard input and output. */
@Command(
        name = "mcp",
        header = "Answer an assistant about a book (Model Context Protocol).",
        description = {
            "",
            "An assistant starts this command itself and sends messages to its standard input, one per line; the"
                    + " answers go to standard output and everything else to standard error. The tools search entries,"
                    + " show one with the words behind each cell, sum, list encounters, statements, contradictions and"
                    + " the audit, and read a text without keeping it. They only read. The command ends when its input"
                    + " does.",
            "",
            "With the secret of a reviewer's token in the environment variable TRANCHE_TOKEN, further tools accept,"
                    + " correct, merge and reject entries and undo decisions, each with a reason and in the name of the"
                    + " token's owner.",
            "",
            "Configuration of an assistant that starts programs:",
            "",
            "  {\"mcpServers\": {\"tranche\": {\"command\": \"tranche\",",
            "    \"args\": [\"mcp\", \"--book\", \"/path/to/tranche.db\"]}}}",
            "",
            "A server answers the same at /api/v1/mcp, for those who may read its book: see 'tranche serve'.",
            ""
        })
public final class McpCommand implements Runnable {

    private static final String TOKEN = "TRANCHE_TOKEN";

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Mixin
    private BookOption book = new BookOption();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private RecordOption record = new RecordOption();

    /** Answers until standard input ends. */
    @Override
    public void run() {
        BookAddress address = book.address();
        // Brings an older book up to this version, where it may be written.
        try (Store store = book.open(Access.READ)) {
            store.head();
        }
        Terminal terminal = program.terminal();
        Lexicon lexicon = reading.lexicon();
        BookSettings settings = new BookSettings(record.or(RecordOption.ALL), record.isGiven());
        Optional<String> token = Optional.ofNullable(terminal.environment().get(TOKEN))
                .map(String::strip)
                .filter(secret -> !secret.isEmpty());
        try (McpPipe pipe = McpPipe.open(
                address, settings, lexicon, reading.reader(lexicon), VersionCommand.version(), token, terminal.err())) {
            pipe.answer(terminal.in(), terminal.out());
        } catch (McpPipe.TokenException refused) {
            throw CommandException.usage(TOKEN + ": " + refused.getMessage() + ".");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
