package dev.tranche.timeline;

import dev.tranche.naming.Name;
import dev.tranche.timeline.Named.Told;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The names of a book as reports are added and removed; see {@link NameBook} for when two are the same. */
final class NameFold {

    /** The most reported first. */
    private static final Comparator<Searched<NameBook.Entry>> MOST_TOLD = Comparator.comparingInt(
                    (Searched<NameBook.Entry> one) -> -one.told().reports().size())
            .thenComparing(one -> one.told().name())
            .thenComparing(Searched::told, NameBook.SHOWN)
            .thenComparing(one -> one.told().reports().getFirst())
            .thenComparingInt(one -> one.told().spans());

    private final Map<String, Named> byId = new HashMap<>();

    /** Written-out names of persons, by keys, at least one of which is shared by names that may be the same. */
    private final Map<String, Set<Named>> byKey = new HashMap<>();

    private final Map<Named, Alike> alike = new HashMap<>();
    private final Map<String, Surname> surnames = new HashMap<>();
    private final Map<Named, Searched<NameBook.Entry>> others = new HashMap<>();
    private final Ranked<Searched<NameBook.Entry>> shown = new Ranked<>(MOST_TOLD);

    /** Names each of which may be a spelling of another, and the persons they denote. */
    private record Alike(Set<Named> members, List<NamedPerson> persons) {}

    /** All names with one surname, including bare surnames. */
    private static final class Surname {
        private final TreeSet<NamedPerson> full = new TreeSet<>(NamedPerson.ORDER);
        private final TreeSet<Named> bare = new TreeSet<>(Named.ORDER);
        private List<Searched<NameBook.Entry>> entries = List.of();
    }

    private final Set<Searched<NameBook.Entry>> gone = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Searched<NameBook.Entry>> come = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * Removes some reports and adds others.
     *
     * @return whether anything changed
     */
    boolean take(Collection<Teller> out, Collection<Teller> in) {
        Map<Named, Change> touched = new LinkedHashMap<>();
        for (Teller teller : out) {
            for (int i = 0; i < teller.names().size(); i++) {
                change(teller, i, touched).out.add(new Told(teller, i));
            }
        }
        for (Teller teller : in) {
            for (int i = 0; i < teller.names().size(); i++) {
                change(teller, i, touched).in.add(new Told(teller, i));
            }
        }
        if (touched.isEmpty()) {
            return false;
        }
        Set<String> open = new LinkedHashSet<>();
        Set<Named> persons = new LinkedHashSet<>();
        touched.forEach((named, change) -> {
            leave(named, persons, open);
            named.update(change.out, change.in);
            if (named.isEmpty()) {
                byId.remove(named.key());
            } else {
                enter(named, persons, open);
            }
        });
        persons.removeIf(named -> named.isEmpty() || !named.isFull());
        join(persons, open);
        open.forEach(this::settle);
        gone.removeIf(each -> come.remove(each));
        shown.update(gone, come);
        gone.clear();
        come.clear();
        return true;
    }

    private record Change(List<Told> out, List<Told> in) {}

    private Change change(Teller teller, int index, Map<Named, Change> touched) {
        Name name = teller.names().get(index);
        boolean apart = teller.decided().apart().contains(index);
        Named named = byId.computeIfAbsent(Named.key(name, apart), key -> new Named(key, name.kind(), apart));
        return touched.computeIfAbsent(named, absent -> new Change(new ArrayList<>(), new ArrayList<>()));
    }

    /** Removes a name from everything derived from its previous state. */
    private void leave(Named named, Set<Named> persons, Set<String> open) {
        if (named.isEmpty()) {
            return;
        }
        if (named.isAlone()) {
            Searched<NameBook.Entry> entry = others.remove(named);
            if (entry != null) {
                gone.add(entry);
            }
        } else if (named.isFull()) {
            named.keys().forEach(key -> {
                Set<Named> all = byKey.getOrDefault(key, Set.of());
                all.remove(named);
                if (all.isEmpty()) {
                    byKey.remove(key);
                }
            });
            part(named, persons, open);
        } else {
            surname(named.surname(), open).bare.remove(named);
        }
    }

    private void enter(Named named, Set<Named> persons, Set<String> open) {
        if (named.isAlone()) {
            Searched<NameBook.Entry> entry = NamedPerson.entry(List.of(named));
            others.put(named, entry);
            come.add(entry);
        } else if (named.isFull()) {
            named.keys()
                    .forEach(key -> byKey.computeIfAbsent(key, absent -> new LinkedHashSet<>())
                            .add(named));
            persons.add(named);
        } else {
            surname(named.surname(), open).bare.add(named);
        }
    }

    private Surname surname(String surname, Set<String> open) {
        open.add(surname);
        return surnames.computeIfAbsent(surname, absent -> new Surname());
    }

    /** Separates the persons with which a name was compared. */
    private void part(Named named, Set<Named> persons, Set<String> open) {
        Alike before = alike.get(named);
        if (before != null) {
            before.members.forEach(alike::remove);
            before.persons.forEach(
                    person -> surname(person.surname(), open).full.remove(person));
            persons.addAll(before.members);
        }
    }

    private void join(Set<Named> persons, Set<String> open) {
        Deque<Named> queue = new ArrayDeque<>(persons);
        for (Named start = queue.poll(); start != null; start = queue.poll()) {
            if (alike.containsKey(start)) {
                continue;
            }
            TreeSet<Named> members = new TreeSet<>(Named.ORDER);
            Deque<Named> next = new ArrayDeque<>(List.of(start));
            members.add(start);
            for (Named named = next.poll(); named != null; named = next.poll()) {
                for (String key : named.keys()) {
                    for (Named other : byKey.getOrDefault(key, Set.of())) {
                        if (!members.contains(other) && named.mayBe(other)) {
                            Set<Named> parted = new LinkedHashSet<>();
                            part(other, parted, open);
                            queue.addAll(parted);
                            members.add(other);
                            next.add(other);
                        }
                    }
                }
            }
            Alike joined = new Alike(members, NamedPerson.join(members));
            members.forEach(member -> alike.put(member, joined));
            joined.persons.forEach(
                    person -> surname(person.surname(), open).full.add(person));
        }
    }

    /** Joins bare surnames to the only matching person with that surname. */
    private void settle(String name) {
        Surname surname = surnames.computeIfAbsent(name, absent -> new Surname());
        gone.addAll(surname.entries);
        Map<NamedPerson, NamedPerson> all = new LinkedHashMap<>();
        surname.full.forEach(person -> all.put(person, person.copy()));
        List<Searched<NameBook.Entry>> entries = new ArrayList<>();
        for (Named bare : surname.bare) {
            List<NamedPerson> fitting =
                    all.values().stream().filter(person -> person.fits(bare)).toList();
            if (fitting.size() == 1) {
                fitting.getFirst().take(bare);
            } else {
                entries.add(NamedPerson.entry(List.of(bare)));
            }
        }
        all.values().forEach(person -> entries.add(person.entry()));
        surname.entries = entries;
        come.addAll(entries);
        if (entries.isEmpty()) {
            surnames.remove(name);
        }
    }

    /** Returns the names, the most reported first. */
    List<Searched<NameBook.Entry>> shown() {
        return shown.list();
    }
}
