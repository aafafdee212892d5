package dev.tranche.timeline;

import dev.tranche.extract.Extraction;
import dev.tranche.naming.NameKind;
import dev.tranche.text.DocumentId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The persons, bodies and places of many reports, each once with all spellings.
 *
 * <p>Entries with one id are the same; so are persons whose full names may be transcriptions of one another, unless
 * their countries differ or only the sound suggests it: different offices and no country. A bare surname joins the only
 * person of that surname whose country does not differ and whose office shares a word with its own. The result does not
 * depend on the order of the reports.
 *
 * @param entries persons, bodies, places, each kind by the number of reports, then by name
 */
public record NameBook(List<Entry> entries) {

    static final Comparator<Entry> SHOWN = Comparator.comparing(Entry::kind)
            .thenComparingInt(each -> -each.reports().size())
            .thenComparing(Entry::name)
            .thenComparing(Entry::id)
            .thenComparing(each -> each.country().orElse(""));

    /** Copies the list. */
    public NameBook {
        entries = List.copyOf(entries);
    }

    /**
     * A form under which reports list a name.
     *
     * @param id the id that they give it
     * @param name the form itself
     * @param reports the number of reports that do
     */
    public record Form(String id, String name, int reports) {}

    /**
     * A name as spelled by all reports together.
     *
     * @param kind what it names
     * @param id slug or code, the same as in the reports' own names
     * @param forms the forms under which reports list it, by name
     * @param name the display name
     * @param office a person's office in the words of a report, possibly empty
     * @param country code of the state or body that it belongs to, where known
     * @param spellings all other forms, sorted
     * @param reports the reports that name it, sorted, each once
     * @param spans number of occurrences in them
     */
    public record Entry(
            NameKind kind,
            String id,
            List<Form> forms,
            String name,
            String office,
            Optional<String> country,
            List<String> spellings,
            List<DocumentId> reports,
            int spans) {

        /** Copies the lists and refuses a name without a report. */
        public Entry {
            forms = List.copyOf(forms);
            spellings = List.copyOf(spellings);
            reports = List.copyOf(reports);
            if (reports.isEmpty() || id.isBlank()) {
                throw new IllegalArgumentException("a name needs an id and a report: " + name);
            }
        }
    }

    /** Merges the names of reports. */
    public static NameBook of(List<Extraction> reports) {
        NameFold fold = new NameFold();
        fold.take(List.of(), Teller.all(reports));
        return new NameBook(
                fold.shown().stream().map(Searched::told).sorted(SHOWN).toList());
    }
}
