package dev.tranche.naming;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The persons of one report: merges the spellings of one name and keeps different people with the same surname apart.
 *
 * <p>Two full names are one person when their surnames have one {@link NameKey} and their first names have one, are
 * known forms of one first name, or one is an initial of the other. A bare surname means the person of that surname
 * mentioned most often.
 */
final class PersonBook {

    private static final int SHORTEST_FIRST = 4;
    private static final int MOST_NAMESAKES = 50;

    private final Map<String, Person> byCanonical = new LinkedHashMap<>();
    private final Map<String, List<Person>> bySurname = new HashMap<>();
    private final Map<String, List<Person>> byFirst = new HashMap<>();
    private final Map<Person, String> kinds = new HashMap<>();
    private final boolean dated;

    /** Builds an empty book; for an undated report no term of office is known. */
    PersonBook(boolean dated) {
        this.dated = dated;
    }

    /** Gives persons in the lexicon their office from it if the report states none or only part of it. */
    void fillOffices() {
        for (Person person : byCanonical.values()) {
            String kind = kinds.get(person);
            if (kind != null) {
                Holders.Holder holder =
                        dated ? Holders.find(person.name(), kind) : Holders.highest(person.name(), kind);
                person.holds(holder.office(), holder.kind());
            }
        }
    }

    /** Returns the persons in the order in which they were first named in full. */
    List<Person> persons() {
        return List.copyOf(byCanonical.values());
    }

    /** Returns the entry of a person in the lexicon. */
    Person known(String name, String kind, String country) {
        Person person = byCanonical.get(name);
        if (person == null) {
            person = joinUnknown(name);
        }
        Person misspelt = person == null ? alike(name) : null;
        if (misspelt != null
                && (misspelt.country().isEmpty() || misspelt.country().equals(country))) {
            byCanonical.remove(misspelt.name());
            misspelt.become(Holders.find(name, kind).id(), name);
            misspelt.belongsTo(country);
            byCanonical.put(name, misspelt);
            kinds.put(misspelt, kind);
            person = misspelt;
        }
        if (person == null) {
            person = new Person(Holders.find(name, kind).id(), name);
            person.belongsTo(country);
            kinds.put(person, kind);
            enter(person);
        }
        return person;
    }

    /** Counts a mention of the head after whom a government is named: "the Biden administration". */
    void mentionHead(String surname, String country, dev.tranche.text.Span span) {
        String name = Holders.head(surname, country);
        if (name != null) {
            known(name, "head_of_state", country).mention(surname, span);
        }
    }

    /** Returns the entry of a person not in the lexicon, by full name; creates one if there is none. */
    Person unknown(String fullName, String country) {
        boolean shared = fullName.indexOf(' ') < 0 && isShared(fullName);
        Person person = byCanonical.get(fullName);
        if (person == null && !shared) {
            person = joinUnknown(fullName);
        }
        person = person == null && !shared ? alike(fullName) : person;
        boolean foreign = person != null
                && !person.name().equals(fullName)
                && fullName.indexOf(' ') > 0
                && !country.isEmpty()
                && !person.country().isEmpty()
                && !person.country().equals(country);
        person = foreign ? null : person;
        if (person == null) {
            person = new Person(slug(fullName), fullName);
            enter(person);
        }
        if (fullName.length() > person.name().length() && !person.name().contains(" ")) {
            byCanonical.remove(person.name());
            person.rename(fullName);
            byCanonical.put(fullName, person);
            enterFirst(person);
        }
        return person;
    }

    /** Returns the person that a bare surname means, or null if nobody or several people have it. */
    @Nullable
    Person bySurname(CharSequence surname) {
        List<Person> all = bySurname.getOrDefault(NameKey.of(surname), List.of());
        return all.size() == 1 ? all.get(0) : null;
    }

    /** Do several persons in the report have the surname? */
    boolean isShared(CharSequence surname) {
        return bySurname.getOrDefault(NameKey.of(surname), List.of()).size() > 1;
    }

    /** Returns the one woman or man of a surname shared by several people, or null. */
    @Nullable
    Person bySurname(CharSequence surname, boolean woman) {
        List<Person> all = bySurname.getOrDefault(NameKey.of(surname), List.of()).stream()
                .filter(each -> each.isWoman() == woman)
                .toList();
        return all.size() == 1 ? all.get(0) : null;
    }

    /** Returns the only person of this first name, or null; short names and names of two persons match nobody. */
    @Nullable
    Person byFirstName(String first) {
        List<Person> all =
                first.length() < SHORTEST_FIRST ? List.of() : byFirst.getOrDefault(FirstNames.key(first), List.of());
        boolean sole = all.size() == 1 && Spellings.first(all.get(0).name()).equals(first);
        return sole ? all.get(0) : null;
    }

