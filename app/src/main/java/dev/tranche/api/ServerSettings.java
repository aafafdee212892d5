package dev.tranche.api;

import dev.tranche.extract.Extraction;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.source.Incoming;
import dev.tranche.store.BookAddress;
import dev.tranche.view.BookSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a server is to do.
 *
 * @param book where the book is
 * @param folder where the files beside a book on a server are kept
 * @param view which record to show it with
 * @param lexicon gives the names of codes; loads them when it is first asked
 * @param reader reads a report; called from several threads
 * @param threads how many threads read uploaded reports
 * @param host name or address to listen on
 * @param port 0 for any that is free
 * @param names further names under which the server is reached, for the check of the Host header
 * @param author the name that decisions carry where nobody signs in
 * @param behindProxy does a proxy on this machine accept HTTPS requests and pass them on?
 * @param accessLog the file that gets a line for each request; empty for none
 * @param version of the program
 * @param network what it may fetch
 */
public record ServerSettings(
        BookAddress book,
        Path folder,
        BookSettings view,
        Supplier<Lexicon> lexicon,
        Function<Incoming.Report, Extraction> reader,
        int threads,
        String host,
        int port,
        List<String> names,
        String author,
        boolean behindProxy,
        Optional<Path> accessLog,
        String version,
        Network network) {

    /**
     * What a server may fetch from the web. Only addresses that somebody adds are ever fetched.
     *
     * @param fetches whether anything may be fetched
     * @param ownNetwork whether addresses of the own machine and network may be fetched
     * @param polls whether it polls the watched feeds of the book
     */
    public record Network(boolean fetches, boolean ownNetwork, boolean polls) {
        /** Nothing is fetched. */
        public static final Network OFFLINE = new Network(false, false, false);
    }

    /** Copies the list. */
    public ServerSettings {
        names = List.copyOf(names);
    }
}
