package dev.tranche.ledger;

import dev.tranche.extract.Extraction;
import dev.tranche.resolve.Origins;
import dev.tranche.resolve.TextTag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The texts of a book by their ids and keys. Two texts under one id get keys with a part of their tags. */
final class TextShelf {

    private final TreeMap<String, TreeMap<TextTag, BookText>> byId = new TreeMap<>();
    private final Map<String, BookText> byKey = new HashMap<>();
    private final Shared shared = new Shared();
    private final Origins origins = new Origins();
    private final List<BookText> placed = new ArrayList<>();
    private final Set<BookText> changed = new LinkedHashSet<>();
    private final Set<BookText> telling = new LinkedHashSet<>();
    private final Set<BookText> parted = new LinkedHashSet<>();

    /** Takes a reading. */
    void take(long number, Extraction reading) {
        String id = reading.document().id().value();
        TextTag tag = TextTag.of(reading.document());
        TreeMap<TextTag, BookText> texts = byId.computeIfAbsent(id, key -> new TreeMap<>());
        Optional<BookText> known = Optional.ofNullable(texts.get(tag));
        BookText text = known.orElseGet(() -> new BookText(tag, reading));
        if (!reading.facts().isEmpty() && text.place() == BookText.NO_PLACE) {
            text.setPlace(origins.add(tag, Origins.sketch(reading.document().text())));
            placed.add(text);
        }
        if (text.take(number, reading, shared)) {
            changed.add(text);
            note(telling, text, !text.findings().isEmpty());
            note(parted, text, text.tellsParts());
        }
        if (known.isEmpty()) {
            texts.put(tag, text);
            // The first text of an id has the id for its key until a second one comes; later ones change no other's.
            if (texts.size() == 2) {
                texts.values().forEach(each -> name(each, each.tag().key(id)));
            } else {
                name(text, texts.size() == 1 ? id : tag.key(id));
            }
        }
    }

    private void name(BookText text, String key) {
        byKey.remove(text.key(), text);
        if (text.setKey(key)) {
            changed.add(text);
        }
        byKey.put(text.key(), text);
    }

    private static void note(Set<BookText> set, BookText text, boolean belongs) {
        if (belongs) {
            set.add(text);
        } else {
            set.remove(text);
        }
    }

    /** Returns the texts whose claims may be others since the last call: read, read again, named anew, of another origin. */
    Set<BookText> takeChanged() {
        for (int place : origins.settle()) {
            if (placed.get(place).setOrigin(origins.number(place))) {
                changed.add(placed.get(place));
            }
        }
        Set<BookText> taken = new LinkedHashSet<>(changed);
        changed.clear();
        return taken;
    }

    /** Returns the texts in which a sum is a part of another. */
    Set<BookText> parted() {
        return parted;
    }

    /** Returns the texts in the order of their ids. */
    Iterable<BookText> all() {
        return () ->
                byId.values().stream().flatMap(texts -> texts.values().stream()).iterator();
    }

    /** Returns the texts with findings about offices that count, in the order of their keys. */
    List<BookText> tellingOfOffices() {
        return telling.stream()
                .filter(text -> !text.isWithdrawn())
                .sorted(Comparator.comparing(BookText::key))
                .toList();
    }

    Optional<BookText> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Returns the texts that a mark may mean by a name: the one with that key, else all with that id. */
    List<BookText> named(String name) {
        return find(name).or(() -> tagged(name)).map(List::of).orElseGet(() -> withId(name));
    }

    /** Returns the texts that a withdrawal means by a name: all with that id, else the one with that key. */
    List<BookText> meant(String name) {
        List<BookText> texts = withId(name);
        return texts.isEmpty() ? tagged(name).map(List::of).orElse(List.of()) : texts;
    }

    private List<BookText> withId(String id) {
        return List.copyOf(byId.getOrDefault(id, new TreeMap<>()).values());
    }

    /** A text whose key had a part of its tag still answers to that key. */
    private Optional<BookText> tagged(String name) {
        int tilde = Math.max(0, name.lastIndexOf('~'));
        String id = name.substring(0, tilde);
        return withId(id).stream()
                .filter(text -> text.tag().key(id).equals(name))
                .findFirst();
    }
}
