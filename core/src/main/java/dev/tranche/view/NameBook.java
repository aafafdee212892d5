package dev.tranche.view;

import dev.tranche.naming.Name;
import dev.tranche.naming.NameKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The names of many reports, each once, the most told first. */
public final class NameBook {

    private final List<NameEntry> names;
    private final List<String> words;

    private NameBook(List<NameEntry> names) {
        this.names = List.copyOf(names);
        this.words = names.stream()
                .map(name -> Words.fold(
                        name.name() + "\n" + name.office().orElse("") + "\n" + String.join("\n", name.spellings())))
                .toList();
    }

    /** Merges the names of readings. */
    public static NameBook of(List<Told> readings) {
        Map<String, Gathered> byId = new HashMap<>();
        for (Told reading : readings) {
            for (Name name : reading.extraction().story().names()) {
                byId.computeIfAbsent(name.kind().slug() + " " + name.id(), key -> new Gathered(name.kind(), name.id()))
                        .add(reading.key(), name);
            }
        }
        List<NameEntry> names = new ArrayList<>();
        byId.values().forEach(gathered -> names.add(gathered.entry()));
        names.sort(Comparator.comparingInt((NameEntry name) -> -name.count())
                .thenComparing(NameEntry::name)
                .thenComparing(NameEntry::kind)
                .thenComparing(NameEntry::id));
        return new NameBook(names);
    }

    /** Returns all names, the most told first. */
    public List<NameEntry> names() {
        return names;
    }

    /** Returns the names of a kind that hold all the words; an absent kind means all, no words all. */
    public List<NameEntry> find(Optional<NameKind> kind, String looked) {
        List<String> wanted = Words.of(looked);
        List<NameEntry> found = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if ((kind.isEmpty() || kind.get() == names.get(i).kind()) && Words.allIn(words.get(i), wanted)) {
                found.add(names.get(i));
            }
        }
        return found;
    }

    private static final class Gathered {
        private final NameKind kind;
        private final String id;
        private final Map<String, Integer> shown = new TreeMap<>();
        private final TreeSet<String> spellings = new TreeSet<>();
        private final List<String> reports = new ArrayList<>();
        private Optional<String> office = Optional.empty();
        private Optional<String> country = Optional.empty();
        private String last = "";
        private int count;

        Gathered(NameKind kind, String id) {
            this.kind = kind;
            this.id = id;
        }

        void add(String report, Name name) {
            shown.merge(name.name(), 1, Integer::sum);
            spellings.add(name.name());
            spellings.addAll(name.spellings());
            office = Optional.of(name.office()).filter(told -> !told.isEmpty()).or(() -> office);
            country = country.or(name::country);
            if (count == 0 || !last.equals(report)) {
                count++;
                last = report;
                if (reports.size() < NameEntry.MOST_REPORTS) {
                    reports.add(report);
                }
            }
        }

        NameEntry entry() {
            String best = shown.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .orElseThrow()
                    .getKey();
            spellings.remove(best);
            return new NameEntry(kind, id, best, office, country, List.copyOf(spellings), reports, count);
        }
    }
}
