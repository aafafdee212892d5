package dev.tranche.ingest;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** Reads which version of an item an agency sent. */
public final class Versions {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private Versions() {}

    /**
     * Returns the version as a number that is larger for later ones.
     *
     * @param version its number as written, possibly empty
     * @param created the time at which it was created, which counts where no number is stated; possibly empty
     * @return 0 where neither says
     */
    public static long parse(String version, String created) {
        if (NUMBER.matcher(version.strip()).matches()) {
            return Long.parseLong(version.strip());
        }
        try {
            return Math.max(0, OffsetDateTime.parse(created.strip()).toEpochSecond());
        } catch (DateTimeException none) {
            return 0;
        }
    }
}
