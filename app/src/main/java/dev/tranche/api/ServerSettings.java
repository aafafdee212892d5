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

/**
 * What a server is to do.
 *
 * @param book where the book is
 * @param view beside which record
 * @param lexicon names of codes
 * @param reader reads a report; called from several threads
 * @param threads how many threads read uploaded reports
 * @param host name or address to listen on
 * @param port 0 for any that is free
 * @param names further names under which the server is reached, for the check of the Host header
 * @param author the name that decisions carry where nobody signs in
 * @param behindProxy does a proxy on this machine take HTTPS requests and hand them on?
 * @param accessLog the file that gets a line for each request; empty for none
 * @param version of the program
 */
public record ServerSettings(
        BookAddress book,
        BookSettings view,
        Lexicon lexicon,
        Function<Incoming.Report, Extraction> reader,
        int threads,
        String host,
        int port,
        List<String> names,
        String author,
        boolean behindProxy,
        Optional<Path> accessLog,
        String version) {

    /** Copies the list. */
    public ServerSettings {
        names = List.copyOf(names);
    }
}
