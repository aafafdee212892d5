package dev.tranche.timeline;

import dev.tranche.extract.Extraction;
import dev.tranche.naming.Name;
import dev.tranche.naming.NameKey;
import dev.tranche.naming.NameKind;
import dev.tranche.naming.Spellings;
import dev.tranche.text.DocumentId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The persons, bodies and places of many reports, each once with all spellings.
 *
 * <p>Entries of one id are one; so are persons whose full names may be transcriptions of one another, unless their
 * countries differ or nothing but the sound speaks for it: other offices and no country. A bare surname joins the only
 * person of that surname whose country does not differ and who has a word of its office.
 * The result does not depend on the order of the reports.
 *
 * @param entries persons, bodies, places, each kind by the number of reports, then by name
 */
public record NameBook(List<Entry> entries) {

    private static final int MOST_NAMESAKES = 200;

    private static final Comparator<Entry> SHOWN = Comparator.comparing(Entry::kind)
            .thenComparingInt(each -> -each.reports().size())
            .thenComparing(Entry::name)
            .thenComparing(Entry::id)
            .thenComparing(each -> each.country().orElse(""));

    /** Copies the list. */
    public NameBook {
        entries = List.copyOf(entries);
    }

    /**
     * A name as all reports together spell it.
     *
     * @param kind what it is a name of
     * @param id slug or code, the same as in the reports' own names
     * @param name the name as shown
     * @param office a person's office in the words of a report, possibly empty
     * @param country code of the state or body that it belongs to, where known
     * @param spellings all other forms, sorted
     * @param reports the reports that name it, sorted, each once
     * @param spans how often it stands in them
     */
    public record Entry(
            NameKind kind,
            String id,
            String name,
            String office,
            Optional<String> country,
            List<String> spellings,
            List<DocumentId> reports,
            int spans) {

        /** Copies the lists and refuses a name that no report tells. */
        public Entry {
            spellings = List.copyOf(spellings);
            reports = List.copyOf(reports);
            if (reports.isEmpty() || id.isBlank()) {
                throw new IllegalArgumentException("a name needs an id and a report that tells it: " + name);
            }
        }
    }

    /** Joins the names of reports. */
    public static NameBook of(List<Extraction> reports) {
        Map<String, Gathered> byId = new HashMap<>();
        List<Extraction> sorted = reports.stream()
                .sorted(Comparator.comparing(each -> each.document().id().value()))
                .toList();
        for (Extraction report : sorted) {
            for (Name name : report.story().names()) {
                String country = name.kind() == NameKind.PERSON ? name.country().orElse("") : "";
                byId.computeIfAbsent(name.kind() + "|" + name.id() + "|" + country, absent -> new Gathered(name))
                        .add(report.document().id(), name);
            }
        }
        List<Gathered> all = new ArrayList<>(byId.values());
        all.sort(Gathered.ORDER);
        List<Gathered> joined = bare(full(all));
        return new NameBook(joined.stream().map(Gathered::entry).sorted(SHOWN).toList());
    }

    /** Joins full names; a bare surname is left alone. */
    private static List<Gathered> full(List<Gathered> all) {
        List<Gathered> kept = new ArrayList<>();
        Map<String, List<Gathered>> byKey = new HashMap<>();
        for (Gathered each : all) {
            Gathered same = each.isFull() ? find(each, byKey) : null;
            if (same != null) {
                same.take(each);
                continue;
            }
            kept.add(each);
            if (each.isFull()) {
                each.keys()
                        .forEach(key -> byKey.computeIfAbsent(key, absent -> new ArrayList<>())
                                .add(each));
            }
        }
        return kept;
    }

    private static @Nullable Gathered find(Gathered each, Map<String, List<Gathered>> byKey) {
        for (String key : each.keys()) {
            List<Gathered> near = byKey.getOrDefault(key, List.of());
            for (int i = 0; i < Math.min(MOST_NAMESAKES, near.size()); i++) {
                if (near.get(i).isLike(each)
                        && Spellings.maySame(near.get(i).name.name(), each.name.name())) {
                    return near.get(i);
                }
            }
        }
        return null;
    }

    /** Joins bare surnames to the only full name that fits. */
    private static List<Gathered> bare(List<Gathered> all) {
        Map<String, List<Gathered>> bySurname = new HashMap<>();
        for (Gathered each : all) {
            if (each.isFull()) {
                bySurname
                        .computeIfAbsent(each.surname(), absent -> new ArrayList<>())
                        .add(each);
            }
        }
        List<Gathered> kept = new ArrayList<>();
        for (Gathered each : all) {
            boolean person = each.name.kind() == NameKind.PERSON && !each.isFull();
            List<Gathered> fitting = !person
                    ? List.of()
                    : bySurname.getOrDefault(each.surname(), List.of()).stream()
                            .filter(full -> full.agrees(each) && full.sharesOffice(each))
                            .toList();
            if (fitting.size() == 1) {
                fitting.get(0).take(each);
            } else {
                kept.add(each);
            }
        }
        return kept;
    }

