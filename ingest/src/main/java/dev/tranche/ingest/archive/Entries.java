package dev.tranche.ingest.archive;

import dev.tranche.ingest.Content;
import dev.tranche.ingest.Ingest;
import dev.tranche.ingest.Sink;
import dev.tranche.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Reads the files of an archive one by one, within limits; not safe for several threads. */
final class Entries {

    private static final int MOST_ENTRIES = 200_000;
    private static final int LONGEST_NAME = 300;

    private final Content content;
    private final Sink sink;
    private int count;

    Entries(Content content, Sink sink) {
        this.content = content;
        this.sink = sink;
    }

    /** Reads a file; returns whether more may follow. Nothing is ever written, so its name is harmless. */
    boolean read(String name, InputStream bytes) throws IOException {
        String shown = shown(name);
        if (isOfSystem(shown)) {
            return true;
        }
        if (++count > MOST_ENTRIES) {
            sink.refuse(
                    content.name(),
                    ProblemCode.TOO_MANY,
                    "An archive may hold up to " + MOST_ENTRIES + " files; the rest is not read.");
            return false;
        }
        Ingest.read(content.inside(shown, bytes), sink);
        return true;
    }

    void refuse(String name, ProblemCode code, String sentence) {
        sink.refuse(content.name() + "!/" + shown(name), code, sentence);
    }

    /** A name as displayed: without parent folders, roots and characters invalid in names. */
    static String shown(String name) {
        String bare = name.replace('\\', '/').replaceAll("[\\p{Cntrl}\\p{Cs}]", "_");
        StringBuilder path = new StringBuilder();
        for (String part : bare.split("/")) {
            if (part.isEmpty() || part.equals(".") || part.equals("..") || part.matches("[A-Za-z]:")) {
                continue;
            }
            path.append(path.isEmpty() ? "" : "/").append(part);
        }
        String whole = path.isEmpty() ? "file" : path.toString();
        return whole.length() > LONGEST_NAME ? whole.substring(whole.length() - LONGEST_NAME) : whole;
    }

    private static boolean isOfSystem(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return name.startsWith("__MACOSX/")
                || file.startsWith(".")
                || file.equals("thumbs.db")
                || file.equals("desktop.ini");
    }
}
