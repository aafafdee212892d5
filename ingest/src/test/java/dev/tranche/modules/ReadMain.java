package dev.tranche.modules;

import dev.tranche.ingest.Ingest;
import dev.tranche.source.Incoming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints the module that reads, and what becomes of some files. */
public final class ReadMain {

    private ReadMain() {}

    /** Reads the files. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] files) throws IOException {
        System.out.println(Ingest.class.getModule());
        for (String file : files) {
            Path path = Path.of(file);
            for (Incoming incoming : Ingest.readAll(String.valueOf(path.getFileName()), Files.readAllBytes(path))) {
                System.out.println(
                        switch (incoming) {
                            case Incoming.Report report ->
                                report.place() + " = " + report.document().text();
                            case Incoming.Refused refused ->
                                "refused " + refused.problem().message();
                        });
            }
        }
    }
}
