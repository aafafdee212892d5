package dev.tranche.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** Files where the cluster keeps them: on a disk that all machines share, or in any store that Hadoop knows. */
interface Storage {

    /**
     * A file that was found.
     *
     * @param path its address
     * @param bytes its length
     * @param changed when it was last changed, in milliseconds since 1970; 0 where not known
     */
    record Found(String path, long bytes, long changed) {}

    /**
     * Returns the storage to which an address belongs.
     *
     * @param settings of Hadoop, for addresses with a scheme other than {@code file}
     */
    static Storage of(String path, Map<String, String> settings) {
        return path.matches("[A-Za-z][A-Za-z0-9+.-]+:.*") && !path.startsWith("file:")
                ? new HadoopStorage(settings)
                : new LocalStorage();
    }

    /** Returns the path without the scheme of local files. */
    static String bare(String path) {
        return path.startsWith("file:") ? path.replaceFirst("^file:/+", "/") : path;
    }

    /**
     * Returns the file of an address, all files below a folder in the order of their paths, or those that match a
     * pattern with {@code *}; hidden ones are left out. Empty when there is nothing.
     */
    List<Found> list(String path) throws IOException;

    /** Opens a file at an offset. */
    InputStream open(String path, long offset) throws IOException;

    /** Creates a file, with the folders above it. */
    OutputStream create(String path) throws IOException;

    /** Gives a complete file its final name at once; replaces what was there. */
    void move(String from, String to) throws IOException;

    /** Is there a file of that name? */
    boolean exists(String path) throws IOException;

    /** Removes a file, or a folder with everything in it; does nothing if there is none. */
    void remove(String path) throws IOException;
}
