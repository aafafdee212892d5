package dev.tranche.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where a book is. */
public sealed interface BookAddress {

    /**
     * Returns a file that is kept beside the book.
     *
     * @param ending what its name ends in, from the full stop on
     * @param folder where the files of a book on a server are kept; one in a file has its own beside it
     */
    default Path beside(String ending, Path folder) {
        return switch (this) {
            case InFile file ->
                file.path().toAbsolutePath().resolveSibling(file.path().getFileName() + ending);
            case OnServer server ->
                folder.resolve(server.database().replaceAll("[^A-Za-z0-9_-]", "_") + ending)
                        .toAbsolutePath();
        };
    }

    /**
     * An SQLite file.
     *
     * @param path the file, which need not exist
     */
    record InFile(Path path) implements BookAddress {

        /** Returns the path as it was given. */
        @Override
        public String toString() {
            return path.toString();
        }
    }

    /**
     * A PostgreSQL database.
     *
     * @param host host of the server
     * @param port its port
     * @param database the name of the database
     * @param options driver options, possibly none
     * @param user the user, where stated
     * @param password the password, where stated; never printed
     */
    record OnServer(
            String host,
            int port,
            String database,
            Map<String, String> options,
            Optional<String> user,
            Optional<String> password)
            implements BookAddress {

        private static final int USUAL_PORT = 5432;
        private static final int LAST_PORT = 65_535;
        private static final String FORM =
                "a book on a server is named postgresql://USER:PASSWORD@HOST:PORT/DATABASE, with %-escapes for"
                        + " anything but letters and digits in user and password; ";

        /** Copies the options. */
        public OnServer {
            options = Map.copyOf(options);
        }

        /** Errors are reported without the address: it may contain a password, even in the wrong place. */
        private static OnServer of(URI uri) {
            String path = uri.getPath() == null ? "" : uri.getPath();
            if (path.length() < 2) {
                throw new IllegalArgumentException(FORM + "the database is missing.");
            }
            if (path.indexOf('/', 1) > 0 || path.indexOf('@') > 0) {
                throw new IllegalArgumentException(FORM + "the name of the database contains a '/' or '@'.");
            }
            if (uri.getRawFragment() != null) {
                throw new IllegalArgumentException(FORM + "a '#' in the address has to be written as %23.");
            }
            if (uri.getHost() == null) {
                // The URI class does not read a host with an underscore, several hosts, or a port that is not a number.
                throw new IllegalArgumentException(FORM
                        + "exactly one host is needed, made of letters, digits, hyphens and full stops, and a"
                        + " port in digits.");
            }
            if (uri.getPort() > LAST_PORT || uri.getPort() == 0) {
                throw new IllegalArgumentException(FORM + "the port is not a number from 1 to " + LAST_PORT + ".");
            }
            Optional<String> login = Optional.ofNullable(uri.getRawUserInfo());
            return new OnServer(
                    uri.getHost(),
                    uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
                    path.substring(1),
                    options(Optional.ofNullable(uri.getRawQuery()).orElse("")),
                    login.map(both -> decode(both.split(":", 2)[0])),
                    login.filter(both -> both.contains(":")).map(both -> decode(both.split(":", 2)[1])));
        }

        private static Map<String, String> options(String written) {
            Map<String, String> options = new TreeMap<>();
            for (String option : written.split("&")) {
                if (option.isEmpty()) {
                    continue;
                }
                String[] parts = option.split("=", 2);
                if (parts.length < 2 || !Connections.isOption(parts[0])) {
                    throw new IllegalArgumentException(
                            FORM + "the PostgreSQL driver does not know one of the options after the '?'.");
                }
                options.put(parts[0], decode(parts[1]));
            }
            return options;
        }

        private static String decode(String part) {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        }

        /** Returns the address without user, password and options. */
        @Override
        public String toString() {
            return "postgresql://" + host + ":" + port + "/" + database;
        }
    }

    /**
     * Reads an address: {@code postgresql://USER:PASSWORD@HOST:PORT/DATABASE?OPTIONS}, also with {@code postgres}, or
     * the name of a file. White space around an address of a server does not count.
     *
     * <p>Throws {@link IllegalArgumentException} with a sentence for anything else, such as an address of another kind
     * of server.
     */
    static BookAddress parse(String given) {
        String address = given.contains("://") ? given.strip() : given;
        String lower = address.toLowerCase(Locale.ROOT);
        if (lower.startsWith("postgresql:") || lower.startsWith("postgres:")) {
            try {
                return OnServer.of(new URI(address));
            } catch (URISyntaxException wrong) {
                // Only the reason: the input may contain a password.
                throw new IllegalArgumentException("the address of the book is wrong: " + wrong.getReason() + ".");
            }
        }
        if (address.contains("://")) {
            // As a file it would be created, and its name, which may hold a password, would be in messages.
            throw new IllegalArgumentException(OnServer.FORM + "the address begins with something else.");
        }
        try {
            return new InFile(Path.of(address));
        } catch (InvalidPathException wrong) {
            throw new IllegalArgumentException("the name of the book is wrong: " + wrong.getReason() + ".");
        }
    }
}
