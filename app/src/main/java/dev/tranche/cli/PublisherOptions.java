package dev.tranche.cli;

import dev.tranche.export.BookExport;
import dev.tranche.export.Cover;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say who publishes an export, and under which terms. */
final class PublisherOptions {

    @Option(
            names = "--publisher",
            paramLabel = "ID",
            description = "Your organisation identifier, such as GB-COH-09506232; IATI needs a registered one.")
    private @Nullable String ref;

    @Option(names = "--publisher-name", paramLabel = "NAME", description = "The name of your organisation.")
    private @Nullable String name;

    @Option(names = "--licence", paramLabel = "TEXT", description = "The terms of use to state.")
    private @Nullable String licence;

    /** Returns by whom and when an export is made. */
    BookExport.Made made(String version, Instant at) {
        Cover.Publisher usual = Cover.Publisher.UNREGISTERED;
        try {
            return new BookExport.Made(
                    version,
                    at.truncatedTo(ChronoUnit.SECONDS),
                    licence == null || licence.isBlank() ? Cover.USUAL_LICENCE : licence,
                    new Cover.Publisher(ref == null ? usual.ref() : ref, name == null ? usual.name() : name));
        } catch (IllegalArgumentException wrong) {
            throw CommandException.usage("--publisher: " + wrong.getMessage() + ".");
        }
    }
}
