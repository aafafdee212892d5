package dev.tranche.timeline;

import dev.tranche.naming.Name;
import dev.tranche.naming.NameKey;
import dev.tranche.text.DocumentId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One person, body or place from equivalent names, the first of which gives it its name. */
final class NamedPerson {

    static final Comparator<NamedPerson> ORDER = Comparator.comparing(each -> each.names.getFirst(), Named.ORDER);

    private final List<Named> names;
    private final Set<String> officeWords;
    private String office;
    private String country;

    private NamedPerson(List<Named> names, Set<String> officeWords, String office, String country) {
        this.names = names;
        this.officeWords = officeWords;
        this.office = office;
        this.country = country;
    }

    private static NamedPerson of(Named first) {
        return new NamedPerson(new ArrayList<>(List.of(first)), officeWords(first), first.office(), first.country());
    }

    /** Returns a copy with the same names; additions to it do not change this one. */
    NamedPerson copy() {
        return new NamedPerson(new ArrayList<>(names), new TreeSet<>(officeWords), office, country);
    }

    /** Joins full names, some of which may be spellings of one another, in order. */
    static List<NamedPerson> join(Collection<Named> sorted) {
        List<NamedPerson> kept = new ArrayList<>();
        for (Named each : sorted) {
            Optional<NamedPerson> same = kept.stream()
                    .filter(person -> person.isOfSurname(each) && person.isLike(each))
                    .findFirst()
                    .or(() ->
                            kept.stream().filter(person -> person.isLike(each)).findFirst());
            same.ifPresentOrElse(person -> person.take(each), () -> kept.add(of(each)));
        }
        return kept;
    }

    void take(Named other) {
        names.add(other);
        officeWords.addAll(officeWords(other));
        office = office.isEmpty() ? other.office() : office;
        country = country.isEmpty() ? other.country() : country;
    }

    String surname() {
        return names.getFirst().surname();
    }

    private boolean isOfSurname(Named other) {
        return surname().equals(other.surname());
    }

    private boolean agrees(Named other) {
        return country.isEmpty() || other.country().isEmpty() || country.equals(other.country());
    }

    /** Is a bare surname that of this person? */
    boolean fits(Named bare) {
        return agrees(bare) && sharesOffice(bare);
    }

    /** The countries must agree; names written differently must also share an office or a country. */
    private boolean isLike(Named other) {
        Named first = names.getFirst();
        boolean told = !office.isEmpty() && !other.office().isEmpty();
        boolean sure = first.name().name().equals(other.name().name()) || !told || sharesOffice(other);
        return agrees(other) && (sure || !country.isEmpty() && country.equals(other.country())) && first.mayBe(other);
    }

    private boolean sharesOffice(Named other) {
        return officeWords(other).stream().anyMatch(officeWords::contains);
    }

    private static Set<String> officeWords(Named named) {
        Set<String> words = new TreeSet<>();
        for (String office : named.offices()) {
            for (String word : office.split("\\W+")) {
                if (word.length() > 3) {
                    words.add(NameKey.of(word));
                }
            }
        }
        return words;
    }

    Searched<NameBook.Entry> entry() {
        return entry(names, office, country);
    }

    /** Returns the entry for equivalent names. */
    static Searched<NameBook.Entry> entry(List<Named> names) {
        return entry(names, names.getFirst().office(), names.getFirst().country());
    }

    private static Searched<NameBook.Entry> entry(List<Named> names, String office, String country) {
        Named.Written best = best(names);
        Set<String> spellings = new TreeSet<>();
        int spans = 0;
        for (Named each : names) {
            spellings.addAll(each.spellings());
            spans += each.spans();
        }
        spellings.remove(best.name());
        NameBook.Entry entry = new NameBook.Entry(
                names.getFirst().kind(),
                best.id(),
                forms(names),
                best.name(),
                office,
                Optional.of(country).filter(code -> !code.isEmpty()),
                List.copyOf(spellings),
                reports(names),
                spans);
        return Searched.of(entry, entry.name() + "\n" + entry.office() + "\n" + String.join("\n", entry.spellings()));
    }

    private static List<NameBook.Form> forms(List<Named> names) {
        Map<Named.Written, Integer> written = new TreeMap<>();
        for (Named each : names) {
            each.written().forEach((form, times) -> written.merge(form, times, Integer::sum));
        }
        return written.entrySet().stream()
                .map(form -> new NameBook.Form(form.getKey().id(), form.getKey().name(), form.getValue()))
                .toList();
    }

    private static List<DocumentId> reports(List<Named> names) {
        if (names.size() == 1) {
            return names.getFirst().reports();
        }
        List<DocumentId> all = new ArrayList<>();
        names.forEach(each -> all.addAll(each.reports()));
        all.sort(null);
        List<DocumentId> once = new ArrayList<>(all.size());
        for (DocumentId id : all) {
            if (once.isEmpty() || !once.getLast().equals(id)) {
                once.add(id);
            }
        }
        return once;
    }

    /** A misspelling in one outlet is not a person's name: the spelling used by most reports is. */
    private static Named.Written best(List<Named> names) {
        Name name = names.getFirst().name();
        boolean full = names.getFirst().isFull();
        Map<Named.Written, Integer> written = new TreeMap<>();
        for (Named each : names) {
            each.written().forEach((form, times) -> written.merge(form, times, Integer::sum));
        }
        Named.Written best = new Named.Written(name.name(), name.id());
        int most = written.getOrDefault(best, 0);
        for (Map.Entry<Named.Written, Integer> each : written.entrySet()) {
            boolean fits = !full || each.getKey().name().indexOf(' ') > 0;
            if (fits && each.getValue() > most) {
                best = each.getKey();
                most = each.getValue();
            }
        }
        return best;
    }
}