    /** A way of writing a name, with the id that it has in reports. */
    private record Written(String name, String id) implements Comparable<Written> {

        @Override
        public int compareTo(Written other) {
            int order = name.compareTo(other.name);
            return order == 0 ? id.compareTo(other.id) : order;
        }
    }

    private static final class Gathered {

        static final Comparator<Gathered> ORDER = Comparator.comparing((Gathered each) -> each.name.kind())
                .thenComparing(each -> each.country().isEmpty())
                .thenComparing(each -> each.name.id())
                .thenComparing(Gathered::country);

        private final Name name;
        private String office;
        private String country;
        private final Set<String> offices = new LinkedHashSet<>();
        private final TreeSet<String> spellings = new TreeSet<>();
        private final TreeSet<String> reports = new TreeSet<>();

        /** The reports that tell each way of writing it as its name. */
        private final TreeMap<Written, TreeSet<String>> written = new TreeMap<>();

        private int spans;

        Gathered(Name name) {
            this.name = name;
            this.office = name.office();
            this.country = name.country().orElse("");
        }

        void add(DocumentId report, Name told) {
            reports.add(report.value());
            written.computeIfAbsent(new Written(told.name(), told.id()), absent -> new TreeSet<>())
                    .add(report.value());
            spellings.add(told.name());
            spellings.addAll(told.spellings());
            spans += told.spans().size();
            country = country.isEmpty() ? told.country().orElse("") : country;
            offices.add(told.office());
            office = office.isEmpty() ? told.office() : office;
        }

        void take(Gathered other) {
            reports.addAll(other.reports);
            other.written.forEach((form, told) ->
                    written.computeIfAbsent(form, absent -> new TreeSet<>()).addAll(told));
            spellings.addAll(other.spellings);
            spans += other.spans;
            offices.addAll(other.offices);
            country = country.isEmpty() ? other.country : country;
            office = office.isEmpty() ? other.office : office;
        }

        String country() {
            return country;
        }

        boolean isFull() {
            return name.kind() == NameKind.PERSON && name.name().indexOf(' ') > 0;
        }

        String surname() {
            return NameKey.of(name.name().substring(name.name().lastIndexOf(' ') + 1));
        }

        /** Keys of which people whose names may be one share at least one. */
        List<String> keys() {
            String full = name.name();
            return List.of("s" + surname(), "f" + Spellings.firstKey(full));
        }

        boolean agrees(Gathered other) {
            return country.isEmpty() || other.country.isEmpty() || country.equals(other.country);
        }

        /** Countries that agree; of names written differently also an office or a country in common. */
        boolean isLike(Gathered other) {
            boolean told = !office.isEmpty() && !other.office.isEmpty();
            boolean sure = name.name().equals(other.name.name()) || !told || sharesOffice(other);
            return agrees(other) && (sure || !country.isEmpty() && country.equals(other.country));
        }

        boolean sharesOffice(Gathered other) {
            return offices.stream()
                    .flatMap(words -> words(words).stream())
                    .anyMatch(word -> other.offices.stream()
                            .anyMatch(words -> words(words).contains(word)));
        }

        private static List<String> words(String office) {
            List<String> words = new ArrayList<>();
            for (String word : office.split("\\W+")) {
                if (word.length() > 3) {
                    words.add(NameKey.of(word));
                }
            }
            return words;
        }

        /** A slip of one outlet's pen is not the name of a person: the way in which most reports write it is. */
        private Written best() {
            Written best = new Written(name.name(), name.id());
            int most = written.getOrDefault(best, new TreeSet<>()).size();
            for (Map.Entry<Written, TreeSet<String>> each : written.entrySet()) {
                boolean fits = !isFull() || each.getKey().name().indexOf(' ') > 0;
                if (fits && each.getValue().size() > most) {
                    best = each.getKey();
                    most = each.getValue().size();
                }
            }
            return best;
        }

        Entry entry() {
            Written best = best();
            return new Entry(
                    name.kind(),
                    best.id(),
                    best.name(),
                    office,
                    Optional.of(country).filter(code -> !code.isEmpty()),
                    spellings.stream().filter(each -> !each.equals(best.name())).toList(),
                    reports.stream().map(DocumentId::new).toList(),
                    spans);
        }
    }
}
