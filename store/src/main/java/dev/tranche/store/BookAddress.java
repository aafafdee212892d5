package dev.tranche.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Where a book is. */
public sealed interface BookAddress {

    /**
     * A file of SQLite.
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
     * A database of PostgreSQL.
     *
     * @param host where the server listens
     * @param port its port
     * @param database the name of the database
     * @param parameters options of the driver as {@code key=value&key=value}, possibly empty
     * @param user who logs in, where stated
     * @param password the password, where stated; never printed
     */
    record OnServer(
            String host, int port, String database, String parameters, Optional<String> user, Optional<String> password)
            implements BookAddress {

        private static final int USUAL_PORT = 5432;

        private static OnServer of(URI uri) {
            String path = uri.getPath() == null ? "" : uri.getPath();
            String host = uri.getHost() == null ? "localhost" : uri.getHost();
            if (path.length() < 2) {
                throw new IllegalArgumentException(
                        "a book on a server is named postgresql://USER:PASSWORD@HOST:PORT/DATABASE; the database is"
                                + " missing.");
            }
            Optional<String> login = Optional.ofNullable(uri.getRawUserInfo());
            return new OnServer(
                    host,
                    uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
                    path.substring(1),
                    uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                    login.map(both -> decode(both.split(":", 2)[0])),
                    login.filter(both -> both.contains(":")).map(both -> decode(both.split(":", 2)[1])));
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
     * the name of a file.
     *
     * <p>Throws {@link IllegalArgumentException} with a sentence for anything else.
     */
    static BookAddress parse(String address) {
        if (address.startsWith("postgresql://") || address.startsWith("postgres://")) {
            try {
                return OnServer.of(new URI(address));
            } catch (URISyntaxException wrong) {
                // The reason alone: the input may hold a password.
                throw new IllegalArgumentException("the address of the book is wrong: " + wrong.getReason() + ".");
            }
        }
        try {
            return new InFile(Path.of(address));
        } catch (InvalidPathException wrong) {
            throw new IllegalArgumentException("the name of the book is wrong: " + wrong.getReason() + ".");
        }
    }
}
