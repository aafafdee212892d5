package dev.tranche.cli;

import dev.tranche.account.Door;
import dev.tranche.account.DoorSettings;
import dev.tranche.api.Server;
import dev.tranche.api.ServerSettings;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.store.Access;
import dev.tranche.store.BookAddress;
import dev.tranche.store.StoreException;
import dev.tranche.view.BookSettings;
import io.javalin.util.JavalinBindException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every command that serves a book. */
final class ServingOptions {

    /** The usual port of the server. */
    private static final int USUAL_PORT = 8095;

    private static final int LAST_PORT = 65_535;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port to listen on; 0 for any free one. Default: " + USUAL_PORT + ".")
    private int port = USUAL_PORT;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "The name or address to listen on. Default: 127.0.0.1, which only this machine reaches.")
    private String host = "127.0.0.1";

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description =
                    "A further name under which the server is reached, such as books.example.org; may be repeated.")
    private List<String> names = new ArrayList<>();

    @Mixin
    private AuthorOption author = new AuthorOption();

    @Option(
            names = "--behind-proxy",
            description = "A proxy on this machine accepts requests over HTTPS and passes them on.")
    private boolean behindProxy;

    @Option(
            names = "--watch",
            description = "Also poll the feeds and pages that are watched for this book, as 'tranche watch run' does.")
    private boolean watch;

    @Option(
            names = "--offline",
            description = "Fetch nothing: addresses cannot be added on the pages. Default: addresses that somebody adds"
                    + " there are fetched.")
    private boolean offline;

    @Option(
            names = "--access-log",
            paramLabel = "FILE",
            description = "Append a line of JSON for each request to a file; its folder must exist.")
    private @Nullable Path accessLog;

    /** Serves a book until the program is ended. */
    void serve(TrancheCommand program, BookAddress book, ReadingOptions reading, RecordOption record) {
        if (port < 0 || port > LAST_PORT) {
            throw CommandException.usage("--port: " + port + " is not between 0 and " + LAST_PORT + ".");
        }
        if (watch && offline) {
            throw CommandException.usage(
                    "--watch and --offline cannot be combined: feeds are polled over the network.");
        }
        refuseUnguarded(book);
        Supplier<Lexicon> lexicon = reading.lexiconLater();
        ServerSettings settings = new ServerSettings(
                book,
                Path.of(""),
                new BookSettings(record.or(RecordOption.ALL), record.isGiven()),
                lexicon,
                reading.reader(lexicon),
                reading.threads(),
                host,
                port,
                names,
                author.name(),
                behindProxy,
                Optional.ofNullable(accessLog),
                VersionCommand.version(),
                new ServerSettings.Network(!offline, reading.isOwnNetwork(), watch));
        try (Server server = Server.start(settings, program.terminal().err())) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::stopPolling));
            program.terminal().err().println("tranche: the book is at " + server.address() + " (Ctrl-C ends).");
            new CountDownLatch(1).await();
        } catch (StoreException failed) {
            throw BookOptions.explained(failed);
        } catch (JavalinBindException taken) {
            throw CommandException.outside("port " + port + " of " + host
                    + " cannot be listened on: another program is using it, or it does not belong to this machine."
                    + " Choose another with --port N.");
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** A server that other machines can reach must know who is asking. */
    private void refuseUnguarded(BookAddress book) {
        boolean reached = !Server.isLoopback(host);
        if (!reached && !behindProxy) {
            return;
        }
        try (Door door = Door.open(book, Access.READ, DoorSettings.USUAL, InstantSource.system(), new SecureRandom())) {
            if (!door.hasAccounts()) {
                throw CommandException.usage(
                        (reached ? "--host: other machines reach " + host : "--behind-proxy: others reach the server")
                                + ", and this book has no accounts. 'tranche accounts add NAME --role admin' creates"
                                + " the first; from then on everybody must sign in.");
            }
        } catch (StoreException failed) {
            throw BookOptions.explained(failed);
        }
    }
}
