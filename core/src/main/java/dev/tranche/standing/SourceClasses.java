package dev.tranche.standing;

import dev.tranche.ledger.Commitment;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.resolve.Claim;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Recognises official outlets: governments and bodies that speak for themselves. */
final class SourceClasses {

    private static final String TABLE = "official_outlets.csv";
    private static final List<String> OFFICIAL = load();

    private SourceClasses() {}

    private static List<String> load() {
        try (InputStream in = SourceClasses.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: " + TABLE + " is missing");
            }
            List<String> endings = new ArrayList<>();
            for (LexiconFile.Row row :
                    new LexiconFile(TABLE, new String(in.readAllBytes(), StandardCharsets.UTF_8)).rows()) {
                endings.add(row.field("ending").toLowerCase(Locale.ROOT));
            }
            return List.copyOf(endings);
        } catch (IOException broken) {
            throw new UncheckedIOException(TABLE, broken);
        }
    }

    /** Does an official outlet report an entry? */
    static boolean isOfficial(Commitment entry) {
        return entry.claims().stream().map(Claim::outlet).distinct().anyMatch(SourceClasses::isOfficial);
    }

    private static boolean isOfficial(String outlet) {
        String name = outlet.toLowerCase(Locale.ROOT);
        return OFFICIAL.stream().anyMatch(ending -> name.equals(ending) || name.endsWith("." + ending));
    }
}
