package dev.tranche.view;

import dev.tranche.naming.NameKind;
import java.util.List;
import java.util.Optional;

/**
 * A name as all reports together spell it.
 *
 * @param kind what it is a name of
 * @param id under which its spellings meet
 * @param name the form that most reports show
 * @param office the office told last in order of reports, where told
 * @param country code of the state or body that it belongs to
 * @param spellings all other forms, in order
 * @param reports keys of the first reports that hold it, in order
 * @param count in how many reports it stands
 */
public record NameEntry(
        NameKind kind,
        String id,
        String name,
        Optional<String> office,
        Optional<String> country,
        List<String> spellings,
        List<String> reports,
        int count) {

    /** So many reports of a name are listed. */
    public static final int MOST_REPORTS = 50;

    /** Copies the lists. */
    public NameEntry {
        spellings = List.copyOf(spellings);
        reports = List.copyOf(reports);
    }
}