    /** Returns the person whose surname ends an account's name, or null: "@SecBlinken". */
    @Nullable
    Person byHandle(CharSequence handle) {
        String key = NameKey.of(handle);
        for (Person person : byCanonical.values()) {
            String surname = person.surnameKey();
            if (surname.length() > 3 && key.contains(surname)) {
                return person;
            }
        }
        return null;
    }

    /** Returns the person who holds an office of this meaning for this country, or null if none or two do. */
    @Nullable
    Person inOffice(String key, String country) {
        Person found = null;
        for (Person person : byCanonical.values()) {
            boolean fits = person.key().equals(key)
                    && (country.isEmpty()
                            || person.country().isEmpty()
                            || person.country().equals(country));
            if (fits) {
                if (found != null) {
                    return null;
                }
                found = person;
            }
        }
        return found;
    }

    private void enter(Person person) {
        byCanonical.put(person.name(), person);
        bySurname
                .computeIfAbsent(person.surnameKey(), absent -> new ArrayList<>())
                .add(person);
        enterFirst(person);
    }

    private void enterFirst(Person person) {
        if (person.name().indexOf(' ') > 0) {
            byFirst.computeIfAbsent(FirstNames.key(Spellings.first(person.name())), absent -> new ArrayList<>(1))
                    .add(person);
        }
    }

    private @Nullable Person joinUnknown(String name) {
        boolean bare = name.indexOf(' ') < 0;
        for (Person each : bySurname.getOrDefault(NameKey.of(Spellings.surname(name)), List.of())) {
            if (bare || FirstNames.fit(Spellings.first(name), Spellings.first(each.name()))) {
                return each;
            }
        }
        return null;
    }

    /**
     * A person with the same surname and a misspelt first name, or with the same first name and a similar-sounding
     * surname.
     */
    private @Nullable Person alike(String name) {
        if (name.indexOf(' ') < 0) {
            return null;
        }
        List<Person> family = bySurname.getOrDefault(NameKey.of(Spellings.surname(name)), List.of());
        for (int i = 0; i < Math.min(MOST_NAMESAKES, family.size()); i++) {
            if (Spellings.maySame(name, family.get(i).name())) {
                return family.get(i);
            }
        }
        List<Person> namesakes = byFirst.getOrDefault(FirstNames.key(Spellings.first(name)), List.of());
        for (int i = 0; i < Math.min(MOST_NAMESAKES, namesakes.size()); i++) {
            if (Spellings.maySame(name, namesakes.get(i).name())) {
                return namesakes.get(i);
            }
        }
        return null;
    }

    static String slug(String name) {
        StringBuilder slug = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = dev.tranche.text.Folding.fold(name.charAt(i));
            if (Character.isLetterOrDigit(c)) {
                slug.append(c);
            } else if (slug.length() > 0 && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        return slug.toString().toLowerCase(Locale.ROOT);
    }

    /** The offices of the lexicon's office-holders by name and kind. */
    static final class Holders {

        private static final List<String> RANKS =
                List.of("head_of_state", "head_of_government", "foreign", "defence", "finance");
        private static final Map<String, Holder> BY_NAME_AND_KIND = load();
        private static final Map<String, String> HEADS = heads();

        private Holders() {}

        /** Returns the name of the head of a state or government by surname and code, or null. */
        static @Nullable String head(String surname, String country) {
            return HEADS.get(surname + "|" + country);
        }

        static Holder find(String name, String kind) {
            return BY_NAME_AND_KIND.getOrDefault(name + "|" + kind, new Holder(slug(name), "", kind));
        }

        /** Of several offices, news means the highest unless it says otherwise. */
        static Holder highest(String name, String kind) {
            for (String rank : RANKS) {
                Holder holder = BY_NAME_AND_KIND.get(name + "|" + rank);
                if (holder != null) {
                    return holder;
                }
            }
            return find(name, kind);
        }

        private static Map<String, String> heads() {
            Map<String, String> heads = new HashMap<>();
            for (LexiconFile.Row row : Lexicon.shipped("office_holders.csv").rows()) {
                if (row.field("kind").startsWith("head_of_")) {
                    for (String surname : row.alternatives("surnames")) {
                        heads.put(surname + "|" + row.field("country"), row.field("name"));
                    }
                }
            }
            return Map.copyOf(heads);
        }

        private static Map<String, Holder> load() {
            Map<String, Holder> map = new HashMap<>();
            for (LexiconFile.Row row : Lexicon.shipped("office_holders.csv").rows()) {
                String kind = row.field("kind");
                map.put(row.field("name") + "|" + kind, new Holder(row.field("id"), row.field("office"), kind));
            }
            return Map.copyOf(map);
        }

        record Holder(String id, String office, String kind) {}
    }
}
