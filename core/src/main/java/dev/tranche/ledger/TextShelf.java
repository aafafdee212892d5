package dev.tranche.ledger;

import dev.tranche.resolve.Origins;
import dev.tranche.resolve.TextTag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * The texts of a book by their ids and keys. Texts that share a name are versions of one report, the newest of which
 * counts and the others are kept; of one report from several origins one text counts; two reports with one id get keys
 * with a part of their tags.
 */
final class TextShelf {

    private final TreeMap<String, List<BookText>> byId = new TreeMap<>();
    private final Map<String, BookText> byKey = new HashMap<>();
    private final Shared shared = new Shared();
    private final Origins origins = new Origins();
    private final List<BookText> placed = new ArrayList<>();
    private final Set<BookText> changed = new LinkedHashSet<>();
    private final Set<BookText> telling = new LinkedHashSet<>();
    private final Set<BookText> parted = new LinkedHashSet<>();
    private final NameOwners byName = new NameOwners();
    private final Twins twins = new Twins(byName);
    private final Set<BookText> gathered = new LinkedHashSet<>();
    private final Set<Recall> recalls = new LinkedHashSet<>();
    private final Set<BookText> recalled = new LinkedHashSet<>();

    /** What an agency withdrew: all texts of an id from an origin. */
    private record Recall(String id, String origin) {

        boolean means(BookText text) {
            return text.id().equals(id) && text.isFrom(origin);
        }
    }

    /**
     * Adds a reading.
     *
     * @return the number of the reading that no longer counts, or never will
     */
    OptionalLong take(long number, Gist reading) {
        String id = reading.id().value();
        TextTag tag = reading.tag();
        List<BookText> texts = byId.computeIfAbsent(id, key -> new ArrayList<>(1));
        Optional<BookText> known =
                texts.stream().filter(text -> text.tag().equals(tag)).findFirst();
        BookText text = known.orElseGet(() -> new BookText(reading));
        Optional<byte[]> sketch = Optional.empty();
        if (reading.sketch().isPresent() && text.place() == BookText.NO_PLACE) {
            sketch = reading.sketch();
            text.setPlace(origins.add(tag, sketch.get()));
            placed.add(text);
        }
        if (known.isEmpty() || sketch.isPresent()) {
            gather(text, reading.names());
        }
        OptionalLong instead = text.isHeld() ? OptionalLong.of(text.number()) : OptionalLong.empty();
        if (text.take(number, reading, shared)) {
            changed.add(text);
            note(telling, text, !text.findings().isEmpty());
            note(parted, text, text.tellsParts());
        } else {
            instead = OptionalLong.of(number);
        }
        if (known.isEmpty()) {
            texts.add(text);
            texts.sort(Comparator.comparing(BookText::tag));
            twins.add(text);
            gathered.addAll(twins.claiming(reading.names(), text));
            reading.delivery()
                    .origin()
                    .map(origin -> new Recall(id, origin))
                    .filter(recalls::contains)
                    .ifPresent(recall -> recall(text));
        }
        gathered.add(text);
        return instead;
    }

    /** Notes that an agency has withdrawn what came and what will come in from an origin under an id. */
    void recall(String id, String origin) {
        Recall recall = new Recall(id, origin);
        if (recalls.add(recall)) {
            withId(id).stream().filter(recall::means).forEach(this::recall);
        }
    }

    private void recall(BookText text) {
        text.recall();
        recalled.add(text);
        gathered.add(text);
    }

    /** Returns all versions of the reports of which an agency has withdrawn one. */
    Set<BookText> recalled() {
        Set<BookText> all = new LinkedHashSet<>();
        recalled.forEach(text -> all.addAll(text.versions()));
        return all;
    }

    /** Makes a text a version of every report identified by one of its names. */
    private void gather(BookText text, List<Long> names) {
        for (Long name : names) {
            BookText owner = byName.putIfAbsent(name, text);
            if (owner != null) {
                text.unite(owner);
            }
        }
    }

    /** Chooses the text that counts for each report added, and the keys of its texts. */
    private void settleVersions() {
        Set<BookText> members = new LinkedHashSet<>();
        gathered.forEach(text -> members.addAll(text.versions()));
        gathered.clear();
        followTwins(members);
        Set<String> ids = new LinkedHashSet<>();
        for (BookText text : members) {
            ids.add(text.id());
            if (text.setSuperseded(text.current() != text)) {
                changed.add(text);
            }
        }
        ids.forEach(this::giveKeys);
    }

