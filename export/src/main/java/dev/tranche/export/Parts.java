package dev.tranche.export;

import java.io.IOException;
import java.io.OutputStream;

/** The destination of the files of an export. A format opens them one after another and closes each before the next. */
@FunctionalInterface
public interface Parts {

    /**
     * Opens a file.
     *
     * @param name a plain file name, without folders
     */
    OutputStream open(String name) throws IOException;
}