    /** Chooses the text that counts for each report from several origins, and adds those that share it to the members. */
    private void followTwins(Set<BookText> members) {
        Set<BookText> done = new HashSet<>();
        for (BookText text : members.stream().filter(BookText::isConfined).toList()) {
            if (done.contains(text)) {
                continue;
            }
            Set<BookText> all = twins.of(text);
            done.addAll(all);
            all.stream().filter(twin -> !members.contains(twin)).forEach(twin -> members.addAll(twin.versions()));
        }
        done.clear();
        for (BookText text : members.stream().filter(BookText::isConfined).toList()) {
            if (done.contains(text)) {
                continue;
            }
            Set<BookText> all = twins.of(text);
            done.addAll(all);
            Optional<BookText> leader = twins.leader(all);
            for (BookText each : all) {
                each.follow(leader.filter(one -> one != each)).forEach(other -> {
                    changed.add(other);
                    changed.add(other.current());
                });
            }
        }
    }

    /** The id is the key of the one report that has it; other reports and earlier versions add a part of their tags. */
    private void giveKeys(String id) {
        List<BookText> texts = byId.getOrDefault(id, List.of());
        List<BookText> counting =
                texts.stream().map(BookText::current).distinct().toList();
        Optional<BookText> plain = counting.size() != 1
                ? Optional.empty()
                : counting.stream().filter(texts::contains).findFirst().or(() -> Optional.of(BookText.last(texts)));
        texts.forEach(each -> byKey.remove(each.key(), each));
        for (BookText each : texts) {
            boolean isPlain = plain.filter(text -> text == each).isPresent();
            if (each.setKey(isPlain ? id : each.tag().key(id))) {
                changed.add(each);
            }
        }
        texts.forEach(each -> byKey.put(each.key(), each));
    }

    private static void note(Set<BookText> set, BookText text, boolean belongs) {
        if (belongs) {
            set.add(text);
        } else {
            set.remove(text);
        }
    }

    /**
     * Returns the texts whose claims may have changed since the last call: read, read again, renamed or with another
     * origin.
     */
    Set<BookText> takeChanged() {
        settleVersions();
        for (int place : origins.settle()) {
            if (placed.get(place).setOrigin(origins.number(place))) {
                changed.add(placed.get(place));
            }
        }
        Set<BookText> taken = new LinkedHashSet<>(changed);
        changed.clear();
        return taken;
    }

    /** Returns the texts in which one sum is a part of another. */
    Set<BookText> parted() {
        return parted;
    }

    /** Returns the version that counts for each report, in the order of their ids. */
    Iterable<BookText> all() {
        return () -> byId.values().stream()
                .flatMap(Collection::stream)
                .filter(text -> !text.isSuperseded())
                .iterator();
    }

    /** Returns the texts with findings about offices that count, in the order of their keys. */
    List<BookText> tellingOfOffices() {
        return telling.stream()
                .filter(text -> !text.isWithdrawn() && !text.isSuperseded())
                .sorted(Comparator.comparing(BookText::key))
                .toList();
    }

    Optional<BookText> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /**
     * Returns the texts a mark may refer to by a name: the one with that key, else all with that id; for each report,
     * the version that counts.
     */
    List<BookText> named(String name) {
        return current(find(name).or(() -> tagged(name)).map(List::of).orElseGet(() -> withId(name)));
    }

    /**
     * Returns the texts a withdrawal refers to by a name: all versions of those with that id, else of the one with that
     * key.
     */
    List<BookText> meant(String name) {
        List<BookText> texts = withId(name);
        List<BookText> named = texts.isEmpty() ? tagged(name).map(List::of).orElse(List.of()) : texts;
        return named.stream()
                .flatMap(text -> text.versions().stream())
                .distinct()
                .toList();
    }

    private static List<BookText> current(List<BookText> texts) {
        return texts.stream().map(BookText::current).distinct().toList();
    }

    /** Returns the counting texts with sums, by their origin. */
    Map<Long, List<BookText>> byOrigin() {
        Map<Long, List<BookText>> texts = new HashMap<>();
        placed.stream()
                .filter(text -> !text.isSuperseded())
                .forEach(text -> texts.computeIfAbsent(text.origin(), key -> new ArrayList<>(1))
                        .add(text));
        return texts;
    }

    private List<BookText> withId(String id) {
        return List.copyOf(byId.getOrDefault(id, List.of()));
    }

    /** A text whose key had a part of its tag can still be found under that key. */
    private Optional<BookText> tagged(String name) {
        int tilde = Math.max(0, name.lastIndexOf('~'));
        String id = name.substring(0, tilde);
        return withId(id).stream()
                .filter(text -> text.tag().key(id).equals(name))
                .findFirst();
    }
}
